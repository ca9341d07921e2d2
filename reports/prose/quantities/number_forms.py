"""Values in the form of another number."""

from fractions import Fraction

from reports.prose.numbers import MONEY, Number
from reports.prose.quantities.arithmetic import extent, number_text
from reports.prose.quantities.scales import scale_of

_MORE_PLACES = 3


def in_form_of(value: Fraction, number: Number) -> str:
    """`value` as `number` is written: `£27.0m` next to `£26.9m`, `1,250` next to `1,300`."""
    if number.kind != MONEY:
        return number_text(value)
    power, words = scale_of(number)
    pound = "£" * ("£" in number.words)
    return f"{pound}{number_text(value / power, number.places)}{words}"


def unlike(value: Fraction, number: Number) -> str:
    """The same of what `number` should be: with more places where it has them, and in full where it
    would read like `number` itself."""
    if number.kind != MONEY:
        return number_text(value)
    power, words = scale_of(number)
    scaled = value / power
    places = (number.places + more for more in range(_MORE_PLACES))
    exact = next((x for x in places if (scaled * 10**x).denominator == 1), number.places)
    text = f"{'£' * ('£' in number.words)}{number_text(scaled, exact)}{words}"
    return text if text != number.words else f"£{number_text(value)}"


def half_unit(number: Number) -> Fraction:
    """Half a unit of the last decimal place of a number, by which rounding moves it at most."""
    return Fraction(1, 2 * 10**number.places)


def last_place(number: Number) -> Fraction:
    """The unit of the last place of `£26.9m`, in pounds; nought for a sum written out."""
    low, high = extent(number)
    return high - low if scale_of(number)[1] else Fraction(0)
