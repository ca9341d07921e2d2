"""Per cents and percentage points that were taken for each other: from 49% to 67% is a rise of 18
points, and no rise of 18 per cent."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from reports.checks.reading import Reading
from reports.prose.numbers import PERCENT, Number
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import before, statements
from reports.quantities.roles import BOUND, CHANGE, RATE, TARGET

_BACK, _HALF = 2, Fraction(1, 2)


def points_and_parts(reading: Reading) -> Iterator[Denial]:
    """`It went from 49% to 67%, a rise of 18 per cent`: a rise of 18 percentage points."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        changes = [x for x in row.quantities if _is_change(x)]
        points = row.sentence.marks("q")
        if len(changes) + len(points) != 1:
            continue
        near = [x for x in before(rows, place, _BACK) if x.line is row.line]
        own, earlier = _levels(row), [y for x in near for y in _levels(x)]
        pairs = [*combinations(own, 2)] or [(x, y) for x in own for y in earlier]
        # “It was 58%. A year before it was 52%. The rise is of six per cent.”
        pairs = pairs or ([*combinations(earlier, 2)] if len(earlier) == _BACK else [])
        if changes:
            yield from _called_parts(row, changes[0], pairs)
        elif len(own) > 1 and not points[0].bound:
            yield from _called_points(row, points[0], pairs)


def _is_change(item: Quantity) -> bool:
    number = item.phrase.number
    # “Two per cent over” is of a budget.
    is_over = re.match(r"\s+(?:over|under|above|below)\b", item.sentence.text[item.phrase.end :])
    plain = number.kind == PERCENT and item.phrase.role == CHANGE and not number.bound
    return plain and not is_over


def _levels(row: Statement) -> list[Number]:
    """The shares that a sentence gives as values, no change of one."""
    roles = (CHANGE, TARGET, RATE, BOUND)
    items = [x for x in row.quantities if x.phrase.role not in roles]
    return [x.phrase.number for x in items if x.phrase.number.kind == PERCENT]


def _called_parts(
    row: Statement, change: Quantity, pairs: Sequence[tuple[Number, Number]]
) -> Iterator[Denial]:
    stated = change.phrase.number
    for first, last in pairs:
        gap = abs(first.value - last.value)
        parts = [gap * 100 / x.value for x in (first, last) if x.value]
        if gap == stated.value and all(verdict(stated, x, x) == WRONG for x in parts):
            low, high = sorted((first, last), key=lambda x: x.value)
            says = f"{low.words} and {high.words} are {number_text(gap, stated.places)} percentage "
            says += f"points from each other, but the report gives {stated.words}."
            yield Denial(row.line, stated, says, "Write “percentage points”.")
            return


def _called_points(
    row: Statement, stated: Number, pairs: Sequence[tuple[Number, Number]]
) -> Iterator[Denial]:
    gaps = [abs(x.value - y.value) for x, y in pairs]
    if len(pairs) != 1 or abs(gaps[0] - stated.value) <= 1:
        return
    parts = [gaps[0] * 100 / x.value for x in pairs[0] if x.value]
    if any(abs(x - stated.value) <= _HALF for x in parts):
        first, last = pairs[0]
        says = f"{first.words} and {last.words} are {number_text(gaps[0], 1)} percentage points "
        says += f"from each other, but the report gives {stated.words}."
        yield Denial(row.line, stated, says, "Put the number of points right.")
