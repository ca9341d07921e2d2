"""Shares in typed tables that tell of a small number by the count that they are of."""

from collections.abc import Set
from fractions import Fraction
from math import floor

from assurance.figures.small_numbers import is_small
from reports.language.inline import parse_inline
from reports.language.tokens import StatedNumber
from reports.prose.numbers import PERCENT, numbers
from reports.prose.quantities.arithmetic import rounded


def telling_shares(table, hidden: Set[tuple[int, int]], most: int) -> set[tuple[int, int]]:
    """The places of per cents that only a small count, or a small rest, of a count shown in their
    row (where there is none, in the last row) can print as."""
    matches = set()
    for row, line in enumerate(table.cells["rows"]):
        shares = {column: _share(text) for column, text in enumerate(line) if column}
        shares = {column: share for column, share in shares.items() if share}
        for base in _bases(table, row, hidden) if shares else ():
            matches |= {(row, column) for column, item in shares.items() if _pins(item, base, most)}
    return matches


def _bases(table, row, hidden):
    """The counts that a share of a row may be of: none of those that it is the share of."""
    last = table.shape[0] - 1
    own = [(place, count) for place, count in table.counts.items() if place[0] == row]
    rest = [(place, count) for place, count in table.counts.items() if place[0] == last]
    total = {place[1]: count for place, count in rest if table.cells.get("total_row")}
    return [
        count
        for place, count in own or rest
        if place not in hidden and (row == last or not own or total.get(place[1], count) == count)
    ]


def _share(text):
    pieces = [piece for piece in parse_inline(text) if piece != ""]
    piece = pieces[0] if len(pieces) == 1 else None
    words = piece.words if isinstance(piece, StatedNumber) else piece
    result = numbers(words) if isinstance(words, str) else ()
    shares = [item for item in result if item.kind == PERCENT and not item.bound]
    return shares[0] if len(shares) == len(result) == 1 else None


def _pins(share, base, most):
    near, reach = floor(share.value * base / 100), base // 100 + 2
    fits = (
        [
            count
            for count in range(max(0, near - reach), min(base, near + reach) + 1)
            if rounded(Fraction(100 * count, base), share.places) == share.value
        ]
        if base
        else []
    )
    few = all(is_small(count, most) for count in fits)
    return bool(fits) and (few or all(is_small(base - count, most) for count in fits))
