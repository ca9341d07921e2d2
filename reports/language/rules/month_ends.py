"""The ends of months before a report's position, by names that need no date of their own:
`month_end_1` is the last one by the position, `month_end_2` the one before it."""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from assurance.runtime.digits import whole
from assurance.runtime.periods import When, end_of_month, months_after

_NAME = re.compile(r"month_end_([1-9][0-9]?)", re.ASCII)
# The name of the day that the ends of months precede.
POSITION = "position"
LAST = "Last month end"
EARLIER = "Month end {number} {months} earlier"


def name_of(number: int) -> str:
    """The name of the end of a month, the last one being number 1."""
    return f"month_end_{number}"


def is_reserved(name: str) -> bool:
    """True of the name of an end of a month, which no date of a report's own may have."""
    return _NAME.fullmatch(name) is not None


def is_named(name: str, names: Collection[str]) -> bool:
    """Whether a paper of these dates has `name` as one of them, or as an end of a month."""
    return name in names or (POSITION in names and is_reserved(name))


def month_end(name: str, position: When | None) -> When | None:
    """The end of a month that `name` means by `position`; None for any other name."""
    match = _NAME.fullmatch(name)
    if not match or position is None:
        return None
    number = whole(match[1])
    last = position.end
    if end_of_month(last) != last:
        last = last.replace(day=1) - timedelta(days=1)
    earlier = number - 1
    if last.year - earlier // 12 <= date.min.year:
        return None
    label = EARLIER.format(number=earlier, months="month" if earlier == 1 else "months")
    day = end_of_month(months_after(last.replace(day=1), -earlier))
    return replace(When.at(day), label=label if earlier else LAST)
