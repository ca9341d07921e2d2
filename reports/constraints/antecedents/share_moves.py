"""`294 of 392 lived in a family. A year before it was 284 of 375, so the share is smaller`: which
way a share went, of two that are given by their counts."""

import re
from collections.abc import Iterator, Sequence

from reports.constraints.claims.echoes import Pair, pairs, share_of
from reports.prose.asides import CONDITIONS
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement

_CLAIM = re.compile(
    r"\b(?:proportion|share|percentage|rate)\s+(?:(?:has|had|is|was|have)\s+)?"
    r"(?:(?:therefore|thus|now|also|become|got|been|gone|slightly|somewhat|rather|much|a\s+little|"
    r"a\s+good\s+deal)\s+)*"
    r"(?:(?P<up>larger|higher|bigger|greater|rose|risen|grown|grew|increased|up)|"
    r"(?P<down>smaller|lower|less|fell|fallen|shrunk|shrank|decreased|declined|dropped|down))\b"
    r"(?=\W*$|[,;.]|\s+(?:and|but|although|though|while|in|over|since)\b)",
    re.I,
)
_THEN = re.compile(
    r"\b(?:(?:the|a)\s+(?:year|quarter|month|term|half-year)\s+(?:before|earlier|ago)|"
    r"(?:last|the\s+previous|the\s+last|the\s+preceding)\s+(?:year|quarter|month|term|half-year)|"
    r"previously|before\s+that)\b",
    re.I,
)
_BEHIND = re.compile(rf"(?:[^⟦.;:,]|,(?!\s+so\b)){{0,40}}?{_THEN.pattern}", re.I)
_UNSURE = re.compile(rf"\b(?:{CONDITIONS}|not|never)\b", re.I)
_MEND = "Write what the two shares show, or correct them."


def share_moves(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """What a sentence claims of a share is the way from the one of then to the one of now; the two
    are those of its sentence, or its own and that of the sentence right before it."""
    claim = _CLAIM.search(row.sentence.text)
    if not claim or _UNSURE.search(row.sentence.text):
        return
    own = [x for x in pairs(row) if x[0].phrase.end <= claim.start()]
    beside = earlier[:1] if len(own) == 1 else ()
    shares = [(x, row) for x in own]
    shares += [(x, other) for other in beside if other.line is row.line for x in pairs(other)]
    then = [pair for pair, of in shares if _is_of_then(pair, of)]
    now = [pair for pair, of in shares if not _is_of_then(pair, of)]
    if not len(then) == len(now) == 1:
        return
    way = share_of(now[0]) - share_of(then[0])
    if way and (way > 0) != bool(claim["up"]):
        says = f"It went from {_words(then[0])} to {_words(now[0])}, but the report claims "
        says += f"“{row.sentence.said(claim.group())}”."
        yield Denial(row.line, row.span, says, _MEND)


def _is_of_then(pair: Pair, row: Statement) -> bool:
    """True if the words that lead to a count, or those behind its whole, name a time before."""
    text, phrase = row.sentence.text, pair[0].phrase
    start = max((x.phrase.end for x in row.counts if x.phrase.end <= phrase.start), default=0)
    behind = text.partition(f"⟦c{phrase.base}⟧")[2]
    return bool(_THEN.search(text[start : phrase.start]) or _BEHIND.match(behind))


def _words(pair: Pair) -> str:
    return f"{number_text(share_of(pair) * 100, 1)}%"
