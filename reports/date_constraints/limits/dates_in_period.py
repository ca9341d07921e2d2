"""Dates of which each is in the period of the report: `on 17 May, 20 September and 7 February,
each of them within the year`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial
from reports.quantities.passages import statements

_LIST = SentencePattern(
    r"(?P<dates>(?:⟦d\d+⟧(?:,\s+and\s+|,\s+|\s+and\s+))+⟦d\d+⟧),?\s+(?:(?:which\s+(?:is|are|were)|and)\s+)?(?:each|all|both|every\s+one)\s+"
    r"(?:(?:of\s+(?:them|these|which)|were|are|fell|falling)\s+)*(?:in|within|inside|during)\s+the\s+(?P<what>(?:(?:reporting|financial|council|review)\s+)?"
    r"(?:year|period|half-year|quarter|six\s+months))\b(?!\s+(?:before|to|of|from|ended|ending|since|after)\b)",
    re.I,
)
_MARK = re.compile(r"⟦d(\d+)⟧")
# The least and the most days of each.
_DAYS = {"half-year": (175, 190), "year": (360, 370), "six months": (175, 190), "quarter": (85, 95)}


def dates_in_period(reading: Reading) -> Iterator[Denial]:
    """Each date that is in the period of the report by its sentence is so by the calendar."""
    if reading.period is None:
        return
    start, end = reading.period
    for row in statements(reading):
        match = _LIST.search(row.sentence.text)
        if match is None or not _is_long(match["what"], (end - start).days + 1):
            continue
        days = [row.sentence.thing(mark) for mark in _MARK.findall(match["dates"])]
        outside = [x for x in days if x.first and (x.last < start or x.first > end)]
        if outside and all(x.first for x in days):
            says = f"{outside[0].words} is not in the period of the report."
            yield Denial(row.line, outside[0], says, "Correct the date, or the sentence.")


def _is_long(what: str, days: int) -> bool:
    """True if a period of so many days is one that the words may mean."""
    name = next((x for x in _DAYS if what.casefold().endswith(x)), None)
    return name is None or _DAYS[name][0] <= days <= _DAYS[name][1]
