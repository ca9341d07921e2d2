"""Words around parts: that they may overlap, that one is meant; and how exact their numbers are."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from reports.prose.numbers import Number
from reports.prose.quantities.arithmetic import extent

_MOST = 8
# What one may have or say beside something else, so that parts can overlap.
MAY_OVERLAP = re.compile(
    r"\b(?:ha(?:d|ve|s)(?!\s+(?:been|yet|not|gone|come|done|left|begun|become|[a-z]+e[dn])\b)|said|felt|named|chose|mentioned|wanted|used|attended|sent|also|knew|know|see|"
    r"more\s+than\s+one|several|each|both|as\s+well|at\s+least)\b",
    re.I,
)
# A part that is told as one, in words.
ONES = re.compile(
    r"\b(?:one(?!\s+(?:day|week|month|year|or|of|hundred|being|by)\b)|a\s+single|another|a\s+further|the\s+(?:third|fourth|fifth|sixth|seventh)(?=\s+(?:[a-z]+ed|was|is|had|has)\b))\b(?!\s+⟦)",
    re.I,
)

_FIRST_OF_ALL = re.compile(
    r"\b(?:most\s+(?:common|frequent|usual|often)|commonest|largest|biggest|highest|main)\b[^.;]*$",
    re.I,
)


def is_first_of_all(ahead: str) -> bool:
    """True if a number is that of the largest of several things, by the words before it, and so
    itself a part: `The most common concern was physical harm, in 57 cases`."""
    return bool(_FIRST_OF_ALL.search(ahead))


def rounding(number: Number) -> Fraction:
    """How far the truth behind a number may be from it: half of its last figure for money, which
    is true to a thousand where it is written out."""
    low, high = extent(number)
    written_out = not re.search(r"[a-z]", number.words, re.I)
    return min((high - low) / 2, Fraction(500)) if written_out else (high - low) / 2


def some_come_to(values: Sequence[Fraction], whole: Fraction) -> bool:
    """True if one or a few of some values, and not all of them, come to a whole; of so many that
    trying would take long, always."""
    sizes = range(1, len(values))
    return len(values) > _MOST or any(
        sum(few) == whole for size in sizes for few in combinations(values, size)
    )
