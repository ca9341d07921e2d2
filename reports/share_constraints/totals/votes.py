"""Votes for and against with those who abstained, against how many were there."""

import re
from collections.abc import Iterator, Sequence
from math import trunc

from reports.quantities.model import Denial, Statement

_VOTES = re.compile(
    r"(?:⟦c(?P<for>\d+)⟧|\b(?P<one>one))\s+(?:members\s+|of\s+them\s+)?(?:voted\s+)?(?:in\s+favour|for)\b[^⟦.;]{0,30}?"
    r"(?:⟦c(?P<against>\d+)⟧|\b(?P<single>one))\s+(?:voted\s+)?against"
    r"(?:[^⟦.;]{0,30}?(?:⟦c(?P<abstained>\d+)⟧|\b(?P<alone>one))(?:\s+[a-z]+)?\s+abst[a-z]+)?",
    re.I,
)
_PRESENT = re.compile(
    r"(?:\ball\s+⟦c(?P<all>\d+)⟧\s+[a-z]+(?:\s+of\s+the\s+[a-z]+)?\s+(?:were\s+present|attended|voted|took\s+part)"
    r"|⟦c(?P<some>\d+)⟧\s+[a-z]+\s+(?:were\s+present|attended|voted|took\s+part))",
    re.I,
)


def votes(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`All 11 were present. Six voted in favour, five against and one abstained`: that is 12."""
    match = _VOTES.search(row.sentence.text)
    near = [row, *(x for x in earlier[:2] if x.line is row.line)] if match else []
    present = [(x, found) for x in near for found in _PRESENT.finditer(x.sentence.text)]
    if len(present) != 1:
        return
    other, found = present[0]
    whole = other.sentence.thing(found["all"] or found["some"])
    names = (("for", "one"), ("against", "single"), ("abstained", "alone"))
    cast = [_number(row, match, *pair) for pair in names]
    total = sum(cast)
    # Somebody may have left the room where nobody abstained.
    wrong = total > whole.value if not cast[2] else total != whole.value
    if wrong:
        votes_cast = " + ".join(str(x) for x in cast if x)
        says = f"{votes_cast} = {total} votes, but {whole.words} were there."
        yield Denial(row.line, row.span, says, "Put the wrong number right.")


def _number(row: Statement, match: re.Match, mark: str, word: str) -> int:
    if match[mark]:
        return trunc(row.sentence.thing(match[mark]).value)
    return 1 if match[word] else 0
