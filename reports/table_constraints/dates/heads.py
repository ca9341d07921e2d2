"""Dates over live figures: at the heads of a table, in captions and headings, before a list."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reports.checks.numbers.claims.figure_days import (
    Ends,
    distinct_ends,
    ends_of,
    governs,
    meets,
    own_date,
    span_text,
)
from reports.checks.numbers.passages import captions, leads
from reports.checks.reading import (
    FINDING,
    HEADING,
    HEADLINES,
    ITEM,
    PROSE,
    RUN_IN,
    Grid,
    Line,
    Reading,
)
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.dates import DAY, Mention

_TO = re.compile(r"\s*(?:to|–)\s*")
_AT = re.compile(r"\b(?:at|on)\s+$", re.I)
# A head that tells of a change is about two days, of which it names one.
_OF_A_CHANGE = re.compile(
    r"\b(?:change|since|from|difference|rise|fall|than|by(?=\s+(?:\d|⟦|how\b)))\b", re.I
)


@rule(
    "date-over-figures",
    Severity.ERROR,
    "C07; decisions §2",
    follows=("figure-outside-period", "figure-of-another-day"),
    family="numbers",
)
def other_date_over_figures(reading: Reading, _known) -> Iterator[Fault]:
    """The date in a head, caption, heading or opening line is that of the figures under it."""
    over = captions(reading)
    findings = {line.where: line for line in reading.lines if line.kind == FINDING}
    for grid in reading.grids:
        yield from _heads(reading, grid)
        anchor = grid.where.removesuffix("-data") if grid.of_chart else grid.where
        if anchor in over:
            yield from _caption(reading, over[anchor], grid)
            yield from _caption_of_list(reading, over[anchor], grid)
        if anchor in findings:
            yield from _finding(reading, findings[anchor], grid)
    for line in reading.lines:
        if line.kind == ITEM and line.where.startswith(HEADLINES) and line.live:
            yield from _name_of_headline(reading, line)
    yield from _headings(reading)
    yield from _lists(reading)


def _name_of_headline(reading, line: Line):
    """The name of a headline figure with a date of another day than its figure, which prints its
    own behind it."""
    value = line.live[-1]
    name, ends = line.text[: value.start], ends_of(value)
    if ends is None or "-point-" in line.where or _OF_A_CHANGE.search(name):
        return
    over = [item for item in line.dates if item.end <= value.start]
    over = [item for item in over if governs(line.text, item, of_caption=True)]
    if over and not any(meets(item, *ends) for item in over):
        yield _wrong(reading, line, over[-1], ends)


def _heads(reading, grid: Grid):
    """Heads of columns and of rows whose date none of the figures under it has."""
    for place, head in enumerate(grid.columns[1:], 1):
        cells = [row[place] for row in grid.rows if place < len(row)]
        yield from _over(reading, head, cells)
    for row in grid.rows:
        if row:
            yield from _over(reading, row[0], row[1:])


def _over(reading, head: Line, cells):
    if _OF_A_CHANGE.search(head.text):
        return
    mentions = [item for item in head.dates if governs(head.text, item, of_caption=True)]
    for ends in distinct_ends(cells):
        if mentions and not any(meets(item, *ends) for item in mentions):
            yield _wrong(reading, head, mentions[-1], ends)
            return


def _caption(reading, caption: Line, grid: Grid):
    """A caption all of whose dates are of other days than some figure of its table."""
    mentions = [item for item in caption.dates if governs(caption.text, item, of_caption=True)]
    if not mentions or _OF_A_CHANGE.search(caption.text[: mentions[0].start][-12:]):
        return
    for ends in distinct_ends([cell for row in grid.rows for cell in row]):
        if not any(meets(item, *ends) for item in mentions) and not _spans(caption, *ends):
            yield _wrong(reading, caption, mentions[-1], ends)
            return


def _spans(caption: Line, start, end) -> bool:
    """Whether a caption goes from one date to another with these days between them."""
    return any(
        _TO.fullmatch(caption.text, before.end, after.start)
        and before.first
        and after.last
        and before.first <= start <= end <= after.last
        for before, after in pairwise(caption.dates)
    )


def _finding(reading, sentence: Line, grid: Grid):
    """A chart's own sentence that names a day of which no figure of the chart is, unless it heads
    figures that have not been recorded yet."""
    days, lacking = distinct_ends([cell for row in grid.rows for cell in row]), _lacking(grid)
    for place, item in enumerate(sentence.dates):
        if (item.first, item.last) in lacking:
            continue
        if days and governs(sentence.text, item) and not any(meets(item, *ends) for ends in days):
            yield _wrong(reading, sentence, item, days[min(place, len(days) - 1)])
            return


def _lacking(grid: Grid) -> set[Ends]:
    """The days and periods that heads of columns without any figure name."""
    return {
        (item.first, item.last)
        for place, head in enumerate(grid.columns[1:], 1)
        if not any(row[place].live for row in grid.rows if place < len(row))
        for item in head.dates
    }


def _caption_of_list(reading, caption: Line, grid: Grid):
    """A caption that says another day than the one on which a list was as it prints."""
    at = [item for item in caption.dates if _AT.search(caption.text, 0, item.start)]
    ends = grid.records and (grid.records.day, grid.records.day)
    for item in at if ends else ():
        is_other = item.precision == DAY and not meets(item, *ends)
        if is_other and governs(caption.text, item):
            yield _wrong(reading, caption, item, ends)
            return
    if ends:
        yield from _period_of_list(caption, grid)


def _period_of_list(caption: Line, grid: Grid):
    """A caption of a year, half-year or month in which no date of the list's rows is."""
    days = [
        item
        for row in grid.rows
        for cell in row
        for item in cell.dates
        if item.first and item.precision == DAY
    ]
    for item in caption.dates if days else ():
        is_named = item.precision != DAY and governs(caption.text, item, of_caption=True)
        is_own = any(meets(day, item.first, item.last) for day in days) if is_named else True
        if not is_own and not _OF_A_CHANGE.search(caption.text[: item.start]):
            first, last = min(day.first for day in days), max(day.last for day in days)
            says = f"“{item.words}” heads a list whose dates are {span_text(first, last)}."
            mend = "Write the period that the list is of, or choose its filter for that period."
            yield fault(caption, item, says, mend, severity=Severity.WARNING)
            return


def _headings(reading):
    """A heading whose date neither a figure under it has nor the sentence of the figure."""
    over: dict[int, Line] = {}
    for line in reading.lines:
        if line.kind == HEADING:
            over = {level: item for level, item in over.items() if level < line.level}
            over[line.level] = line
        elif line.kind == RUN_IN:
            over[_RUN_IN_LEVEL] = line
        elif line.kind in PROSE:
            if _RUN_IN_LEVEL in over and line.block != over[_RUN_IN_LEVEL].block:
                del over[_RUN_IN_LEVEL]
            for heading in over.values():
                yield from _under(reading, heading, line)


_RUN_IN_LEVEL = 99


def _lists(reading):
    """A line that opens a list with a day which its items' figures have not."""
    for line in reading.prose():
        lead = leads(reading).get(id(line)) if line.live else None
        if lead is not None and lead.sentences:
            last = lead.sentences[-1]
            days = [item for item in lead.dates_in(last.start, last.end) if item.precision == DAY]
            if len(days) == 1:
                yield from _under(reading, lead, line, days)


def _under(reading, above: Line, line: Line, mentions: list[Mention] | None = None):
    """The fault of `above`, of whose dates, and of its own sentence, a figure of `line` is none."""
    if not line.live:
        return
    mentions = above.dates if mentions is None else mentions
    dated = [item for item in mentions if governs(above.text, item)]
    for live in line.live if dated else ():
        ends, sentence = ends_of(live), line.sentence_at(live.start)
        own = [item for item in line.dates_in(sentence.start, sentence.end) if item.first]
        if ends and not any(meets(item, *ends) for item in (*dated, *own)):
            yield _wrong(reading, above, dated[-1], ends)
            return


def _wrong(reading, line: Line, mention: Mention, ends: Ends):
    says = f"“{mention.words}” is the heading of figures for {span_text(*ends)}."
    mend = f"Write {own_date(reading, ends)} there, or quote the figures of the date it names."
    return fault(line, mention, says, mend)
