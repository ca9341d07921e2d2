"""A share in words of a whole that it names, against the number next to it: `half of the 40 carers
replied: 24 in all`."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.share_constraints.sizes.halves import claim_denied

# The whole behind a share, and the number that tells the same part again.
_OF_WHOLE = re.compile(
    r"\s+of\s+(?:the|our|its|their|these|those)\s+⟦c(?P<base>\d+)⟧(?:"
    r"(?:\s+[a-z’'-]+){0,5}?(?:,\s+⟦c(?P<apposed>\d+)⟧(?=,)|\s+\(⟦c(?P<bracketed>\d+)⟧\)"
    r"|\s[–—-]\s+⟦c(?P<dashed>\d+)⟧(?=\s[–—-]\s))"
    r"|[^⟦;:.]{0,60}(?::|\s[–—-])\s+(?:(?:only|just)\s+)?⟦c(?P<behind>\d+)⟧(?:\s+in\s+all)?\W*$"
    r"|[^⟦;:.]{0,60};\s+⟦c(?P<after>\d+)⟧\s+(?:were|was|did|had|have|are|is)\W*$)",
    re.I,
)
_PARTS = ("apposed", "bracketed", "dashed", "behind", "after")


def stated_fractions(reading: Reading) -> Iterator[Denial]:
    """`Three quarters of the 80 children, 48, had a check`; `most of the 50 came; 21 did`."""
    for row in statements(reading):
        yield from _denied(row)


def _denied(row: Statement) -> Iterator[Denial]:
    text = row.sentence.text
    for match in CLAIM.finditer(text):
        found = _OF_WHOLE.match(text, match.end()) if not (match["all"] or match["none"]) else None
        claim = claim_of(match) if found else None
        if claim is None:
            continue
        mark = next(found[name] for name in _PARTS if found[name])
        part, base = row.sentence.thing(mark), row.sentence.thing(found["base"])
        if part.bound or base.bound or not 0 < part.value < base.value:
            continue
        yield from claim_denied(row, claim, part, base.words, Fraction(base.value))
