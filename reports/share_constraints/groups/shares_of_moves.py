"""A change that is given as a number and as a share: `the number rose by 16, or 10%`."""

import re
from collections.abc import Iterator
from itertools import permutations

from reports.checks.reading import Reading
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements

_MOVED = re.compile(
    r"\b(?:(?P<up>rose|risen|grew|grown|increased|gone\s+up|went\s+up|up)|"
    r"(?P<down>fell|fallen|dropped|decreased|gone\s+down|went\s+down|down))\s+by\s+⟦c(?P<by>\d+)⟧"
    r"(?:\s+[a-z]+){0,3}?(?:,\s+(?:or|that\s+is|which\s+is|i\.e\.)\s+(?:by\s+)?|\s*\()⟦p(?P<share>\d+)⟧"
    r"|⟦c(?P<more>\d+)⟧\s+(?P<way>more|fewer)(?:\s+[a-z]+){0,2}?,\s+(?:or|that\s+is)\s+(?:a\s+[a-z]+\s+of\s+)?"
    r"⟦p(?P<part>\d+)⟧",
    re.I,
)
# The groups of the number and of the share, in either wording.
_NAMES = (("by", "more"), ("share", "part"))
_BACK, _MEND = 3, "Correct the share, or the numbers that it is of."


def shares_of_moves(reading: Reading) -> Iterator[Denial]:
    """`There were 174, and 158 the year before: it rose by 16, or 16%`, which is 10% of 158."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _MOVED.search(row.sentence.text)
        if match:
            near = [x for x in before(rows, place, _BACK) if x.section == row.section]
            yield from _denied(row, match, [row, *near])


def _denied(row: Statement, match: re.Match, near: list[Statement]) -> Iterator[Denial]:
    step, share = (row.sentence.thing(match[x] or match[y]) for x, y in _NAMES)
    way = 1 if match["up"] or (match["way"] or "").casefold() == "more" else -1
    counts = {x.value for other in near for x in other.counts if x.phrase.is_stock}
    olds = {old for old, new in permutations(counts, 2) if old and new - old == step.value * way}
    if len(olds) != 1 or share.bound or step.bound:
        return
    [old] = olds
    true = step.value * 100 / old
    if verdict(share, true, true) == WRONG:
        says = f"{step.words} of {number_text(old)} is {number_text(true, share.places)}%, "
        yield Denial(row.line, share, f"{says}but the report gives {share.words}.", _MEND)
