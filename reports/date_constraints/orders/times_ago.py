"""How long ago a date was, on the date of the report: `on Tuesday 9 May 2023, five months ago`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.date_constraints.orders.lengths import is_so_long
from reports.prose.dates import DAY
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial
from reports.quantities.passages import statements

_AGO = SentencePattern(
    r"⟦d(?P<day>\d+)⟧(?:,\s+|\s+\(|,\s+(?:that\s+is|which\s+(?:is|was))\s+)(?:(?:just|only|exactly|now|already)\s+)*"
    r"⟦[cx](?P<mark>\d+)⟧\s+(?P<unit>days?|weeks?|months?|years?)\s+ago\b",
    re.I,
)


def times_ago(reading: Reading) -> Iterator[Denial]:
    """A date is as long before the report as its sentence has it."""
    if reading.dated is None:
        return
    for row in statements(reading):
        for match in _AGO.finditer(row.sentence.text):
            day, number = (row.sentence.thing(match[x]) for x in ("day", "mark"))
            if number.bound or day.precision != DAY or not day.first or day.first > reading.dated:
                continue
            unit = match["unit"].casefold().rstrip("s")
            if not is_so_long(unit, number.value, day.first, reading.dated):
                says = (
                    f"The report has {number.words} {match['unit']} ago, but from {day.words} to "
                )
                says += "the date of the report it is another time."
                yield Denial(row.line, number, says, "Correct the time, or the date.")
