"""What a table or a list of actions still calls to come though the day that it was due is gone."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from reports.checks.reading import ITEM, Grid, Line, Reading
from reports.prose.dates import YEARS, Mention

_DUE = re.compile(
    r"\b(?:due|deadlines?|by\s+when|when|target\s+date|timescales?|timing|complete\s+by|date)\b",
    re.I,
)
# “In progress” and “overdue” may be said of what is late; these may not.
_TO_COME = re.compile(
    r"\b(?:not\s+(?:yet\s+)?(?:due|begun|started|commenced)|on\s+(?:course|track|schedule|time)|"
    r"to\s+be\s+[a-z]+|(?:is\s+|are\s+)?(?:planned|scheduled|due)\s+(?:for|to|in|on)|will\s+[a-z]+|to\s+follow|to\s+come|yet\s+to\s+[a-z]+|upcoming)\b",
    re.I,
)
_LATE = re.compile(
    r"\b(?:over-?due|late|delay\w*|slipp\w+|behind|postponed|deferred|missed|revised|extended|moved|"
    r"rescheduled|now|was|were|done|complete[d]?)\b",
    re.I,
)
# “State on 15 March 2016: not begun” is told of what was late on that day.
_NOT_BEGUN = re.compile(r"not\s+(?:yet\s+)?(?:begun|started|commenced)", re.I)
_DUE_ITEM = re.compile(
    r"\b(?:due|deadline:?|promised\s+for|by|for)\s+(?:the\s+)?(?:end\s+of\s+)?$", re.I
)
_WITH_FIGURES = re.compile(
    r"\s(?:[a-z’-]+\s+){0,6}?(?:figures?|results?|data|numbers|reports?|updates?|accounts?|findings)\s+"
    r"(?:for|on|of|from|covering)\s+(?:the\s+)?(?:[a-z-]+\s+){0,4}",
    re.I,
)
_THEN = re.compile(r",?\s+(?:in|on|by)\s+(?:(?:early|mid|late)\s+)?", re.I)
_NEXT = re.compile(r"\W{1,3}(?:it\s+is\s+|and\s+(?:is\s+)?)?", re.I)

_TWO = 2


def still_due(reading: Reading) -> Iterator[tuple[Line, tuple[int, int], Mention]]:
    """(the line, where it speaks of what is to come, the day that is gone) of each such action."""
    for grid in reading.grids:
        columns = [place for place, head in enumerate(grid.columns) if _DUE.search(head.text)]
        for place in columns[:1]:
            yield from _of_table(grid, place, reading.dated)
    for line in reading.lines:
        if line.kind == ITEM and line.dates and not line.annex:
            yield from _of_item(line, reading.dated)


def _of_table(grid: Grid, place, day: date):
    for cells in grid.rows:
        due = cells[place].dates if place < len(cells) else ()
        if len(due) != 1 or not is_gone(due[0], day):
            continue
        for at, cell in enumerate(cells):
            match = _TO_COME.search(cell.text) if at not in (0, place) else None
            dated = at < len(grid.columns) and grid.columns[at].dates
            if match and dated and _NOT_BEGUN.fullmatch(match.group()):
                continue
            if match and not cell.dates and not _LATE.search(cell.text):
                yield cell, match.span(), due[0]


def _of_item(line: Line, day: date):
    """`Website; due April 2016; on course for 18 April 2016`."""
    first = line.dates[0]
    if not is_gone(first, day) or not _DUE_ITEM.search(line.text[: first.start]):
        return
    match = _TO_COME.search(line.text, first.end)
    later = [item for item in line.dates[1:] if not is_gone(item, day)]
    if not match or later or _LATE.search(line.text, first.end):
        return
    if _NEXT.fullmatch(line.text, first.end, match.start()):
        yield line, match.span(), first


def when_figures_come(text: str, start: int, dates: Sequence[Mention]) -> Mention | None:
    """The date at which figures of another time are to come, the last of those that a verb of the
    future has behind it from `start` on: `be back with figures for January to June in July`."""
    if len(dates) < _TWO or not _WITH_FIGURES.fullmatch(text, start, dates[0].start):
        return None
    return dates[-1] if _THEN.fullmatch(text, dates[-2].end, dates[-1].start) else None


def is_gone(item: Mention, day: date) -> bool:
    """Whether all of it lies before `day`; a run of years also where it began in an earlier one."""
    if item.last is None:
        return False
    if item.precision == YEARS:
        return item.first.year < day.year and item.last.year <= day.year
    return item.last < day


def latest_date(reading: Reading) -> date | None:
    """The date of a report or that of its meeting, whichever is later; None without either."""
    return max(filter(None, (reading.dated, reading.meeting_date)), default=None)
