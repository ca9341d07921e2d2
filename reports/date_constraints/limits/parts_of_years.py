"""The parts of a year that have gone and those that are left: `Eight months of the year had gone
and four were left`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.numbers import value_of
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial
from reports.quantities.passages import statements

_PARTS = {"month": 12, "quarter": 4, "week": 52, "term": 3}
_GONE_AND_LEFT = SentencePattern(
    r"(?:⟦[cx](?P<gone>\d+)⟧|\b(?P<one>one|three(?=\s+quarters)))\s+(?P<unit>month|quarter|week|term)s?\s+of\s+the\s+(?:(?:financial|council|school|calendar)\s+)?"
    r"year\s+(?:(?:had|have|has)\s+)?(?:gone|passed|elapsed|been)[^⟦.;:]{0,20}(?:\(⟦p\d+⟧\)[^⟦.;:]{0,20})?(?:and|with|,)\s+"
    r"(?:⟦[cx](?P<left>\d+)⟧|(?P<last>one))\s+(?:(?:were|was|are|is|months?|quarters?|weeks?|terms?)\s+)*(?:left|remain\w*|to\s+(?:go|come|run))\b",
    re.I,
)


def parts_of_years(reading: Reading) -> Iterator[Denial]:
    """The parts of a year that have gone, with those that are left, are all of it."""
    for row in statements(reading):
        match = _GONE_AND_LEFT.search(row.sentence.text)
        if match is None:
            continue
        gone, left = (_value(row, match, *x) for x in (("gone", "one"), ("left", "last")))
        every = _PARTS[match["unit"].casefold()]
        if gone + left != every:
            says = f"{gone} and {left} come to {gone + left}, but a year has {every} "
            says += f"{match['unit'].casefold()}s."
            yield Denial(row.line, row.span, says, "Correct one of the two numbers.")


def _value(row, match: re.Match, mark: str, word: str):
    return row.sentence.thing(match[mark]).value if match[mark] else value_of(match[word])
