"""What a careful reader knows beside the paper: the council's words, papers before, records due."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reports.documents.entries import Entry
from reports.papers.rules.house_words import PreferredWording


@dataclass(frozen=True)
class EarlierFigure:
    """A figure that an issued paper printed: its identity, words, count, title, and where. `words`
    are what it counts; a number that the paper only told in prose has no key and no title."""

    key: str
    member: str
    cohort: str
    start: str
    end: str
    text: str
    count: int | None
    base: int | None
    paper: str
    where: str = ""
    words: str = ""
    title: str = ""


@dataclass(frozen=True)
class Cadence:
    """Something that comes round at an interval of `months` (0 for none): a kind of audit, the
    audit of DBS checks.

    `title` is what the record calls it, `figures` the beginning of the keys that report it; `done`
    are the days on which it was done, `due` the day on which it is due next, None where unknown;
    `waiting` says that a round has begun and has no result yet, `overdue` when a round that has not
    begun was to end. `audits` are of the audits that
    figures are counted at: the population's slug, the position date and the day it was held.
    """

    title: str
    months: int
    figures: str = ""
    done: tuple[date, ...] = ()
    due: date | None = None
    waiting: bool = False
    audits: tuple[tuple[str, date, date], ...] = ()
    overdue: date | None = None


@dataclass(frozen=True)
class ReviewResponses:
    """A review, with how many of its findings ask for an answer and how many have none."""

    title: str
    recommendations: int
    unanswered: int


@dataclass(frozen=True)
class OwedRecord:
    """A record that is late or owed and that the paper leaves out: its title, a sentence on it, and
    the title of the `list` that would print it."""

    title: str
    sentence: str
    list: str


@dataclass(frozen=True)
class RepeatedFinding:
    """A finding that an earlier review had made: its words, and which review that was."""

    words: str
    before: str


@dataclass(frozen=True)
class QuestionCourse:
    """Whether a claim is borne out by the waves of a question (None where they cannot tell), and
    between which of them nothing moved."""

    question: str
    borne_out: bool | None
    why: str
    stood_still: str = ""


@dataclass(frozen=True)
class SurveyCourse:
    """A survey, and what its records say of growth and of fall, by question."""

    title: str
    growing: tuple[QuestionCourse, ...]
    falling: tuple[QuestionCourse, ...]


@dataclass(frozen=True)
class RecordedSeries:
    """What records hold of one thing, day by day: `names` that a paper may give it, the (day,
    value) of each, the earliest first, and the way that is `better`: 1 up, -1 down, 0 neither."""

    names: tuple[str, ...]
    points: tuple[tuple[date, Any], ...]
    better: int = 0


@dataclass(frozen=True)
class RecordedState:
    """How many of some things records have in a state, None where they have nothing of it; the
    figure's `title` and when it is of. One that is not `is_shown` is small, and never printed."""

    title: str
    when: str
    count: int | None
    is_shown: bool = True


def no_states(_entry, _predicate) -> tuple[RecordedState, ...]:
    """What is known of states where no records are."""
    return ()


def no_values(_entry, _first, _last) -> RecordedState | None:
    """None for every figure at another time, where no records are."""


def no_wholes(_noun) -> tuple[Entry, ...]:
    """The figures of things of which nothing is known."""
    return ()


def no_events(_entry) -> bool:
    """False of every figure, where none is known."""
    return False


@dataclass(frozen=True)
class CheckContext:
    """Everything beside the paper. What is not known is empty, and the checks that need it stay
    silent.

    `least_base` is the base under which the council wants a per cent to print its base;
    `preferred` maps a word to what this council says in its place; `other_councils` are names
    that do not belong in its papers; `people` names of persons that records hold; `part_titles` the
    parts of the committee's template in order, `parts_asked` kind and title of those that are
    mandatory; `small_up_to` is the largest count of people that is small, None the usual one;
    `states` gives, of a printed figure (an `Entry`) and what is said of the things that it counts,
    what records say, `parts` how many of them are of a part that words name, and `wholes` the
    figures of all the things that a noun names, `values` what records have of a figure at another
    time; `of_events` is true of a figure of what happened in
    a period; `full_weight` gives what a reading finds that is not proved yet the weight that it
    would have, for whoever builds one; `unmentioned` is late or owed and left out of the paper;
    `joined` what later apps know, by the name that they join it under.
    """

    today: date | None = None
    least_base: int = 100
    glossary: Mapping[str, str] = field(default_factory=dict)
    preferred: Mapping[str, PreferredWording] = field(default_factory=dict)
    other_councils: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()
    part_titles: tuple[str, ...] = ()
    parts_asked: tuple[tuple[str, str], ...] = ()
    told: tuple[EarlierFigure, ...] = ()
    cadences: tuple[Cadence, ...] = ()
    reviews: tuple[ReviewResponses, ...] = ()
    again: tuple[RepeatedFinding, ...] = ()
    surveys: tuple[SurveyCourse, ...] = ()
    unmentioned: tuple[OwedRecord, ...] = ()
    series: tuple[RecordedSeries, ...] = ()
    joined: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    previous_end: date | None = None
    off: frozenset[str] = frozenset()
    small_up_to: int | None = None
    full_weight: bool = False
    states: Callable[[Entry, str], tuple[RecordedState, ...]] = no_states
    parts: Callable[[Entry, str], tuple[RecordedState, ...]] = no_states
    wholes: Callable[[str], tuple[Entry, ...]] = no_wholes
    values: Callable[[Entry, date, date], RecordedState | None] = no_values
    of_events: Callable[[Entry], bool] = no_events
