"""The two axes of a line chart: values from nought in round steps, and years at true distances."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, floor

STEPS = (1, 2, 5)
MOST_LINES = 5


@dataclass(frozen=True)
class Scale:
    """The values of an axis: from `low` to `high` in steps."""

    low: float
    high: float
    step: float

    @property
    def values(self) -> list[float]:
        """The values of the lines, from the lowest."""
        number = round((self.high - self.low) / self.step)
        return [self.low + self.step * place for place in range(number + 1)]

    def text(self, value: float) -> str:
        """A value as the axis names it: `1,000`, `0.5`."""
        places = max(next(n for n in range(10) if round(self.step, n) == self.step), 0)
        return f"{value:,.{places}f}"


def scale_of(values: Iterable[float]) -> Scale:
    """The scale that begins at nought (below, where a value is) and has room for all values."""
    values = list(values)
    low, high = min(0, *values, 0), max(0, *values, 0)
    step = _step(high - low)
    first = floor(low / step)
    last = max(ceil(round(high / step, 9)), first + 1)
    return Scale(round(first * step, 9), round(last * step, 9), step)


def _step(span):
    """The distance of lines: 1, 2 or 5 times a power of ten, and few lines."""
    power = 0
    while span and 10**power * MOST_LINES > span:
        power -= 1
    while True:
        for step in STEPS:
            if span <= step * 10.0**power * MOST_LINES:
                return round(step * 10.0**power, 9) or 1
        power += 1


def years(first: int, last: int, is_wide: bool) -> list[tuple[int, str]]:
    """(day, words) of the first days of years between two days; of the two days themselves where
    fewer than two such are between them."""
    begin, end = date.fromordinal(first), date.fromordinal(last)
    starts = [date(year, 1, 1) for year in range(begin.year, end.year + 1)]
    ticks = [
        (day.toordinal(), f"1 Jan {day.year}" if is_wide else str(day.year))
        for day in starts
        if first <= day.toordinal() <= last
    ]
    if len(ticks) > 1:
        return ticks
    return [(day.toordinal(), f"{day:%b %Y}") for day in dict.fromkeys((begin, end))]


def halves(first: int, last: int) -> Iterator[int]:
    """The first days of July between two days."""
    for year in range(date.fromordinal(first).year, date.fromordinal(last).year + 1):
        if first <= (day := date(year, 7, 1).toordinal()) <= last:
            yield day


def in_order(days: Sequence[date | None]) -> list[int]:
    """The ordinals of `days` where all are known and each is later than the one before; else
    0, 1, 2 and so on, which are the same distance from each other."""
    if None not in days and all(later > earlier for earlier, later in pairwise(days)):
        return [day.toordinal() for day in days]
    return list(range(len(days)))
