"""So many at a price and what they come to, in any words: a product has so many digits that chance
hardly makes a number which one slip parts from it."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from reports.constraints.shares.products import is_written_out
from reports.prose.numbers import MONEY
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import NEAR, slip
from reports.quantities.model import Denial, Quantity, Statement

# What makes a sum of money the price of one.
_FOR_ONE = re.compile(r"\s+an?\b|[^⟦.;]{0,30}?\b(?:each|apiece|per|every)\b", re.I)
_ONE_COSTS = re.compile(
    r"\b(?:each|one|every|price|fee|rate|average|unit\s+cost)\b[^⟦.;]{0,40}$", re.I
)
# A product of fewer digits may be another number by chance; so few are counted besides.
_LEAST, _FEW, _MOST = 1000, 2, 4


def priced(row: Statement) -> Iterator[Denial]:
    """`At £1,040 a week, the 24 places cost £24,990 a week`: the count times the price."""
    yield from _denied(row, row.quantities)


def priced_before(other: Statement, row: Statement) -> Iterator[Denial]:
    """`We pay for 24 places at £1,040 a week. That is £24,990 a week.`"""
    if not any(_is_price(item) for item in row.quantities if len(row.counts)):
        yield from _denied(row, (*other.quantities, *row.quantities))


def _denied(row: Statement, items: Sequence[Quantity]) -> Iterator[Denial]:
    """The denial of a sum of a sentence that is nearly a product of a count and a price."""
    exact = [item for item in items if is_written_out(item.phrase.number)]
    sums = [item for item in exact if item.phrase.number.kind == MONEY]
    prices = [item for item in sums if _is_price(item)]
    results = [item for item in sums if item.order == row.order]
    counts = [item for item in exact if item.phrase.is_stock and item.value >= _FEW]
    ways = [(x, y, x.value * y.value) for x, y in product(counts[:_MOST], prices[:_MOST])]
    if {way[2] for way in ways} & {item.value for item in exact}:
        return
    for result, (many, each, total) in product(results[:_MOST], ways):
        if total >= _LEAST and slip(result.value, total, "") > NEAR:
            says = f"{many.phrase.number.words} × {each.phrase.number.words} = "
            says += f"£{number_text(total)}, but the report gives {result.phrase.number.words}."
            yield Denial.of(result, says, "Put the wrong number right.")
            return


def _is_price(item: Quantity):
    """True if a sum is for one."""
    text = item.sentence.text
    behind = _FOR_ONE.match(text[item.phrase.end :])
    own = behind or _ONE_COSTS.search(text[: item.phrase.start])
    return item.phrase.number.kind == MONEY and bool(own)
