"""The sign of a change, by the word that its words begin with; shares in per cent, and the series
whose changes they show."""

import math
from collections.abc import Iterable
from itertools import combinations

# Editions published before changes were written as “rose from” begin with the other words.
ARROWS = {"Rose": "▲", "Fell": "▼", "Up": "▲", "Down": "▼"}
# Shares that print alike in whole per cents are printed with so many decimals at most.
MOST_DECIMALS = 1


def per_cent(part: float, whole: float, places: int = 0) -> str:
    """A share in per cent with so many decimal places, half rounded up; never 0% of some nor 100%
    of fewer than all."""
    if not whole:
        return ""
    scale = 10**places
    share = math.trunc((part * 200 * scale + whole) // (whole * 2))
    if part and not share:
        return f"under {1 / scale:.{places}f}%"
    if share == 100 * scale and part < whole:
        return f"over {100 - 1 / scale:.{places}f}%"
    return f"{share / scale:.{places}f}%"


def decimals_apart(first: tuple[int, int], last: tuple[int, int]) -> int:
    """How many decimals two shares, each a count and its base, need to print otherwise where they
    are."""
    for places in range(MOST_DECIMALS + 1):
        if per_cent(*first, places) != per_cent(*last, places):
            return places
    return MOST_DECIMALS if first[0] * last[1] != last[0] * first[1] else 0


def are_shares(values: Iterable[tuple[str, int | None, int | None]]) -> bool:
    """True where the counts of a series mislead, of (text, count, base) of each value: every
    value is a count with a base, and in some pair of them the bases are of unlike size, or the
    share moves the other way than the count."""
    rows = list(values)
    if any(text.endswith("%") or count is None or not base for text, count, base in rows):
        return False
    return any(_misleads(*pair) for pair in combinations([row[1:] for row in rows], 2))


def _misleads(before, after):
    (earlier, base), (later, other_base) = before, after
    if abs(base - other_base) * 10 >= max(base, other_base):
        return True
    return (later - earlier) * (later * base - earlier * other_base) < 0
