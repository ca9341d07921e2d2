"""Which two numbers bear a share, a rate or a mean."""

from dataclasses import replace
from itertools import permutations

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, MONEY, SPAN, Number
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Quantity
from reports.share_constraints.claims import EACH, RATE, SHARE, Claimed, near
from reports.share_constraints.likely_pairs import named_base
from reports.share_constraints.operands import Around
from reports.share_constraints.tallies import tallies

# What is shared out, by what a mean counts.
_TOTALS = {MONEY: (MONEY,), SPAN: (SPAN,), COUNT: (COUNT, MONEY, SPAN)}
_POPULATION = 1000


def with_rest(count: Quantity, base: Quantity) -> tuple[tuple[Number, Number], ...]:
    """A count and its base, and the rest of the base with it."""
    first, last = count.phrase.number, base.phrase.number
    rest = last.value - first.value
    return (first, last), (replace(first, value=rest, words=number_text(rest)), last)


def is_tallied(reading: Reading, item: Claimed) -> bool:
    """True if a count with its base that the report gives anywhere bear a share."""
    counts = tallies(reading).told
    return any(bears(item, *each) for pair in counts for each in with_rest(*pair))


def bearing(around: Around, item: Claimed) -> tuple[Number, Number] | None:
    """The first pair of numbers that bears a claim, or None."""
    base = named_base(around, item) if item.kind == SHARE else None
    is_exact = item.kind == SHARE and not item.is_open
    for count, whole in permutations(around.numbers, 2) if is_exact else ():
        if count.kind != whole.kind or near(count) > near(whole) or not near(whole):
            continue
        rest = whole.value - count.value
        far = not rest or item.is_far(count, whole, rest=True)
        if not far and bears(item, replace(count, value=rest), whole):
            return count, whole
    for count, other in around.pairs(item):
        if (base is None or other.value == base.value) and bears(item, count, other):
            return count, other
    return None


def bears(item: Claimed, count: Number, base: Number) -> bool:
    """True if a claim is what a count and a base of its kind come to."""
    if count is base or min(count.value.numerator, base.value.numerator) <= 0:
        return False
    if item.is_far(count, base):
        return False
    if item.kind == EACH:
        return count.kind in _TOTALS[item.number.kind] and item.holds(count, base)
    if count.kind != base.kind or near(count) > near(base) or count.value > base.value:
        return False
    return (item.kind != RATE or base.value >= _POPULATION) and item.holds(count, base)
