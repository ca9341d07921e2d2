"""Sentences that give each of two things its own state, and then one state to both."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.content import roots
from reports.quantities.model import Denial, Statement

# “In one the parent was convicted; the other was withdrawn.”
_ONE_AND_OTHER = re.compile(
    r"(?:^|[;:,]\s+|\b(?:and|but)\s+)\W*(?:(?:in|at|for|of)\s+)?(?:the\s+first|one)\b(?P<one>[^⟦;.]{5,110}?)[;,]\s+"
    r"(?:(?:and|but|while|whereas)\s+)?(?:(?:in|at|for)\s+)?the\s+(?:other|second)\b(?P<other>[^⟦;.]{5,110})",
    re.I,
)
_BOTH = re.compile(
    r"\b(?P<word>both|neither)\b(?:\s+of)?(?:\s+(?:the|them|these|those))?(?P<what>[^⟦;.:]{4,110})",
    re.I,
)
_APART = re.compile(
    r"\b(?:since|now|later|then|will|would|should|must|until|before|after|if|not|never|no\s+longer|except\w*)\b",
    re.I,
)
_FAR, _SHORT = 2, 4
_MEND = "Use the word that is true of each of the two."


def unlike_both(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`In one the parent was convicted; the other was withdrawn. Both ended in a conviction.`"""
    matches = [*_BOTH.finditer(row.sentence.text)]
    if len(matches) != 1 or _APART.search(row.sentence.text[matches[0].start() :]):
        return
    for other in earlier[:_FAR]:
        if other.line is not row.line:
            return
        told = _ONE_AND_OTHER.search(other.sentence.text)
        if told and _denies(matches[0], told):
            says = f"The report has one of the two otherwise: “{told.group().strip(' ,;')}”."
            yield Denial(row.line, row.span, other.sentence.said(says), _MEND)
            return


def _denies(claim: re.Match, told: re.Match) -> bool:
    """True if a state that both have is that of one alone, or one that neither has is of one."""
    states = _roots(claim["what"])
    one, other = (_roots(told[name]) for name in ("one", "other"))
    if claim["word"].casefold() == "neither":
        return bool(states & (one ^ other)) and states & (one | other) >= states - _roots("case")
    return bool(states & (one ^ other)) and not states & one & other


def _roots(text: str) -> frozenset[str]:
    return frozenset(word for word in roots(text) if len(word) >= _SHORT)
