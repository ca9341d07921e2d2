"""`On both dates`: so many dates as the sentence before lists."""

import re
from collections.abc import Iterator, Sequence

from assurance.runtime.periods import MONTHS
from reports.prose.dates import DAY
from reports.prose.quantities.phrases import stem, stems
from reports.quantities.model import Denial, Statement

_TIMES = r"(?:dates?|days|occasions|meetings|evenings|visits|events|sessions|afternoons|mornings)"
_ALL = re.compile(
    rf"\b(?:on|at|after|before|in|of)\s+(?:(?P<both>both|(?:the|these|those)\s+two)(?:\s+of\s+(?:the|these|those))?"
    rf"|(?:all|each\s+of|the|these|those)\s+(?:of\s+)?(?:(?:the|these|those)\s+)?⟦[cx](?P<many>\d+)⟧)\s+{_TIMES}\b"
    rf"|\b(?P<pair>both)\s+(?:of\s+(?:the|these|those)\s+)?{_TIMES}\b"
    rf"|\ball\s+(?:of\s+)?(?:(?:the|these|those)\s+)?⟦[cx](?P<count>\d+)⟧\s+{_TIMES}\b"
    r"|^\W*all\s+⟦c(?P<these>\d+)⟧\s+(?:were|had|have|are)\b",
    re.I,
)
_THE_SO_MANY = re.compile(
    r"\b(?:the|these|those|all|all\s+the)\s+⟦c(?P<many>\d+)⟧\s+(?P<noun>[a-z]{4,}s)\b(?!\s+of\b)",
    re.I,
)
_IN_MONTH = re.compile(rf"\s+(?:in|during)\s+({'|'.join(MONTHS)})\b", re.I)
_LIST = re.compile(r"⟦d\d+⟧(?:(?:,\s+(?:and\s+)?|\s+and\s+(?:again\s+)?(?:on\s+)?)⟦d\d+⟧)+")
_LEAST, _MOST = 2, 12


def dates_named(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """The number of dates, meetings or visits is that of the one list of days just before."""
    match = _ALL.search(row.sentence.text) if earlier else None
    lists = [days for other in (row, *earlier[:1]) for days in _days(other)] if match else []
    if len(lists) != 1 or earlier[0].line is not row.line:
        return
    mark = match["many"] or match["count"] or match["these"]
    many = row.sentence.thing(mark).value if mark else _LEAST
    if many != len(lists[0]) and many <= _MOST:
        phrase = row.sentence.said(match.group()).strip()
        says = f"The report has “{phrase}”, but lists {len(lists[0])} dates just before."
        yield Denial(row.line, row.span, says, "Put the number or the list of dates right.")


def things_dated(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`Courses ran on 4 May, 18 June and 9 July. The four courses were full`: one for each date, or
    `the two visits in June` for each of that month."""
    if not earlier or earlier[0].section != row.section:
        return
    lists = list(_days(earlier[0]))
    for match in _THE_SO_MANY.finditer(row.sentence.text) if len(lists) == 1 else ():
        many, days = row.sentence.thing(match["many"]), lists[0]
        head = stem(match["noun"])
        ahead = earlier[0].sentence.text.partition("⟦d")[0]
        if head not in stems(ahead) or len(earlier[0].counts) > 0:
            continue
        month = _month_of(row, match)
        days = [day for day in days if not month or day.month == month]
        if many.value != len(days) and days:
            phrase = row.sentence.said(match.group()).strip()
            says = f"The report has “{phrase}”, but {len(days)} dates are listed just before."
            yield Denial(row.line, many, says, "Put the number or the list of dates right.")


def _month_of(row: Statement, match: re.Match) -> int:
    """The month behind a number of things, or nought."""
    named = _IN_MONTH.match(row.sentence.said(row.sentence.text[match.end() :]))
    names = [month.casefold() for month in MONTHS]
    return names.index(named[1].casefold()) + 1 if named else 0


def _days(row: Statement):
    """The lists of days of a sentence."""
    for match in _LIST.finditer(row.sentence.text):
        days = row.sentence.marks("d", match.group())
        if all(day.precision == DAY or (day.day and day.month) for day in days):
            yield days
