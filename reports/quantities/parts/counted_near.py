"""Counts and shares near a division: of another whole, of both together, of each of its parts.

`stocks` gives the counts of a sentence by its order.
"""

import re
from collections.abc import Iterable, Mapping

from reports.prose.quantities.arithmetic import RIGHT, verdict
from reports.quantities.model import Statement
from reports.quantities.parts.division import Division

OF_THEM = re.compile(r"\s+of\s+(?:them|these|those)\b(?!\s+(?:⟦|aged\b|whose\b|with\b))", re.I)

_OWN_SHARE = re.compile(r"[^⟦.;,]{0,60}?\(⟦p(?P<mark>\d+)⟧\)")
_TENTH, _FEW_PARTS = 10, 3


def leaves_much_out(division: Division) -> bool:
    """True if each part has its right share of the whole in brackets, and far more than a slip is
    left: “of £5.2m £3.1m went to staff (60%) and £1.2m to travel (23%)”."""
    whole = division.whole.value
    if (whole - division.total) * _TENTH <= whole:
        return False
    for part in division.parts:
        share = _OWN_SHARE.match(part.sentence.text, part.phrase.end)
        number = share and part.sentence.thing(share["mark"])
        if not share or verdict(number, *[part.value * 100 / whole] * 2) != RIGHT:
            return False
    return True


def is_of_nearer(division: Division, stocks: Mapping) -> bool:
    """True if its parts are “of them”, and something was counted after its whole."""
    whole, part = division.whole, division.parts[0]
    linked = OF_THEM.match(part.sentence.text, part.phrase.end)
    return bool(linked) and any(stocks[x] for x in range(whole.order + 1, part.order))


def is_of_both(division: Division, stocks: Mapping, near: Iterable[int]) -> bool:
    """True if a sentence near it counts what its whole and its parts come to together, and counts
    the same things or names none."""
    whole, own = division.whole, {*map(id, (division.whole, *division.parts))}
    for order in near:
        heads = {x.phrase.head for x in stocks[order]} - {""}
        alike = not whole.phrase.head or not heads or whole.phrase.head in heads
        values = {x.value for x in stocks[order] if id(x) not in own}
        if alike and whole.value + division.total in values:
            return True
    return False


def divides_a_whole(row: Statement) -> bool:
    """True if a sentence divides a whole rightly: `131 were about communication in 52 cases, delay
    in 37, an assessment in 24 and staff in 18` speaks of no row called assessment."""
    values = [item.value for item in row.counts if item.phrase.is_stock]
    return len(values) > _FEW_PARTS and values[0] == sum(values[1:])
