"""A sum of money that a paragraph comes to, against the sums that it follows from."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from reports.checks.reading import Reading
from reports.prose.numbers import MONEY, Number
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import NEAR, slip
from reports.quantities.model import Denial, Quantity
from reports.quantities.passages import by_line

_TOTAL = re.compile(
    r"\b(?:total|totall?ed|totall?ing|altogether|in\s+all|in\s+sum|combined|together|overall|sum|accordingly|"
    r"com(?:es?|ing)\s+to|came\s+to|amounts?|amounted|mak(?:es?|ing)|bring(?:s|ing)?|cost\s+of\s+both)\b[^⟦.;]{0,60}$",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:budget\w*|target|forecast|expected|would|will|grant|limit|at\s+least|last\s+year|previous\w*|earlier|before|against|"
    r"compared|more\s+than|less\s+than|average|saving|than)\b",
    re.I,
)
_MOST, _SHARE, _MEND = 6, 50, "Correct the sum, or one of the amounts."


def sums(reading: Reading) -> Iterator[Denial]:
    """`£10,164 … and £3,250 … Total expenditure was accordingly £14,314`: it is £13,414."""
    for rows in by_line(reading).values():
        items = [x for row in rows for x in row.quantities if x.phrase.number.kind == MONEY]
        for at, item in enumerate(items):
            text = item.sentence.text
            ahead = text[max(0, item.phrase.start - 90) : item.phrase.start]
            alone = [x for x in items if x.order == item.order] == [item]
            exact = not item.phrase.number.bound and not _UNSURE.search(text)
            if alone and exact and at > 1 and _TOTAL.search(ahead):
                yield from _denied(item, items[max(0, at - _MOST) : at])


def _denied(item: Quantity, before: Sequence[Quantity]) -> Iterator[Denial]:
    """The denial of a total, where the last two or more amounts come to one slip from it."""
    numbers = [x.phrase.number for x in before if not x.phrase.number.bound]
    stated = item.value
    parts = [x for x in numbers if x.value * _SHARE >= stated > x.value]
    if len(parts) < len(("one", "other")) or stated in _known(numbers):
        return
    for many in range(2, len(parts) + 1):
        own = parts[-many:]
        total = sum((x.value for x in own), Fraction(0))
        if slip(stated, total, MONEY) > NEAR:
            terms = " + ".join(x.words for x in own)
            says = f"{terms} = £{number_text(total)}, but the report gives "
            yield Denial.of(item, f"{says}{item.phrase.number.words}.", _MEND)
            return


def _known(numbers: Sequence[Number]) -> set[Fraction]:
    """Every sum of some amounts, and every difference of two."""
    values = [x.value for x in numbers]
    groups = (x for many in range(1, len(values) + 1) for x in combinations(values, many))
    made = {sum(x, Fraction(0)) for x in groups}
    return made | {abs(a - b) for a, b in combinations(values, 2)}
