"""`Fewer than half were thus upheld`, against the parts that the sentence before tells by state."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import before, statements

_STATE = re.compile(
    r"\s+(?:(?:of\s+(?:them|these|those)|complaints|cases|decisions|files|audits|children)\s+)?(?:were|was|are|is|have\s+been|had\s+been)\s+"
    r"(?:(?:thus|therefore|so|accordingly|then|hence)\s+)?(?P<state>[a-z]{3,}(?:ed|ld|en|od|nt|de|ood))\b(?P<rest>[^⟦]*)$",
    re.I,
)
_PARTLY = re.compile(r"\b(?:in\s+part|partly|partially)\b", re.I)
_NOT = re.compile(r"\b(?:not|never|none)\b", re.I)
_BACK, _LEAST, _MEND = 2, 3, "Use the word that the numbers show."


def halves_of_states(reading: Reading) -> Iterator[Denial]:
    """`Seven were decided: three upheld, two not. More than half were thus upheld`: 3 of 7."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = None if row.quantities else CLAIM.match(row.sentence.text)
        state = _STATE.match(row.sentence.text, match.end()) if match else None
        claim = claim_of(match) if state else None
        if claim:
            near = [x for x in before(rows, place, _BACK) if x.line is row.line]
            yield from _denied(row, claim, state, near[::-1])


def _denied(row: Statement, claim, state: re.Match, near: Sequence[Statement]) -> Iterator[Denial]:
    counts = [x for other in near for x in other.counts if x.phrase.is_stock]
    whole = max(counts, key=lambda x: x.value, default=None)
    word, partly = state["state"].casefold(), bool(_PARTLY.search(state["rest"]))
    others = [x for x in counts if x is not whole and _is_of(x, word)]
    parts = [x for x in others if partly or not _PARTLY.search(_clause(x))]
    if whole is None or whole.value < _LEAST or not parts or len(counts) < _LEAST:
        return
    share = sum((x.value for x in parts), Fraction(0)) / whole.value
    if share <= 1 and claim.is_denied(share):
        texts = " + ".join(x.phrase.number.words for x in parts)
        says = f"{texts} of {whole.phrase.number.words} is {number_text(share * 100)}%, but the "
        yield Denial(row.line, row.span, f"{says}report has “{claim.word.strip()}”.", _MEND)


def _clause(item: Quantity) -> str:
    """The words behind a number up to the next one."""
    return item.beside(";.")[1]


def _is_of(item: Quantity, word: str) -> bool:
    """True if a number is of those of a state, or of those who are so in part."""
    clause = _clause(item).casefold()
    return bool((word in clause or _PARTLY.search(clause)) and not _NOT.search(clause))
