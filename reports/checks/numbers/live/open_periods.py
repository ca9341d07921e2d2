"""Counts of what happened in a period that is not over at the report’s date."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from assurance.runtime.periods import say_day
from reports.checks.context import CheckContext
from reports.checks.numbers.claims.figure_days import ends_of, span_text
from reports.checks.reading import CAPTION, CELL, Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.dates import DAY

# “So far, by 1 June”: with the day, what is counted is not given for the whole period.
_SO_FAR = re.compile(
    r"\b(?:so\s+far|to\s+date|up\s+to\s+now|until\s+now|not\s+(?:yet\s+)?(?:over|complete|ended)|part\s+of)\b",
    re.I,
)
_UNTIL = re.compile(
    r"\b(?:by|as\s+(?:at|of)|(?:up\s+)?to(?:\s+and\s+including)?|until|till)\s+(?:the\s+)?$", re.I
)


@rule(
    "period-not-over",
    Severity.ERROR,
    "C07; decisions §2",
    follows=("figure-outside-period", "figure-of-another-day", "date-over-figures"),
)
def not_over(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A count of what happened in a period is given once the period is over."""
    days = [day for day in (known.today, reading.dated) if day]
    faulty = set()
    for line in reading.lines if days else ():
        for live in line.live:
            ends, last = ends_of(live), min(days)
            is_open = ends and ends[0] < ends[1] and ends[1] > last and known.of_events(live.entry)
            # A table or a paragraph is put right as one.
            place = (line.block or line.where, ends)
            if is_open and place not in faulty and not _says_until(reading, line, live, ends, last):
                faulty.add(place)
                yield _fault(line, live, ends, last)


def _says_until(reading, line: Line, live: LiveFigure, ends, last: date) -> bool:
    """True if the words of a figure, or those over its table, date the end of its count."""
    if line.kind == CELL:
        anchor = line.where.rpartition("-r")[0]
        grids = [item for item in reading.grids if item.where == anchor]
        over = [
            item
            for item in reading.lines
            if item.where == anchor.removesuffix("-data") and item.kind == CAPTION
        ]
        over += [head for grid in grids for head in grid.columns]
    else:
        over = [line]
    return any(_names_until(item, live if item is line else None, ends, last) for item in over)


def _names_until(line: Line, live: LiveFigure | None, ends, last: date) -> bool:
    sentence = line.sentence_at(live.start) if live else None
    start, end = (sentence.start, sentence.end) if sentence else (0, len(line.text))
    days = [
        item
        for item in line.dates_in(start, end)
        if item.precision == DAY and item.last and ends[0] <= item.last <= last
    ]
    hedged = _SO_FAR.search(line.text[start:end])
    return any(
        _UNTIL.search(line.text[start : item.start]) or (hedged and item.last > ends[0])
        for item in days
    )


def _fault(line: Line, live: LiveFigure, ends, last: date) -> Fault:
    says = (
        f"{live.entry.text} is for {live.entry.when or span_text(*ends)}, which is not over on "
        f"{say_day(last)}. It can be counted for the whole period from "
        f"{say_day(ends[1] + timedelta(days=1))}."
    )
    mend = f"Use a period that ends by {say_day(last)}, or write “so far” with that date."
    return fault(line, live, says, mend)
