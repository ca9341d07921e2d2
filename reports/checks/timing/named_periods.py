"""“The half-year from July to November 2015”: a named period next to its two ends."""

import re
from collections.abc import Iterator
from datetime import timedelta

from reports.checks.reading import Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.checks.timing.ranges import Range, ranges
from reports.prose.dates import MONTH

_MONTHS = {"half": 6, "quarter": 3, "year": 12}
_NAMED = re.compile(
    r"(?<!-)(?<!school )(?<!academic )\b(?P<name>(?P<half>half[-\s]year)|(?P<quarter>quarter)|"
    r"(?P<year>(?:(?:financial|calendar|council|municipal)\s+)?year))"
    r"(?P<joint>\s+(?:from|between|running\s+from)|,|\s*\(|:)\s*(?:the\s+)?$",
    re.I,
)
_BY, _NEAR = re.compile(r"\b(?:by|each|every|per)\s+$", re.I), 12


@rule("named-period-unlike-ends", Severity.WARNING, "error 12")
def named_periods(reading: Reading, _known) -> Iterator[Fault]:
    """A half-year, quarter or year has as many months as its two ends have between them."""
    for line in reading.lines:
        for item in ranges(line):
            name = _NAMED.search(line.text, max(0, item.first.start - 60), item.first.start)
            found = _months(item)
            # A part of a year may stand in brackets behind it.
            is_part = name and name["year"] and not name["joint"].strip().isalpha()
            # “Grades by quarter, April to September” are those of each of its quarters.
            is_part = is_part or (
                name
                and _BY.search(line.text, max(0, name.start("name") - _NEAR), name.start("name"))
            )
            if not name or not found or is_part:
                continue
            expected = next(months for key, months in _MONTHS.items() if name[key])
            # “From April 2014 to April 2015” is a year from end to end.
            whole = found - 1 if item.first.precision == MONTH else found
            if expected not in (found, whole):
                ends = f"{item.first.words} to {item.last.words}"
                says = f"The text has “{name['name']}”, but {ends} are {found} months."
                mend = "Correct the dates, or name the period that they are."
                yield fault(line, (item.first.start, item.last.end), says, mend)


def _months(item: Range) -> int:
    """How many whole months a range has; 0 where it begins or ends within one."""
    after = item.end + timedelta(days=1)
    if item.start.day != 1 or after.day != 1:
        return 0
    return (after.year - item.start.year) * 12 + after.month - item.start.month
