"""Values in the form of another number."""

from fractions import Fraction

from reports.prose.numbers import MONEY, Number
from reports.prose.quantities.arithmetic import extent, number_text
from reports.prose.quantities.scales import scale_of


def in_form_of(value: Fraction, number: Number) -> str:
    """`value` as `number` is written: `£27.0m` next to `£26.9m`, `1,250` next to `1,300`."""
    if number.kind != MONEY:
        return number_text(value)
    power, words = scale_of(number)
    pound = "£" * ("£" in number.words)
    return f"{pound}{number_text(value / power, number.places)}{words}"


def last_place(number: Number) -> Fraction:
    """The unit of the last place of `£26.9m`, in pounds; nought for a sum written out."""
    low, high = extent(number)
    return high - low if scale_of(number)[1] else Fraction(0)
