"""`Checks are renewed every three years. That of 8 April 2022 fell due again on 8 April 2024`: the
day on which something falls due again, against how often the report has it renewed."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading, shared
from reports.date_constraints.orders.moments import moments
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_OF_CHECKS = SentencePattern(
    r"\b(?:checks?|certificates?|DBS|disclosures?|re-?checks?|re-?checked|renew\w*|approvals?)\b",
    re.I,
)
_EVERY = re.compile(
    r"\b(?:every|after|each|within|for|than)\s+⟦[cx](?P<mark>\d+)⟧\s+years?\b"
    r"|⟦[cx](?P<yearly>\d+)⟧[\s-]year(?:ly)?\b|\b(?:every|each)\s+(?P<one>year)\b",
    re.I,
)
_ISSUED = re.compile(
    r"\b(?:issued|dated|made|checked|renewed|granted|approved|signed)\s+(?:on\s+)?$", re.I
)
_FELL_DUE = re.compile(
    r"\b(?:fell|falls|fall|was|is|became|becomes|came|comes)\s+due\s+(?:again\s+)?(?:(?:on|by|for\s+renewal\s+on)\s+)?$"
    r"|\b(?:should|must|ought\s+to)\s+(?:therefore\s+)?(?:have\s+been|be)\s+(?:renewed|re-?checked|replaced|done\s+again)\s+"
    r"(?:again\s+)?(?:by|on|before)\s+$"
    r"|\b(?:due\s+for\s+renewal|expired|expires|ran\s+out|runs\s+out)\s+(?:on|by)\s+$",
    re.I,
)
_MEND = "Correct one of the two dates, or how often it is renewed."


def renewals(reading: Reading) -> Iterator[Denial]:
    """`Renewed every three years … issued on 18 November 2021 and due by 18 November 2025.`"""
    for row in statements(reading):
        days = [day for day in moments(reading, row) if day.is_day and day.has_year]
        if len(days) != 2 or not shared(reading, _intervals):
            continue
        first, last = days
        text = row.sentence.text
        is_issued = _ISSUED.search(text[: first.start])
        if not is_issued or not _FELL_DUE.search(text[first.end : last.start]):
            continue
        issued, due = first.times[0][0], last.times[0][0]
        years = due.year - issued.year
        alike = (issued.month, issued.day) == (due.month, due.day)
        if alike and years not in shared(reading, _intervals):
            every = " or ".join(map(str, sorted(shared(reading, _intervals))))
            says = f"From {first.text} to {last.text} is {years} years, but the report has it "
            yield Denial(row.line, row.span, f"{says}renewed every {every}.", _MEND)


def _intervals(reading: Reading) -> frozenset[int]:
    """Every number of years after which the report has a check or an approval renewed."""
    return frozenset(
        years
        for row in statements(reading)
        if _OF_CHECKS.search(row.sentence.text)
        for years in _years_in(row)
    )


def _years_in(row: Statement) -> Iterator[int]:
    for match in _EVERY.finditer(row.sentence.text):
        mark = match["mark"] or match["yearly"]
        number = row.sentence.thing(mark) if mark else None
        if number is None:
            yield 1
        elif number.value.denominator == 1:
            yield number.value.numerator
