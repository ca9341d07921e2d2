"""`Girls did better than boys: five of the ten girls met it, and four of the twelve boys`: which
group has the larger share, by the counts that the sentence gives."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.constraints.claims.echoes import pairs, share_of
from reports.prose.asides import CONDITIONS
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement

_GROUP = r"(?:(?:the|our|those|among)\s+)?(?P<{0}>[a-z][a-z-]+)"
_CLAIM = re.compile(
    rf"\b{_GROUP.format('one')}\s+(?:(?:did|do|fared|performed|scored)\s+(?:[a-z]+\s+)?(?:(?P<better>better)|worse)"
    r"|(?:were|are|was|is)\s+(?:[a-z]+\s+)?(?:(?P<more>more)|less)\s+likely)\s+"
    rf"than\s+{_GROUP.format('other')}\b",
    re.I,
)
# What a group did well; of what is more or less likely, either is so.
_WELL = re.compile(
    r"\b(?:reach\w*|met|passed|achiev\w+|gained|attained|succeeded|completed|made)\b", re.I
)
_UNSURE = re.compile(rf"\b(?:{CONDITIONS}|not|no|never)\b", re.I)
_MEND = "Write what the two shares show, or correct them."


def group_shares(row: Statement, _earlier: Sequence[Statement]) -> Iterator[Denial]:
    """The group of which a sentence claims that it did better, or was likelier to, has the larger
    share of the two that the sentence gives."""
    claim = _CLAIM.search(row.sentence.text)
    if not claim or _UNSURE.search(row.sentence.text):
        return
    if "likely" not in claim.group() and not _WELL.search(row.sentence.text):
        return
    one, other = (_shares_of(row, claim[name]) for name in ("one", "other"))
    if not len(one) == len(other) == 1:
        return
    is_more = bool(claim["better"] or claim["more"])
    if one[0] != other[0] and (one[0] > other[0]) != is_more:
        says = f"It is {number_text(one[0] * 100, 1)}% against {number_text(other[0] * 100, 1)}%, "
        says += f"but the report claims “{row.sentence.said(claim.group())}”."
        yield Denial(row.line, row.span, says, _MEND)


def _shares_of(row: Statement, group: str) -> list[Fraction]:
    """The shares of a group that a sentence gives by their two counts."""
    return [
        share_of(pair)
        for pair in pairs(row)
        if re.search(
            rf"⟦c{pair[0].phrase.base}⟧\s+(?:[a-z-]+\s+){{0,2}}?{re.escape(group)}\b",
            row.sentence.text,
            re.I,
        )
    ]
