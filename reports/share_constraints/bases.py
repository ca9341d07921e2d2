"""What a share is of, where its sentence does not say: in a list, by `of them`, in the passage."""

import re
from collections.abc import Mapping, Sequence

from reports.checks.numbers.passages import opened
from reports.checks.reading import Reading
from reports.prose.quantities.arithmetic import (
    RIGHT,
)
from reports.quantities.grammar import OPENING_BASE
from reports.quantities.model import Quantity, Statement
from reports.quantities.passages import before, by_line, statements
from reports.share_constraints.pairs import Share, shares_of, verdict_of

# So many sentences may stand between a share and its base.
FAR = 4
OF_THEM = re.compile(r"\bof\s+(?:whom|which|these|those|them)\b", re.I)
_OF_THESE = re.compile(r"^\W*(?:out\s+)?of\s+(?:these|those|them)\b", re.I)


def base_of_them(rows: Sequence[Statement], place: int, item: Share) -> Quantity | None:
    """The one count that `of them` points back to, in its sentence or the one before."""
    row, start = rows[place], item.count.phrase.start
    own = [other for other in row.quantities if other.phrase.start < start]
    # “168 of them (60%) … 98 (35%)”: what is itself of them is not what they are.
    own = [other for other in own if not OF_THEM.match(row.sentence.text, other.phrase.end + 1)]
    own = [other for other in own if other.phrase.is_stock or other.phrase.is_sum]
    if own and OF_THEM.search(row.sentence.text[own[-1].phrase.end : item.percent.phrase.start]):
        return own[-1] if own[-1].value >= item.count.value else None
    if own or not item.count.phrase.anaphor:
        return None
    earlier = [other for row in before(rows, place, 1) for other in row.counts]
    alone = len(earlier) == 1 and earlier[0].value >= item.count.value
    return earlier[0] if alone else None


def whole_before(rows: Sequence[Statement], place: int, item: Share) -> Quantity | None:
    """The count of one of the two sentences before that the counts of a sentence come to: `356
    were born. 324 (91%) were seen in time, 21 later and 11 not at all`."""
    parts = [other for other in rows[place].counts if other.phrase.is_stock]
    total = sum(other.value for other in parts)
    if len(parts) < 2 or item.count not in parts:
        return None
    near = (other for row in before(rows, place, 2) for other in row.counts)
    return next((other for other in near if other.value == total), None)


def bases_of_lists(reading: Reading) -> Mapping[int, Quantity]:
    """id of an item → the base that the line over its list states, or that half its shares fit."""
    index, result = by_line(reading), {}
    for listing, lead in opened(reading):
        rows = index.get(id(lead), ())
        if not rows:
            continue
        items = [row for entry in listing.items for row in index.get(id(entry), ())[:1]]
        shares = [item for row in items for item in shares_of(row)]
        near = [*rows[-1].counts]
        stated = near[:1] if OPENING_BASE.match(rows[-1].sentence.text) else ()
        if not stated and _OF_THESE.match(rows[-1].sentence.text):
            every = statements(reading)
            far = before(every, rows[-1].order - 1, FAR)
            near += [item for row in far for item in reversed(row.counts)]
        base = next((item for item in stated or near if stated or _bears(item, shares)), None)
        if base and (stated or len(near) == 1 or _OF_THESE.match(rows[-1].sentence.text)):
            result |= {id(entry): base for entry in listing.items}
    return result


def _bears(base: Quantity, shares):
    """Whether half of some shares or more are of a base, or their counts come to it."""
    right = [item for item in shares if verdict_of(item, base) == RIGHT]
    total = sum(item.count.value for item in shares)
    return len(shares) > 1 and (len(right) * 2 >= len(shares) or total == base.value)
