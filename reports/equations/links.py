"""Sentences that go on from those before them, so that their numbers may follow from theirs."""

import re
from collections.abc import Sequence

from reports.prose.quantities.phrases import stems
from reports.quantities.model import Statement
from reports.quantities.repeats.roots import stems_in, worded

# What goes on from the sentences before.
_GOES_ON = re.compile(
    r"^\W*(?:(?:and|but)\s+)?(?:it|they|this|that|these|those|he|she|we|between|of\s+(?:these|those|them)|⟦|"
    r"the\s+(?:[a-z]+\s+)?(?:other|others|remaining|rest|total|sum|balance|difference|gap|number|figure|"
    r"remainder|shortfall|saving|fall|rise|drop|increase|decrease|reduction|growth|change|gain|loss|"
    r"net|two|three|four)|the\s+⟦c\d+⟧\s+(?:[a-z]+\s+)?(?:that|which|who))\b"
    r"|\b(?:therefore|thus|accordingly|consequently|hence|altogether|in\s+all|all\s+told|so|together|means?)\b",
    re.I,
)
_NUMBER_OF = re.compile(r"\bnumbers?\s+of\s+(?P<noun>[a-z’' -]{3,40})", re.I)
# “And costs fell by 12%”: a clause with a subject of its own.
_NEW_SUBJECT = re.compile(
    r"\b(?:and|but|while|whilst|whereas)\s+(?!(?:so|thus|therefore|is|are|was|were|ha[sd]|have|it|they|this|that|"
    r"there|a|an|by|in|now|then|hence|accordingly|consequently|the\s+(?:difference|gap|fall|rise|total|"
    r"balance|rest|others?))\b)[a-z]",
    re.I,
)
# “The fall of six in York”.
_IN = re.compile(r"\s+(?:[a-z]+\s+)?in\s+(?:the\s+|our\s+)?(?P<noun>[a-z]+)", re.I)
_SINCE = re.compile(r"\s+since\s", re.I)
_TIME = re.compile(
    r"(?:year|half|quarter|month|week|spring|summer|autumn|winter|period|total|all|time|number|this|that|"
    r"one|term|first|second|last|which)\w*$",
    re.I,
)


def is_linked(rows: Sequence[Statement]) -> bool:
    """True if the last of some sentences goes on from those before it: by a word for that, or by
    naming what they name."""
    if len(rows) == 1:
        return True
    text = rows[-1].sentence.text
    near = stems_in(" ".join(worded(x.sentence.text, x.sentence) for x in rows[:-1]))
    if (named := _NUMBER_OF.search(text)) and not near & stems_in(named["noun"]):
        return False
    return bool(_GOES_ON.search(text) or near & stems_in(worded(text, rows[-1].sentence)))


def opens_new_subject(text: str) -> bool:
    """True if a stretch behind a number opens a clause with a subject of its own."""
    return bool(_NEW_SUBJECT.search(text))


def is_of_another(passage: Sequence[Statement], place: int) -> bool:
    """True if what ends at a place of the last of some sentences is in something that none of them
    has named."""
    text = passage[-1].sentence.text
    match = _IN.match(text, place)
    # “The reduction of six since March” is of two numbers that are farther off.
    if _SINCE.match(text, place):
        return True
    known = " ".join((*(row.sentence.text for row in passage[:-1]), text[:place]))
    return bool(match) and not (_TIME.match(match["noun"]) or stems(match["noun"]) & stems(known))
