"""Dates in the notes and the source line under a table of live figures."""

import re
from collections.abc import Iterable, Iterator

from reports.checks.numbers.claims.figure_days import (
    Ends,
    distinct_ends,
    governs,
    meets,
    own_date,
    span_text,
)
from reports.checks.reading import NOTE, PROSE, Grid, Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.dates import Mention

# What opens a note on all that its table counts: where it is from, or when it was counted.
_OF_ALL = re.compile(
    r"^\W*(?:notes?\s*:\s*)?(?:"
    r"sources?\b|(?:as\s+)?(?:at|on)\s|position\b|snapshot\b|data\b|"
    r"(?:(?:all|the|these|its)\s+)*(?:figures|numbers|counts|percentages|children|table|position|data)\b"
    r"(?:\s+(?:above|here|in\s+(?:this|the)\s+table|shown|given))*\s+"
    r"(?:is|are|was|were|shows?|gives?|as|at|on|for|of|count\w*)\b"
    r")",
    re.I,
)
_SOURCE_LINE = re.compile(r"^\W*(?:sources?|notes?)\s*:", re.I)
# A day on which figures were got out or printed is not the day that they are of.
_GOT_OUT = re.compile(
    r"\b(?:extract\w*|download\w*|drawn|taken|run|produced|refreshed|updated|amended|corrected|"
    r"recorded|entered|checked|signed|provided|supplied|received|accessed|release\w*|edition|"
    r"bulletin|statistics)\b",
    re.I,
)


@rule(
    "note-of-another-day",
    Severity.ERROR,
    "C07; decisions §2",
    follows=("figure-outside-period", "date-over-figures", "figure-of-another-day"),
    family="numbers",
)
def other_day_in_note(reading: Reading, _known) -> Iterator[Fault]:
    """A note under a table that dates its figures has their date."""
    for grid in reading.grids:
        cells = [cell for row in grid.rows for cell in row[1:]]
        days = distinct_ends(cells)
        if days and not any(_is_typed(cell) for cell in cells):
            for note in _notes(reading, grid):
                yield from _unlike(reading, note, days)


def _is_typed(cell: Line) -> bool:
    """True if a cell has a number that no record gives, which a note may be about."""
    return any(cell.entry_at(number.start) is None for number in cell.numbers)


def _notes(reading: Reading, grid: Grid) -> Iterable[Line]:
    """The notes of a table, and the source line that follows it as a paragraph."""
    own = [item for item in reading.lines if item.where == grid.where and item.kind == NOTE]
    last = next((row[-1] for row in reversed(grid.rows) if row), None)
    place = reading.places.get(id((own or [last])[-1]), -1) + 1
    if 0 < place < len(reading.lines):
        after = reading.lines[place]
        own += [after] if after.kind in PROSE and _SOURCE_LINE.match(after.text) else []
    return own


def _unlike(reading: Reading, note: Line, days: list[Ends]) -> Iterator[Fault]:
    for sentence in note.sentences:
        named = note.dates_in(sentence.start, sentence.end)
        dated = [item for item in named if _dates_all(note, sentence, item)]
        if not any(meets(item, *ends) for item in named if item.first for ends in days) and dated:
            says = (
                f"The note under the table gives {dated[0].words}, but its figures are for "
                f"{span_text(*days[0])}."
            )
            mend = f"Write {own_date(reading, days[0])} there, or quote the figures of that date."
            yield fault(note, dated[0], says, mend)
            return


def _dates_all(note: Line, sentence, item: Mention) -> bool:
    """True if a date of a note is that at which all in its table was counted."""
    before = note.text[sentence.start : item.start]
    opens = _OF_ALL.match(note.text[sentence.start : sentence.end])
    return bool(opens and not _GOT_OUT.search(before) and governs(note.text, item, of_caption=True))
