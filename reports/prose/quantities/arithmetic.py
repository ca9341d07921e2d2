"""The arithmetic that a reader does on the back of a paper: shares and roundings."""

from fractions import Fraction
from math import trunc

from reports.prose.numbers import MONEY, PERCENT, Number

RIGHT, CUT, WRONG = "right", "cut", "wrong"
# How far “about 25%” may be from what it is about, in points; “about 24%” was looked at closer.
ABOUT, CLOSER = Fraction(5, 2), Fraction(1)


def rounded(value: Fraction, places: int) -> Fraction:
    """`value` to so many decimal places, halves up, as print has it."""
    scale = 10**places
    return Fraction((abs(value) * scale * 2 + 1) // 2, scale) * (-1 if value < 0 else 1)


def cut(value: Fraction, places: int) -> Fraction:
    """`value` with the places after those cut off."""
    scale = 10**places
    return Fraction(trunc(value * scale), scale)


def number_text(value: Fraction, places: int = 0) -> str:
    """A number as print has it: `1,250`, `25.2`."""
    return f"{float(rounded(value, places)):,.{places}f}"


def plain(number: Number) -> str:
    """The number's own value in figures, with as many places as it was written."""
    return number_text(number.value, number.places if number.kind != MONEY else 0)


def extent(number: Number) -> tuple[Fraction, Fraction]:
    """Between which values the truth behind a written number lies: a count is itself, a sum of
    money may have been rounded to its last figure that is no nought."""
    if number.kind != MONEY or not number.value:
        return number.value, number.value
    unit = Fraction(1, 10**number.places) if number.value.denominator > 1 else _last(number.value)
    return number.value - unit / 2, number.value + unit / 2


def share(count: Number, base: Number, per: int = 100) -> tuple[Fraction, Fraction]:
    """Between which values the share lies, in points (or per `per`); a share of none is none."""
    if not base.value:
        return Fraction(0), Fraction(0)
    (least, most), (low, high) = extent(count), extent(base)
    return least * per / high, most * per / low


def verdict(number: Number, low: Fraction, high: Fraction) -> str:
    """Whether a written share is right for a truth between `low` and `high`, cut, or wrong."""
    value, places = number.value, number.places
    about = CLOSER if number.kind == PERCENT and value % 5 else ABOUT
    truths = {
        ">": high > value,
        ">=": high >= value,
        "<": low < value or rounded(low, places) == value,
        "<=": low <= value,
        "~": low - about <= value <= high + about,
    }
    if number.bound:
        return RIGHT if truths[number.bound] else WRONG
    if rounded(low, places) <= value <= rounded(high, places):
        return RIGHT
    return CUT if not places and cut(low, 0) <= value <= cut(high, 0) else WRONG


def both(exact: Fraction, right: Fraction, places: int) -> str:
    """`25% (25.2%)`, or the first alone where there is no more to it."""
    precise = f"{number_text(exact, places + 1)}%"
    return (
        f"{number_text(right, places)}%"
        if exact == right
        else f"{number_text(right, places)}% ({precise})"
    )


def bases_for(count: int, number: Number) -> range:
    """The whole bases for which `count` prints as the per cent `said`; empty where there is none.

    `count / base` lies within half a unit of the last place, the lower end included.
    """
    half = Fraction(1, 2 * 10**number.places)
    low, high = number.value - half, number.value + half
    if count <= 0 or high <= 0:
        return range(0)
    least = trunc(Fraction(count * 100) / high) + 1
    most = trunc(Fraction(count * 100) / low) if low > 0 else least - 1
    return range(max(least, count), most + 1)


def _last(value):
    unit = 1
    while value % (unit * 10) == 0:
        unit *= 10
    return Fraction(unit)
