"""A paper as a careful reader has it before the checks: lines with their places, numbers and dates.

Made from what prints (`reports.verdicts.paper.reading`), so live figures and typed words are read
alike. Pure values: a check asks nothing of a database or a clock.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from assurance.runtime.processes.budget import Budget, BudgetedLines
from reports.checks.text_reading import TextRead, read_text
from reports.documents.entries import Entry
from reports.prose.dates import Mention
from reports.prose.marks import Marked, Sentence
from reports.prose.numbers import Number

HEADING, PARAGRAPH, ITEM, CELL, CAPTION = "heading", "paragraph", "item", "cell", "caption"
RECOMMENDATION, REASON, NOTE, FACT, FINDING = "recommendation", "reason", "note", "fact", "finding"
# The second is how the anchor of a group of headline figures begins.
RUN_IN, HEADLINES = "run-in heading", "headlines-"
# So many numbers of one paragraph are each laid beside the others; `too-many-numbers` says so.
SIDE_BY_SIDE = 100
PROSE = (PARAGRAPH, ITEM, RECOMMENDATION, REASON, NOTE, FINDING)
STATING = (*PROSE, HEADING, RUN_IN, CAPTION, FACT)


@dataclass(frozen=True)
class LiveFigure:
    """A stretch of a line that a figure says; `entry` is what the public may know of it."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True)
class LiveDate:
    """A stretch of a line that a named date of the paper prints."""

    start: int
    end: int
    name: str


@dataclass(frozen=True)
class Cite:
    """A stretch of a line that is a live citation, to an anchor (`to`) or a link's `address`."""

    start: int
    end: int
    to: str = ""
    address: str = ""


@dataclass(frozen=True)
class Line:
    """One thing that is read as a unit. `where` is its anchor and `at` its place in words.

    `label` is what stands before it (`25.`, `d)`), as typed where the paper was imported. `block`
    is the slug of the block to mend, `part` that of the template's part, `trail` the titles of the
    sections that hold it, outermost first. `annex` is the label of the annex it stands in; `notes`
    are (place, anchor) of the marks of notes in it; `sourced` is where typed numbers with a source
    begin whose sources are their own; `sources` are (place, source) of all.
    """

    where: str
    at: str
    kind: str
    text: str
    label: str = ""
    level: int = 0
    part: str = ""
    block: str = ""
    trail: tuple[str, ...] = ()
    annex: str = ""
    live: tuple[LiveFigure, ...] = ()
    cites: tuple[Cite, ...] = ()
    named: tuple[LiveDate, ...] = ()
    sourced: tuple[int, ...] = ()
    sources: tuple[tuple[int, str], ...] = ()
    carried: bool = False
    notes: tuple[tuple[int, str], ...] = ()

    @cached_property
    def read(self) -> TextRead:
        """The reading of its text, the same one as long as the line is kept."""
        return read_text(self.text)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Every number of it, live or typed."""
        return self.read.numbers

    @cached_property
    def dates(self) -> tuple[Mention, ...]:
        """Everything in it that names a date."""
        return self.read.dates

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences."""
        return self.read.sentences

    @cached_property
    def marked(self) -> tuple[Marked, ...]:
        """Its sentences with numbers and dates as marks."""
        return self.read.marked

    def dates_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Its dates that begin at `start` or behind it, and before `end`."""
        first, last = (
            bisect_left(self.dates, at, key=lambda item: item.start) for at in (start, end)
        )
        return self.dates[first:last]

    def entry_at(self, place: int) -> Entry | None:
        """The figure that says what begins at `place`, or None where it was typed."""
        at = bisect_right(self.live, place, key=lambda item: item.start) - 1
        return self.live[at].entry if at >= 0 and place < self.live[at].end else None

    def source_at(self, place: int) -> str:
        """The source of the typed number that begins at `place`; empty where it names none."""
        return dict(self.sources).get(place, "")

    def sentence_at(self, place: int) -> Sentence:
        """The sentence in which what begins at `place` stands."""
        at = bisect_right(self.sentences, place, key=lambda item: item.start) - 1
        if at >= 0 and self.sentences[at].holds(place):
            return self.sentences[at]
        return Sentence(self.text.strip(), 0, len(self.text))


@dataclass(frozen=True)
class Listing:
    """A list with the line that opens it (None where nothing does); `inner` are the lists in it."""

    lead: Line | None
    items: tuple[Line, ...]
    style: str = "bullet"
    inner: tuple["Listing", ...] = ()


@dataclass(frozen=True)
class ListedRecords:
    """What a list of records lists: `nouns` by their stems, on `day`; the `key` and `member` of the
    figure of the same things from `start` to `end`, empty where none counts them; its `entry`."""

    nouns: frozenset[str]
    day: date
    key: str = ""
    member: str = ""
    start: date | None = None
    end: date | None = None
    entry: Entry | None = None


@dataclass(frozen=True)
class Grid:
    """A table; `rows` are lines of kind `cell`, `records` what they are where they are listed."""

    where: str
    at: str
    label: str
    caption: str
    columns: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    total_row: bool = False
    block: str = ""
    of_chart: bool = False
    alternative: str = ""
    records: ListedRecords | None = None
    noted: bool = False


@dataclass(frozen=True)
class Annex:
    """An annex: its label (`B1`), its title, and whether it is `written`, `file`, `to follow` or
    `exempt`. In a paper that was imported `listed` and `attached` are the lines that name it in
    the list and above its words; of others they are empty."""

    where: str
    label: str
    title: str
    state: str = "written"
    words: int = 0
    block: str = ""
    listed: str = ""
    attached: str = ""


@dataclass(frozen=True)
class PartRead:
    """A part of the template and what the paper has in it. A mandatory one that prints a sentence
    of its own where it is empty may be empty. `label` is the number typed before its heading."""

    slug: str
    title: str
    kind: str
    mandatory: bool
    filled: bool
    where: str
    label: str = ""


@dataclass(frozen=True)
class Reading:
    """A whole paper as read: `names` are its named days, `listed` its printed abbreviations."""

    title: str
    council: str
    lines: tuple[Line, ...]
    lists: tuple[Listing, ...] = ()
    grids: tuple[Grid, ...] = ()
    annexes: tuple[Annex, ...] = ()
    parts: tuple[PartRead, ...] = ()
    committee: str = ""
    series: str = ""
    template: str = ""
    paper_date: date | None = None
    meeting_date: date | None = None
    period: tuple[date, date] | None = None
    names: Mapping[str, tuple[date, date]] = field(default_factory=dict)
    listed: tuple[tuple[str, str], ...] = ()
    figures: tuple[Entry, ...] = ()
    typed: bool = False

    @property
    def dated(self) -> date | None:
        """The day that the paper speaks on: its own, else the meeting's, else its period's last."""
        return self.paper_date or self.meeting_date or (self.period[1] if self.period else None)

    def prose(self) -> tuple[Line, ...]:
        """The lines that are sentences: paragraphs, items, recommendations, reasons, notes."""
        return self._prose

    def sentences(self) -> Iterator[tuple[Line, Marked]]:
        """Each sentence of its prose with marks, and the line in which it stands."""
        return ((line, sentence) for line in self.prose() for sentence in line.marked)

    def watched(self, budget: Budget) -> "Reading":
        """The same paper, whose lines look at `budget` whenever a rule goes through them."""
        return replace(self, lines=BudgetedLines.by(budget, self.lines))

    @cached_property
    def _prose(self):
        rows = tuple(line for line in self.lines if line.kind in PROSE)
        watched = isinstance(self.lines, BudgetedLines)
        return BudgetedLines.by(self.lines.budget, rows) if watched else rows

    def headings(self) -> Iterator[Line]:
        """The headings in order."""
        return (line for line in self.lines if line.kind == HEADING)

    def recommendations(self) -> Iterator[Line]:
        """What the committee is asked, in order."""
        return (line for line in self.lines if line.kind == RECOMMENDATION)

    @cached_property
    def made(self) -> dict:
        """What rules have made of it so far, so that several share it (`shared`)."""
        return {}

    @cached_property
    def places(self) -> Mapping[int, int]:
        """Id of a line → how many lines stand before it."""
        return {id(line): place for place, line in enumerate(self.lines)}

    @cached_property
    def first_places(self) -> Mapping[str, int]:
        """Anchor → how many lines stand before the first line that has it."""
        index = {}
        for place, line in enumerate(self.lines):
            index.setdefault(line.where, place)
        return index

    @cached_property
    def by_anchor(self) -> Mapping[str, Line]:
        """Anchor → the first line that stands there."""
        return {where: self.lines[place] for where, place in self.first_places.items()}

    def line_before(self, anchor: str) -> Line | None:
        """The line right before the first one at `anchor`, or None."""
        place = self.first_places.get(anchor, 0)
        return self.lines[place - 1] if place else None

    def part_of(self, line: Line) -> PartRead | None:
        """The part of the template that a line stands in, or None."""
        return next((part for part in self.parts if part.slug == line.part), None)


def shared(reading: Reading, make: Callable[[Reading], Any]) -> Any:
    """What `make` makes of `reading`, made once for all the rules that ask for it."""
    if make not in reading.made:
        reading.made[make] = make(reading)
    return reading.made[make]
