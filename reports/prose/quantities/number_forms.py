"""Values in the form of another number."""

import re
from fractions import Fraction

from reports.prose.numbers import MONEY, Number
from reports.prose.quantities.arithmetic import extent, number_text

_SCALE = re.compile(r"\d(?P<words>\s?(?P<letter>k|t|m|b)[a-z]*)\b", re.I)
_POWERS = {"k": 10**3, "t": 10**3, "m": 10**6, "b": 10**9}


def in_form_of(value: Fraction, number: Number) -> str:
    """`value` as `number` is written: `£27.0m` next to `£26.9m`, `1,250` next to `1,300`."""
    if number.kind != MONEY:
        return number_text(value)
    scale = _SCALE.search(number.words)
    power = _POWERS[scale["letter"].casefold()] if scale else 1
    pound = "£" * ("£" in number.words)
    return f"{pound}{number_text(value / power, number.places)}{scale['words'] if scale else ''}"


def last_place(number: Number) -> Fraction:
    """The unit of the last place of `£26.9m`, in pounds; nought for a sum written out."""
    low, high = extent(number)
    return high - low if _SCALE.search(number.words) else Fraction(0)
