"""What records say of the state of things that a paper counts: how many were shared, are done."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from assurance.figures.figure import Figure, Mark, Timing, Value
from assurance.figures.keys import current_key
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When
from reports.checks.context import RecordedState
from reports.documents.entries import Entry
from reports.papers.models.papers import Paper

_WORD = re.compile(r"[a-z][a-z-]*")
# A word for what was done to a thing, which says it whatever stands behind it.
_DONE = re.compile(r"(?:[a-z-]+ed|done)$")


def states_of(paper: Paper) -> Callable[[Entry, str], tuple[RecordedState, ...]]:
    """Gives, of a printed figure and what is said of the things that it counts, what figures of
    the same things count of them in that state: by their own titles and labels."""

    def states(entry: Entry, predicate: str) -> tuple[RecordedState, ...]:
        whole = FIGURES.get(current_key(entry.key))
        if whole is None or not entry.end:
            return ()
        return tuple(_states(paper, whole, entry, predicate.casefold()))

    return states


def _states(paper, whole, entry, predicate) -> Iterator[RecordedState]:
    figures = [figure for figure in FIGURES.values() if _is_of(figure, whole, entry)]
    figures = [figure for figure in figures if figure.has_members or _fits(figure.title, predicate)]
    whens = _whens(paper, whole, entry)
    queries = [
        FigureQuery(figure.key, entry.population, when) for figure in figures for when in whens
    ]
    measured = measure(paper.council, queries, FIGURES, on=paper.paper_date or paper.period_end)
    for query in queries:
        for value in measured.exact.get(query, {}).values():
            figure = FIGURES[query.key]
            if figure.has_members and not _begins(value.label, predicate):
                continue
            if value.mark == Mark.NOT_RETURNED:
                yield RecordedState(figure.title, str(query.when), None)
            elif value.cohort == entry.cohort and (
                value.when == whens[0] or value.base == entry.count
            ):
                yield _state(figure, value, measured.value(query, value.member))


def _whens(paper, whole, entry) -> list[When]:
    """When a figure is of, then, of one at a date, the later days that the paper names."""
    when = When(date.fromisoformat(entry.start), date.fromisoformat(entry.end))
    named = paper.names.values() if whole.timing == Timing.AT else ()
    return [when, *sorted({When.at(day.end) for day in named if day.is_day and day.end > when.end})]


def _state(figure, value: Value, public: Value) -> RecordedState:
    title = f"{figure.title}: {value.label}" if value.label else figure.title
    return RecordedState(title, str(value.when), value.count, public.mark == Mark.SHOWN)


def _is_of(figure: Figure, whole: Figure, entry: Entry) -> bool:
    """Whether a figure counts some of what another does: that is its base, or both are of one
    subject, unit and time and neither has one of its own."""
    if figure.key == whole.key or figure.unit != whole.unit or entry.member:
        return False
    alike = (figure.subject, figure.timing) == (whole.subject, whole.timing)
    return figure.base == whole.key or (alike and not figure.base and not figure.has_members)


def _fits(title: str, predicate: str) -> bool:
    """Whether a title has the word for what is said to have been done: “People reminded of …”."""
    word = _WORD.match(predicate)
    return bool(word and _DONE.match(word[0])) and word[0] in _WORD.findall(title.casefold())


def _begins(label: str, predicate: str) -> bool:
    """Whether what is said is a label, or the word for what was done that opens one."""
    label = label.casefold().partition(",")[0]
    first, said = _WORD.match(label), _WORD.match(predicate)
    if not first or not said:
        return False
    same = first[0] == said[0] and _DONE.match(said[0])
    return bool(same) or re.match(rf"{re.escape(label)}\b", predicate) is not None
