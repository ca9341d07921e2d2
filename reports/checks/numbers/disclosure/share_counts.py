"""The counts that a part or a share of a whole can be."""

from fractions import Fraction
from math import floor

from reports.prose.numbers import COUNT, Number
from reports.prose.quantities.arithmetic import rounded

# A share that so many counts fit pins none of them.
_MANY = 20


def counts_of(number: Number, base: Fraction) -> list[Fraction]:
    """What a part counts: itself, or every count whose share of `base` prints as it does."""
    if number.bound or base <= 0 or base.denominator != 1:
        return []
    if number.kind == COUNT:
        return [number.value] if number.value <= base and number.value.denominator == 1 else []
    return fitting_counts(number, base, 100)


def fitting_counts(number: Number, base: Fraction, per: int | Fraction) -> list[Fraction]:
    """Every count of which `base` prints the share `number`, per so many; of many, none."""
    near = floor(number.value * base / per)
    reach = floor(base / per / 10**number.places) + 2
    return (
        [
            Fraction(count)
            for count in range(max(0, near - reach), near + reach + 1)
            if rounded(Fraction(count * per) / base, number.places) == number.value
        ]
        if reach < _MANY
        else []
    )
