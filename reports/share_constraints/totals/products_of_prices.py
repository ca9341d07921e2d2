"""Costs of so many at a price, where the price and how many are in sentences of their own."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import MONEY, SPAN
from reports.prose.quantities.arithmetic import extent, is_swapped
from reports.prose.quantities.number_forms import unlike
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import by_line
from reports.share_constraints.prices import is_paced, is_price

_COSTS = re.compile(
    r"\b(?:costs?|bill|charge[ds]?|paid|pays?|(?:comes?|came|amounts?|amounted)\s+to|total(?:s|led)?|spent|spending)\b"
    r"[^⟦.;]{0,60}$",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:budget\w*|forecast|up\s+to|at\s+least|instead|last\s+year|increase\w*|saved?|saving\w*|more|less|fewer|"
    r"from|half|first|median)\b",
    re.I,
)
_BACK, _LEAST, _LARGE = 3, 3, 1000
_MEND = "Put the wrong number right."


def products_of_prices(reading: Reading) -> Iterator[Denial]:
    """`We pay £450 to every household. Eighty-two qualified. It has cost us £43,650`: £36,900."""
    for rows in by_line(reading).values():
        for place, row in enumerate(rows):
            passage = rows[max(0, place - _BACK + 1) : place + 1]
            result = _result(row)
            if result and len(passage) > 1:
                yield from _denied(passage, result)


def _result(row: Statement) -> Quantity | None:
    """The one sum of money that a sentence gives as a cost."""
    sums = [x for x in row.quantities if x.phrase.number.kind == MONEY and not is_price(x)]
    ahead = row.sentence.text[: sums[0].phrase.start] if sums else ""
    plain = len(sums) == 1 and sums[0].value >= _LARGE and _COSTS.search(ahead)
    return sums[0] if plain and not _OTHERS.search(ahead) else None


def _denied(rows: Sequence[Statement], result: Quantity) -> Iterator[Denial]:
    items = [x for row in rows for x in row.quantities if x is not result]
    money = [x for x in items if x.phrase.number.kind == MONEY]
    counts = [x for x in items if x.phrase.is_stock and x.value >= _LEAST]
    if len(money) != 1 or not is_price(money[0]) or len(counts) != 1 or not money[0].value:
        return
    [price], [count] = money, counts
    spans = [x for x in items if x.phrase.number.kind == SPAN and is_paced(x, money)]
    factors = [x.value for x in (count, *spans[:1])]
    total = price.value * factors[0] * (factors[1] if spans else 1)
    low, high = extent(result.phrase.number)
    known = (total, *(price.value * x for x in factors))
    if any(low <= x <= high for x in known) or count.phrase.number.bound:
        return
    many = result.value / price.value
    is_multiple = not spans and many.denominator == 1 and many >= _LEAST
    if is_multiple or _is_swapped(result.value, total):
        words = [x.phrase.number.words for x in (count, *spans[:1], price)]
        says = f"{' × '.join(words)} = {unlike(total, result.phrase.number)}, but the report gives "
        yield Denial.of(result, f"{says}{result.phrase.number.words}.", _MEND)


def _is_swapped(value: Fraction, total: Fraction) -> bool:
    """True if two digits of a product, rounded as the sum is, make the sum in another order."""
    digits = str(value.numerator).rstrip("0") if value.denominator == 1 else ""
    unit = 10 ** (len(str(value.numerator)) - len(digits)) if digits else 1
    return is_swapped(Fraction(round(total / unit) * unit), value)
