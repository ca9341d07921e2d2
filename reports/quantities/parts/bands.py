"""Bands with their counts in one sentence, and the whole that is in it or right by it."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assurance.runtime.digits import whole
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Quantity, Statement
from reports.quantities.parts.division import ANY, Division
from reports.quantities.roles import CHANGE, MEAN

# “under 5, 12”, “5 to 10 (20)”, “over 3 and up to 6 months: 27”, “those of 11 or more to 140”.
_BANDED = SentencePattern(
    r"(?:(?:\b(?:under|below|up\s+to|within|over|above|(?:less|fewer|more)\s+than|to|and|or)\s+|[–—-]\s?)"
    r"⟦[cmx]\d+⟧(?:\s+[a-z]+){0,2}|⟦[cmx]\d+⟧(?:\s+[a-z]+)?,?\s+(?:and|or)\s+"
    r"(?:more|over|above|older|longer|upwards)|,\s+(?P<alone>⟦[cmx]\d+⟧)(?=\s\())"
    r"(?:\s?[,:(=–—-]\s?|\s+(?:were|was|came\s+to|numbered|to)\s+)"
    r"⟦c(?P<count>\d+)⟧(?=(?:\s+(?!to\b|or\b|and\b)[a-z]+){0,2}(?:[),;.]|$|\s+and\b))",
    re.I,
)
# “14 held fewer than 12, 27 held between 12 and 18 and nine held more”: its count comes first.
_COUNTED = SentencePattern(
    r"⟦c(?P<count>\d+)⟧(?:\s+[a-z]+)?\s+(?:(?:were|was|are|is|had|have|held|hold|took|waited|lasted|[a-z]+ed)\s+)?"
    r"(?:(?:for|in|within|aged|of)\s+)?(?:(?P<alone>(?!))|between\s+⟦[cmx]\d+⟧(?:\s+[a-z]+)?\s+and\s+⟦[cmx]\d+⟧|"
    r"⟦[cmx]\d+⟧\s?(?:to|–|-)\s?⟦[cmx]\d+⟧|(?:under|below|up\s+to|over|above|(?:less|fewer|more)\s+than)\s+⟦[cmx]\d+⟧|"
    r"⟦[cmx]\d+⟧(?:\s+[a-z]+)?\s+or\s+(?:more|over|above|older|longer|fewer|less))",
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
    """True if a sentence gives the counts of three bands or more."""
    matches = _banded(row)
    return len(matches) >= _FEWEST and sum(not match["alone"] for match in matches) >= _LIMITS


def _banded(row: Statement) -> list[re.Match]:
    """The bands of a sentence with their counts, which are all behind or all before them."""
    behind, ahead = ([*shape.finditer(row.sentence.text)] for shape in (_BANDED, _COUNTED))
    return ahead if len(ahead) > max(len(behind), _LIMITS) else behind


def in_bands(rows: Sequence[Statement], place: int) -> Iterator[Division]:
    """The divisions that bands make of a count before them, or in the sentence that follows or
    comes before, where it states that alone."""
    row = rows[place]
    matches = _banded(row)
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
