"""The numbers of a report that are not shown, and its sentences with what they are about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reports.checks.numbers.disclosure.people_counts import NO_ADJECTIVE
from reports.checks.reading import CELL, STATING, Line, Reading, shared
from reports.documents.entries import STATED, Entry
from reports.prose.marks import Marked
from reports.prose.numbers import Number
from reports.prose.quantities.phrases import PEOPLE, stems

# Behind a per cent that is a share of people.
OF_PEOPLE = re.compile(
    r"\s*\)?\s*(?:of\s+(?:(?:all|the|these|those|our)\s+)*(?:\d+\s+)?"
    rf"(?:(?!{NO_ADJECTIVE})[a-z’-]+\s+){{0,3}}?{PEOPLE.pattern}\b(?![’'])"
    r"|of\s+(?:them|these|those|whom|all|everyone|the\s+(?:total|whole|population))\b"
    r"|(?:were|was|are|is|had|have|has|lived?|remain(?:ed|s)?)\b)",
    re.I,
)
PEOPLE_UNITS = ("", "children", "people")


@dataclass(frozen=True)
class HiddenPart:
    """A number that is not shown: its figure, its start date and end date, and the stems
    of its name."""

    key: str
    start: str
    end: str
    named: frozenset[str]

    @property
    def subject(self) -> str:
        """The key of its figure before its first point, of all that it may be part of."""
        return self.key.partition(".")[0]

    def is_named_in(self, words: frozenset[str]) -> bool:
        """True if words name it, but for a third of its own."""
        return len(self.named) > 1 and len(self.named - words) <= len(self.named) // 3


@dataclass(frozen=True)
class Passage:
    """A sentence of a report, or a cell with the heads over it, in its section."""

    line: Line
    sentence: Marked
    heads: str = ""

    @property
    def text(self) -> str:
        """Its printed words."""
        return self.line.text[self.sentence.start : self.sentence.end]

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of its own words and of its heads."""
        return stems(f"{self.text} {self.heads}")

    @property
    def numbers(self) -> Iterator[tuple[Number, Entry | None]]:
        """Its numbers, each with the figure that prints it, or None where it was typed."""
        for number in self.line.numbers:
            if self.sentence.start <= number.start < self.sentence.end and number.is_to_settle:
                entry = self.line.entry_at(number.start)
                yield number, None if entry is None or entry.key == STATED else entry


def hidden_parts(reading: Reading) -> tuple[HiddenPart, ...]:
    """Every number of people that is not shown, each once."""
    return shared(reading, _hidden_parts)


def shown_wholes(reading: Reading) -> tuple[Entry, ...]:
    """The counts that are shown of what a hidden number is part of, at its time."""
    secret = {(part.subject, part.start, part.end) for part in hidden_parts(reading)}
    entries = {item.entry: None for line in reading.lines for item in line.live}
    return tuple(
        entry
        for entry in entries
        if not entry.mark
        and entry.count is not None
        and entry.unit in PEOPLE_UNITS
        and not entry.made_of
        and (entry.key.partition(".")[0], entry.start, entry.end) in secret
    )


def passages(reading: Reading) -> tuple[Passage, ...]:
    """Every sentence and every cell of a report in order."""
    return shared(reading, _passages)


def is_of_another_time(passage: Passage, part: HiddenPart | Entry) -> bool:
    """True if a sentence names a time that does not touch that of a hidden number."""
    start, end = passage.sentence.start, passage.sentence.end
    days = [
        (f"{day.first}", f"{day.last}")
        for day in passage.line.dates_in(start, end)
        if day.first and day.last
    ]
    return bool(days) and all(last < part.start or part.end < first for first, last in days)


def _hidden_parts(reading):
    parts = {
        HiddenPart(entry.key, entry.start, entry.end, _name_of(entry)): None
        for line in reading.lines
        for entry in (item.entry for item in line.live)
        if entry.mark == "withheld"
    }
    return tuple(parts)


def _name_of(entry):
    """The stems of its own part's label, or of the whole title."""
    return stems(entry.title.removesuffix(f" ({entry.cohort})").rpartition(": ")[2])


def _passages(reading):
    heads = {
        id(cell): f"{grid.caption} {row[0].text} {_head(grid, place)}"
        for grid in reading.grids
        for row in grid.rows
        for place, cell in enumerate(row)
        if place
    }
    return tuple(
        Passage(line, sentence, heads.get(id(line), ""))
        for line in reading.lines
        if line.kind in (*STATING, CELL)
        for sentence in line.marked
    )


def _head(grid, place):
    return grid.columns[place].text if place < len(grid.columns) else ""
