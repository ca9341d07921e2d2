"""The shares that two counts were given with, of which a word of direction may be."""

import re
from collections.abc import Sequence

from reports.equations.steps.step import Step
from reports.prose.numbers import COUNT, PERCENT
from reports.quantities.model import Quantity, Statement
from reports.quantities.passages import FIRST

# So many letters from a count its share begins or ends: “49 files, or 58.3%”.
_NEAR = 40
_FROM_SHARE = re.compile(r"\s+from\s+(?:[a-z]+\s+){0,2}⟦p", re.I)


def is_from_a_share(match: re.Match, pair: Sequence[Quantity]) -> bool:
    """True if a word of direction is of a share that two counts are not: `135 of 180 episodes, up
    from 70% (147 of 210)`."""
    behind = _FROM_SHARE.match(match.string, match.end())
    return bool(behind) and all(item.phrase.number.kind != PERCENT for item in pair)


def is_true_of_shares(rows: Sequence[Statement], step: Step) -> bool:
    """True if both numbers of a step, of the statements `rows` of a report, are counts with a share
    next to them, and its word is true of the two shares: `49 files, or 58.3%. It has worsened, from
    61.1% (44 of 72)`."""
    if not step.way or any(item.phrase.number.kind != COUNT for item in step.pair):
        return False
    first, last = (_share_near(item, rows[item.order - FIRST]) for item in step.pair)
    return bool(first and last) and (last.value - first.value) * step.way > 0


def _share_near(item: Quantity, row: Statement) -> Quantity | None:
    """The share that begins or ends next to a number in its sentence."""
    own = item.phrase
    gaps = {
        max(other.phrase.start - own.end, own.start - other.phrase.end): other
        for other in reversed(row.quantities)
        if other.phrase.number.kind == PERCENT
    }
    near = min(gaps, default=_NEAR + 1)
    return gaps[near] if near <= _NEAR else None
