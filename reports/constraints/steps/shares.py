"""The shares that two counts were given with, of which a word of direction may be."""

from collections.abc import Iterable

from reports.constraints.steps.step import Step
from reports.prose.numbers import COUNT, PERCENT
from reports.quantities.model import Quantity, Statement

# So many letters from a count its share begins or ends: “49 files, or 58.3%”.
_NEAR = 40


def is_true_of_shares(rows: Iterable[Statement], step: Step) -> bool:
    """True if both numbers of a step are counts with a share next to them, and its word is true of
    the two shares: `49 files, or 58.3%. It has worsened, from 61.1% (44 of 72)`."""
    if not step.way or any(item.phrase.number.kind != COUNT for item in step.pair):
        return False
    known = {row.order: row for row in rows}
    shares = [_share_near(item, known[item.order]) for item in step.pair]
    if None in shares or shares[0] is shares[1]:
        return False
    gap = shares[1].value - shares[0].value
    return gap * step.way > 0


def _share_near(item: Quantity, row: Statement) -> Quantity | None:
    """The share that begins or ends next to a number in its sentence."""
    phrase = item.phrase
    gaps = [
        (
            max(other.phrase.start - phrase.end, phrase.start - other.phrase.end),
            other.phrase.start,
            other,
        )
        for other in row.quantities
        if other.phrase.number.kind == PERCENT
    ]
    near = min(gaps, default=None, key=lambda gap: gap[:2])
    return near[2] if near and near[0] <= _NEAR else None
