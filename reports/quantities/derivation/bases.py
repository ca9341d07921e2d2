"""The whole numbers that a count and its per cent may be out of."""

from collections.abc import Iterable
from fractions import Fraction
from math import trunc

from reports.prose.numbers import Number

# Two shares fit some whole by chance.
_SHARES = 3


def bases_for(count: int, number: Number) -> range:
    """The whole bases for which `count` prints as a per cent; empty where there is none.

    `count / base` lies within half a unit of the last place, the lower end included.
    """
    half = Fraction(1, 2 * 10**number.places)
    low, high = number.value - half, number.value + half
    if count <= 0 or high <= 0:
        return range(0)
    least = trunc(Fraction(count * 100) / high) + 1
    most = trunc(Fraction(count * 100) / low) if low > 0 else least - 1
    return range(max(least, count), most + 1)


def are_of_one_whole(shares: Iterable[tuple[Number, Number]]) -> bool:
    """True if three pairs or more of a count and its per cent fit one whole, printed or not."""
    rows = [*shares]
    if len(rows) < _SHARES or any(count.value.denominator > 1 for count, _ in rows):
        return False
    ranges = [bases_for(trunc(count.value), percent) for count, percent in rows]
    return max(x.start for x in ranges) < min(x.stop for x in ranges)
