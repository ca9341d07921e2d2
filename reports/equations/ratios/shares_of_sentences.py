"""Words for a share of the one pair of numbers that a sentence has: `Nine of the 31 did, which is
more than one in four`, `13 were approved. Set against the 231 enquiries, that is one in 18`."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, CONDITIONS, EARLIER_TIMES, EXPECTATIONS, OTHER_AREAS
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import just_before, statements

_PAIR = SentencePattern(
    r"⟦c(?P<part>\d+)⟧(?:\s+[a-z-]+){0,3}?\s+(?:out\s+)?of\s+(?:(?:the|these|those|our|all)\s+)*⟦c(?P<whole>\d+)⟧(?:[^⟦.;:]|⟦x\d+⟧){0,140}?"
    r"(?:,\s+(?:which|that)\s+(?:is|was|makes?)|,\s+or|\s[–—-])\s+(?P<claim>[^⟦.;:,]{3,40})",
    re.I,
)
_AGAINST = SentencePattern(
    r"^\W*(?:set\s+against|out\s+of|measured\s+against|of|among|as\s+a\s+share\s+of)\s+(?:(?:the|our|all|a\s+total\s+of)\s+)*⟦c(?P<whole>\d+)⟧"
    r"[^⟦.;:,]{0,60},\s+(?:that|this|it)\s+(?:is|was|makes?|comes\s+to)\s+(?P<claim>[^⟦.;:,]{3,40})",
    re.I,
)
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{CONDITIONS}|{EXPECTATIONS}|{EARLIER_TIMES}|than\s+(?:in|at|last))\b",
    re.I,
)
_LEAST, _MEND = 3, "Correct the share, or its numbers."


def shares_of_sentences(reading: Reading) -> Iterator[Denial]:
    """Words for a share are true of the part and the whole next to them."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        if match := _PAIR.search(row.sentence.text):
            part, whole = (row.sentence.thing(match[x]) for x in ("part", "whole"))
        elif match := _AGAINST.search(row.sentence.text):
            earlier = just_before(rows, place)
            alone = earlier and len(earlier.counts) == 1 and earlier.counts[0].phrase.is_stock
            if not alone or earlier.line is not row.line:
                continue
            part, whole = earlier.counts[0].phrase.number, row.sentence.thing(match["whole"])
        else:
            continue
        exact = (
            not (part.bound or whole.bound) and whole.value > _LEAST and part.value < whole.value
        )
        if exact and not _OTHERS.search(match.group()):
            yield from _denied(row, match["claim"], part, whole)


def _denied(row: Statement, text: str, part, whole) -> Iterator[Denial]:
    found = CLAIM.match(text)
    claim = claim_of(found) if found and found["fraction"] else None
    share = Fraction(part.value) / whole.value
    if claim and claim.is_denied(share):
        says = (
            f"{part.words} of {whole.words} is {number_text(share * 100, 1)}%, but the report has "
        )
        yield Denial(row.line, row.span, f"{says}“{claim.word}”.", _MEND)
