"""Ranges that a sentence states: what lies between two of its numbers."""

import re
from fractions import Fraction

from reports.quantities.model import Statement

_RANGE = re.compile(
    r"\b(?:between|from|ranged\s+from)\s+⟦[cpmqx](?P<low>\d+)⟧(?:\s+[a-z]+)?\s+(?:and|to)\s+"
    r"⟦[cpmqx](?P<high>\d+)⟧",
    re.I,
)


def is_in_stated_range(row: Statement, value: Fraction) -> bool:
    """True if a sentence states a range that a value lies in: “between 138 and 187, and 165 on
    average”. Its ends are then what the value is among, and bear it as far as a reader can see."""
    for match in _RANGE.finditer(row.sentence.text):
        ends = [row.sentence.thing(match[name]).value for name in ("low", "high")]
        if min(ends) < value < max(ends):
            return True
    return False
