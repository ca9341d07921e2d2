"""A quarter that is named by its number, compared with the dates next to it: `in quarter 2, on 19
November`."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from assurance.runtime.digits import ORDINALS
from reports.checks.reading import Reading
from reports.date_constraints.orders.moments import Moment, moments
from reports.prose.dates import YEARS
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import just_before, statements

_ORDINALS = ORDINALS[:4]
_QUARTER = SentencePattern(
    rf"\b(?:the\s+)?(?P<nth>{'|'.join(_ORDINALS)}|final|last)\s+quarter\b(?!\s+of\s+a\b)"
    r"|\b(?:quarter\s|Q)(?P<number>[1-4]|one|two|three|four)\b(?!\s*(?:%|[.,]\d|to\b|and\b|–|-))"
    r"|\bquarter\s⟦[cx](?P<mark>\d+)⟧",
    re.I,
)
_NAMES = (_ORDINALS, ("one", "two", "three", "four"), "1234")
_QUARTERS = {name: at for names in _NAMES for at, name in enumerate(names, 1)}
_QUARTERS |= {"last": 4, "final": 4}
_MOST, _NEAR = 12, 120
_JANUARY, _APRIL, _HALF_YEAR = 1, 4, 190
# What may be between a quarter and a date that is in it.
_BEHIND = re.compile(
    r"(?:,?\s+(?:of\s+)?(?:the\s+)?(?:(?:financial|calendar|council|municipal)\s+)?(?:year\s*)?"
    r"(?:⟦d\d+⟧(?:\s+(?:financial|calendar|council|municipal)\s+year)?)?)?"
    r"\s*(?:[,(:–—]\s*|\s+)(?:(?:that\s+is|namely|being|i\.?e\.?|which\s+(?:ended|ends|"
    r"closed|ran|began)|ended|ending|from|to|on|in|covering|the)[,\s]*)*"
    r"(?:⟦d\d+⟧\s*(?:to|and|–|-)\s*)?(?:(?:end|start)\s+of\s+)?",
    re.I,
)
_AHEAD = re.compile(
    r"(?:\s*(?:to|and|–|-)\s*⟦d\d+⟧)?\s*[,(]\s*"
    r"(?:(?:that\s+is|being|which\s+(?:is|was)|so|both|in|the)[,\s]*)*",
    re.I,
)
# “Report on quarter 2 in December”: on that date it is due.
_REPORT = re.compile(r"\b(?:reports?|figures?|results?|updates?|papers?|slides|briefing)\b", re.I)
# “Against 24 in the last quarter of 2023, from 1 April 2024”: the date is of what is compared.
_AGAINST = re.compile(r"\b(?:against|compared|than)\b[^.;]*$", re.I)
_FINANCIAL = re.compile(r"\bfinancial\b", re.I)
_CALENDAR = re.compile(r"\bcalendar\b", re.I)
# “The closure falls in the third quarter of the financial year.”
_FALLS = re.compile(
    r"\b(?:falls?|fell|(?:took|takes)\s+place|is|was|were|are|both|all|each)\b"
    r"(?:\s+(?:both|all|of|them|therefore|thus|so))*"
    r"\s+(?:with)?in\s+$",
    re.I,
)
_MEND = "Put the quarter or the dates right."


def quarters(reading: Reading) -> Iterator[Denial]:
    """`July to September, the third quarter of the financial year`: it is the second."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        for match in islice(_QUARTER.finditer(row.sentence.text), _MOST):
            ahead = row.sentence.text[: match.start()][-_NEAR:]
            if _REPORT.search(ahead) or _AGAINST.search(ahead) or not _number(row, match):
                continue
            own = moments(reading, row)[:_MOST]
            near = [x for x in own if _is_beside(row, match, x)]
            falls = _FALLS.search(ahead)
            if not own and falls and (earlier := just_before(rows, place)):
                near = moments(reading, earlier)[:_MOST]
            if near:
                yield from _denied(row, match, near, _starts(reading, row, match, near))


def _is_beside(row: Statement, match: re.Match, moment: Moment) -> bool:
    """True if a sentence has a date as one of a quarter."""
    text = row.sentence.text
    if moment.start >= match.end():
        between = text[match.end() : moment.start]
        return len(between) <= _NEAR and bool(_BEHIND.fullmatch(between))
    between = text[moment.end : match.start()]
    fell = _FALLS.search(between[-_NEAR:]) and not re.search(r"[;⟦]", between)
    return len(between) <= _NEAR and bool(fell or _AHEAD.fullmatch(between))


def _starts(
    reading: Reading, row: Statement, match: re.Match, near: Sequence[Moment]
) -> tuple[int, ...]:
    """The months that the year may begin with of which a quarter is: April, January, and that of
    the year that the report is on where the dates near are in it."""
    behind = row.sentence.text[match.end() :][:40]
    financial = _FINANCIAL.search(behind) or any(
        x.precision == YEARS for x in row.sentence.marks("d", behind)[:1]
    )
    if financial or _CALENDAR.search(behind):
        return (_APRIL,) if financial else (_JANUARY,)
    first, last = reading.period or (date.min, date.min)
    is_own = (last - first).days > _HALF_YEAR and all(
        any(first <= start <= end <= last for start, end in moment.times) for moment in near
    )
    return (_APRIL, _JANUARY, *((first.month,) if is_own else ()))


def _denied(row: Statement, match: re.Match, near: Sequence[Moment], starts: Sequence[int]):
    number = _number(row, match)
    days = [[day for time in moment.times for day in time] for moment in near]
    if not any(
        all(any(_quarter(x, start) == number for x in some) for some in days) for start in starts
    ):
        texts = " and ".join(dict.fromkeys(x.text for x in near))
        says = f"The report has “{row.sentence.said(match.group())}”, but {texts} is not in it."
        yield Denial(row.line, row.span, says, _MEND)


def _number(row: Statement, match: re.Match) -> int:
    """1 to 4 for the quarter that is named; 0 for a number that no quarter has."""
    mark = match["mark"]
    name = row.sentence.thing(mark).words if mark else match["nth"] or match["number"]
    return _QUARTERS.get(name.casefold(), 0)


def _quarter(day: date, start: int) -> int:
    """The number of the quarter that has a date, of a year that begins with month `start`."""
    return (day.month - start) % 12 // 3 + 1
