"""Bands with their counts in one sentence, and the whole that stands in it or right by it."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assurance.runtime.digits import whole
from reports.quantities.grammar import CHANGE, MEAN
from reports.quantities.model import Quantity, Statement
from reports.quantities.parts.division import ANY, Division

# “under 5, 12”, “5 to 10 (20)”, “over 3 and up to 6 months: 27”, “those of 11 or more to 140”.
_BANDED = re.compile(
    r"(?:(?:\b(?:under|below|up\s+to|within|over|above|(?:less|fewer|more)\s+than|to|and|or)\s+|[–—-]\s?)"
    r"⟦[cmx]\d+⟧(?:\s+[a-z]+){0,2}|⟦[cmx]\d+⟧(?:\s+[a-z]+)?,?\s+(?:and|or)\s+"
    r"(?:more|over|above|older|longer|upwards)|,\s+(?P<alone>⟦[cmx]\d+⟧)(?=\s\())"
    r"(?:\s?[,:(=–—-]\s?|\s+(?:were|was|came\s+to|numbered|to)\s+)"
    r"⟦c(?P<count>\d+)⟧(?=(?:\s+(?!to\b|or\b|and\b)[a-z]+){0,2}(?:[),;.]|$|\s+and\b))",
    re.I,
)
_FEWEST, _LIMITS = 3, 2
_TOTAL = re.compile(r"\W*(?:a\s+)?(?:total|in\s+all|altogether)\b", re.I)
_SUMS = re.compile(
    r"\W*(?:these|this|that|they|as|in\s+total|(?:in\s+)?all|altogether|the|total)\b"
    r"|[^⟦]*⟦c\d+⟧[^⟦]{0,30}\b(?:in\s+(?:all|total)|altogether)\b",
    re.I,
)


def has_bands(row: Statement) -> bool:
    """Whether a sentence tells the counts of three bands or more."""
    matches = [*_BANDED.finditer(row.sentence.text)]
    return len(matches) >= _FEWEST and sum(not match["alone"] for match in matches) >= _LIMITS


def in_bands(rows: Sequence[Statement], place: int) -> Iterator[Division]:
    """The divisions that bands make of a count before them, or in the sentence that follows or
    comes before, where it states that alone."""
    row = rows[place]
    matches = [*_BANDED.finditer(row.sentence.text)]
    marks, first = {whole(match["count"]) for match in matches}, matches[0].start()
    stocks = [item for item in row.counts if item.phrase.is_stock]
    # “…; not known, 4” is one more part.
    ends = [item for item in stocks if not item.phrase.clause and item.phrase.closer in ";.)"]
    own = [x for x in stocks if x.phrase.start < first and x.phrase.closer != ";"]
    own += [x for x in stocks if _TOTAL.match(x.phrase.label)]
    # “Those of 5 to 10 to 110” are 110.
    parts = tuple(x for x in row.counts if x not in own and (x.phrase.mark in marks or x in ends))
    if not parts or any(part.phrase.role in (MEAN, CHANGE) for part in parts):
        return
    own = [item for item in own if item.value >= max(part.value for part in parts)]
    heads = {part.phrase.head for part in parts} - {""}
    for item in own or _beside(rows, place):
        # “12 teams” are no whole of workers.
        if heads and item.phrase.head and item.phrase.head not in heads:
            continue
        yield Division(item, parts, near=ANY if own else Fraction(1, 4), at=parts[-1])


def _beside(rows, place) -> list[Quantity]:
    """The one count of the sentence after that sums up, else of the one before."""
    row = rows[place]
    for other in (*rows[place + 1 : place + 2], *rows[max(0, place - 1) : place]):
        counts = [item for item in other.counts if item.phrase.is_stock]
        sums = other.order < row.order or _SUMS.match(other.sentence.text)
        if sums and other.section == row.section and len(counts) == 1:
            return counts
    return []
