"""A mean or a rate against the total and the number that it is of."""

from reports.prose.numbers import Number
from reports.prose.quantities.arithmetic import WRONG, number_text, share, verdict


def is_wrong_quotient(stated: Number, total: Number, many: Number, per: int = 1) -> bool:
    """True if a number is not that of a total, rounded or not, over so many, for `per` of them."""
    return verdict(stated, *share(total, many, per)) == WRONG


def unlike_rate(rate: Number, count: Number, base: Number, per: Number) -> str:
    """The rate of a count for a base, against the one that a report gives."""
    exact = number_text(count.value * per.value / base.value, max(rate.places, 1))
    return f"is {exact} per {per.words}, but the report gives {rate.words}."
