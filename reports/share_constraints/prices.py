"""So many at a price and what they come to, in any words: a product has so many digits that chance
hardly makes a number which one slip parts from it."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import floor

from reports.prose.numbers import MONEY, SPAN
from reports.prose.quantities.arithmetic import is_swapped, number_text
from reports.prose.quantities.number_forms import unlike
from reports.quantities.derivation.slips import NEAR, slip
from reports.quantities.model import Denial, Quantity, Statement
from reports.share_constraints.products import is_price_written_out, is_written_out

# What makes a sum of money the price of one.
_FOR_ONE = re.compile(
    r"\s+(?:for\s+)?an?\b|(?!,\s+each\s+(?:of|for|at|being|costing)\b)[^⟦.;]{0,30}?\b(?:each|apiece|per|every)\b",
    re.I,
)
# “At a total cost of £82,000”.
_TOTAL_OF = re.compile(
    r"\b(?:total|combined|overall|altogether|in\s+all)\b[^⟦.;]{0,25}$"
    r"|[,(]\s*(?:or\s+)?an?\s+(?:daily|weekly|monthly|yearly|annual)\s+(?:cost|bill|charge|price|sum)\s+of\s+$",
    re.I,
)
_PACE = re.compile(
    r"\s+(?:(?:an?|per|each|every)\s+(day|week|month|quarter|year)\b|p\.?\s?([wma])\b)", re.I
)
_SHORT = {"w": "week", "m": "month", "a": "year"}
_ONE_COSTS = re.compile(
    r"\b(?:each|one|every|price|fee|rate|average|unit\s+cost|allowance|bursary|payment|charge)\b[^⟦.;]{0,40}$"
    r"|\beach\s+of\s+(?:the|these|those|our)\s+⟦c\d+⟧[^⟦.;]{0,40}$",
    re.I,
)
# A product of fewer digits may be another number by chance; so few are counted besides.
_LEAST, _FEW, _MOST, _DIGITS, _LEAST_COUNT = 1000, 2, 4, 3, 20


def priced(row: Statement) -> Iterator[Denial]:
    """`At £1,040 a week, the 24 places cost £24,990 a week`: the count times the price."""
    yield from _denied(row, row.quantities, [item for item in row.quantities if is_price(item)])


def priced_before(other: Statement, row: Statement) -> Iterator[Denial]:
    """`We pay for 24 places at £1,040 a week. That is £24,990 a week.`"""
    sums = [item for item in row.quantities if item.phrase.number.kind == MONEY]
    prices = [item for item in (*other.quantities, *row.quantities) if is_price(item)]
    own = [item for item in prices if item.order == row.order]
    paces = {_pace(item) for item in prices if item.order == other.order} - {""}
    if own == sums and len(own) == 1 and _pace(own[0]) in paces:
        prices.remove(own[0])
    elif own and row.counts:
        return
    yield from _denied(row, (*other.quantities, *row.quantities), prices)


def _denied(
    row: Statement, items: Sequence[Quantity], prices: Sequence[Quantity]
) -> Iterator[Denial]:
    """The denial of a sum of a sentence that is nearly a product of a count and a price."""
    exact = [item for item in items if is_written_out(item.phrase.number)]
    results = [x for x in exact if x.phrase.number.kind == MONEY and x.order == row.order]
    prices = [x for x in prices if is_price_written_out(x.phrase.number)][:_MOST]
    spans = [x for x in items if x.phrase.number.kind == SPAN and is_paced(x, prices)]
    counts = [x for x in exact if x.phrase.is_stock and x.value >= _FEW] + spans
    ways = [(x, y, x.value * y.value) for x, y in product(counts[:_MOST], prices)]
    totals = {way[2] for way in ways}
    # “£2,000 to each of six and £1,500 to each of four”: all that several prices come to.
    if len(counts) == len(prices) > 1:
        totals.add(sum(x.value * y.value for x, y in zip(counts, prices, strict=True)))
    if totals & {item.value for item in exact}:
        return
    for result, (many, each, total) in product(results[:_MOST], ways):
        if result is not each and total >= _LEAST and _is_slip_of(result, total):
            yield _unlike(result, many, each, total)
            return
    if whole_told := _told_whole(row, results, ways):
        result, way = whole_told
        yield _unlike(result, *way)
        return
    for result, (many, each, _total) in product(results[:_MOST], ways):
        share = result.value / each.value if each.value else 0
        whole = share == floor(share) and result is not each and share >= _LEAST_COUNT
        if whole and many.order == row.order and is_swapped(many.value, share):
            says = f"{result.phrase.number.words} / {each.phrase.number.words} = "
            says += f"{number_text(share)}, but the report gives {many.phrase.number.words}."
            yield Denial.of(many, says, "Put the wrong number right.")
            return


def _unlike(result: Quantity, many: Quantity, each: Quantity, total: Fraction) -> Denial:
    says = f"{many.phrase.number.words} × {each.phrase.number.words} = "
    says += f"{unlike(total, result.phrase.number)}, but the report gives "
    says += f"{result.phrase.number.words}."
    return Denial.of(result, says, "Put the wrong number right.")


def _told_whole(row: Statement, results, ways):
    """(the sum, the one way to reckon it) of a sentence that counts things, calls one sum what
    each costs and the other what all do; None of another."""
    others = [x for x in results if x not in [way[1] for way in ways]]
    own = all(x.order == row.order for way in ways for x in way[:2])
    if len(ways) != 1 or len(others) != 1 or not own or len(row.quantities) != len(others) + 2:
        return None
    names_all = _TOTAL_OF.search(row.sentence.text[: others[0].phrase.start])
    near = others[0].value <= ways[0][2] * _FEW and ways[0][2] <= others[0].value * _FEW
    return (others[0], ways[0]) if names_all and near else None


def _is_slip_of(result: Quantity, total: Fraction) -> bool:
    """True if one slip parts a sum from a product, or a round sum from the product rounded."""
    if slip(result.value, total, "") > NEAR:
        return True
    digits = str(result.value.numerator).rstrip("0")
    unit = 10 ** max(0, len(str(result.value.numerator)) - max(len(digits) + 1, _DIGITS))
    is_near = abs(total - result.value) * 10 < total
    return unit > 1 and not is_near and is_swapped(floor(total / unit) * unit, result.value)


def is_paced(span: Quantity, prices: Sequence[Quantity]) -> bool:
    """True if a price is for each of the weeks or days that a length of time has."""
    unit = span.phrase.clause.partition(" ")[0].rstrip("s").casefold()
    return unit in {_pace(item) for item in prices}


def _pace(item: Quantity) -> str:
    """The time that a sum is for each of, or nothing."""
    match = _PACE.match(item.sentence.text, item.phrase.end)
    return (match[1] or _SHORT[match[2].casefold()]).casefold() if match else ""


def is_price(item: Quantity) -> bool:
    """True if a sum is for one."""
    text = item.sentence.text
    behind = _FOR_ONE.match(text[item.phrase.end :])
    own = behind or _ONE_COSTS.search(text[: item.phrase.start])
    return item.phrase.number.kind == MONEY and bool(own)
