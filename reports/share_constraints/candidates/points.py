"""So many points between two shares, against every pair of shares near: `a rate of 32.5%, compared
with 36.4% before. It has thus come down by 4.9 percentage points`."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from reports.checks.reading import Reading
from reports.prose.numbers import PERCENT
from reports.quantities.model import Denial
from reports.quantities.passages import after, statements
from reports.share_constraints.candidates.near import UNSURE, cells, passage, shares

# “Nine percentage points” is a count in words.
_IN_WORDS = re.compile(r"⟦c(\d+)⟧\s+percentage\s+points?\b", re.I)
# “Two points above the standard”: of one share and of what is in no sentence near.
_FROM_AIM = re.compile(
    r"\b(?:above|below|from|over|under)\s+(?:[a-z]+\s+){1,3}?(?:standards?|targets?|thresholds?|goals?)\b",
    re.I,
)
_BACK, _MOST, _ROOM = 3, 14, Fraction(1, 2)


def points(reading: Reading) -> Iterator[Denial]:
    """So many percentage points lie between two of the shares near."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        gaps = [x for x in row.sentence.marks("q") if x.bound in ("", "~")]
        gaps += [row.sentence.thing(x[1]) for x in _IN_WORDS.finditer(row.sentence.text)]
        if not gaps or UNSURE.search(row.sentence.text) or _FROM_AIM.search(row.sentence.text):
            continue
        near = [*passage(rows, place, _BACK), *after(rows, place, 1)]
        printed = [x for other in near[:2] for x in other.sentence.marks("p")]
        values = {x for other in near for x in shares(other)}
        values |= set(cells(reading, row, PERCENT))
        if len({x.value for x in printed}) != 2 or len(values) > _MOST:
            continue
        differences = [abs(x - y) for x, y in combinations(values, 2)]
        for gap in gaps:
            room = _ROOM if not gap.places else Fraction(11, 100)
            if all(abs(x - abs(gap.value)) > room for x in differences):
                says = f"No two shares near it are {gap.words} points apart."
                yield Denial(row.line, gap, says, "Put the number of points right.")
