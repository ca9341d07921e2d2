"""What two numbers come to: a share, a change, a mean or a rate."""

from reports.prose.numbers import Number
from reports.prose.quantities.arithmetic import WRONG, number_text, share, verdict


def shares_between(first, last):
    """What one of two amounts is of the other, by how much it is less, and how far the last is from
    the first, in per cent."""
    small, large = sorted((first, last))
    return small * 100 / large, (large - small) * 100 / large, abs(last - first) * 100 / first


def is_wrong_quotient(stated: Number, total: Number, many: Number, per: int = 1) -> bool:
    """True if a number is not that of a total, rounded or not, over so many, for `per` of them."""
    return verdict(stated, *share(total, many, per)) == WRONG


def unlike_rate(rate: Number, count: Number, base: Number, per: Number) -> str:
    """The rate of a count for a base, against the one that a report gives."""
    exact = number_text(count.value * per.value / base.value, max(rate.places, 1))
    return f"is {exact} per {per.words}, but the report gives {rate.words}."
