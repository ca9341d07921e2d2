"""The way that something went, against the two values with their times that follow."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, NEGATIONS, OTHER_AREAS
from reports.prose.numbers import SPAN
from reports.prose.quantities.betterment import better_way, way_of_word
from reports.quantities.model import Denial, Statement

# What is claimed before a colon, or in the sentence before.
_WAY = re.compile(
    r"\b(?:(?P<up>rose|risen|grew|grown|increased|climbed|(?:gone|went)\s+up|more\s+than\s+before)|"
    r"(?P<down>fell|fallen|dropped|decreased|declined|reduced|been\s+cut|shr[au]nk|(?:gone|went|come|came)\s+down)|"
    r"(?P<good>improv(?:ed|ing)|(?:got|gotten|become|became|been|is|are|was)\s+(?:[a-z]+\s+)?better)|"
    r"(?P<bad>worsened|deteriorated|slipped|(?:got|become|became|been|is|are|was)\s+(?:[a-z]+\s+)?worse))\b",
    re.I,
)
_TIME = (
    r"(?:⟦[dx]\d+⟧|the\s+(?:autumn|spring|summer|winter|first|second|third|fourth)(?:\s+(?:term|quarter|half))?|"
    r"(?:January|February|March|April|(?-i:May)|June|July|August|September|October|November|December)|"
    r"quarter\s+⟦x\d+⟧|the\s+start\b[^⟦,;.]{0,25}|the\s+end\b[^⟦,;.]{0,25})"
)
_TWO = re.compile(
    rf"⟦(?P<kind>[cpmx])(?P<first>\d+)⟧[^⟦.;]{{0,50}}?\b(?:in|at|by|during)\s+(?P<then>{_TIME})"
    rf"(?:\s+[a-z]+){{0,2}},?\s+(?:and|but|against)\s+(?:only\s+|just\s+)?⟦(?P=kind)(?P<last>\d+)⟧"
    rf"[^⟦.;]{{0,40}}?\b(?:in|at|by|during)\s+(?P<now>{_TIME})",
    re.I,
)
_GOES_ON = re.compile(
    r"^\W*(?:it|they|there|this|(?:the|our|its)\s+(?:rate|share|figure|number|average|total|proportion))\b",
    re.I,
)
_UNSURE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{NEGATIONS}|{CONDITIONS}|{EXPECTATIONS}|no|although|"
    r"though|but|despite|except\w*|than|while|whereas|gap)\b",
    re.I,
)
_MEND = "Use the word that the numbers show."


def courses(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`Attendance got better. It was 92% in the autumn term and 90% in the spring term.`"""
    text = row.sentence.text
    match = _TWO.search(text)
    if not match:
        return
    lead, near = text[: match.start()], earlier[0] if earlier else None
    if ":" in lead:
        claim = lead
    elif near and near.line is row.line and not near.quantities and _GOES_ON.match(text):
        claim = near.sentence.text
    else:
        return
    ways = [*_WAY.finditer(claim)]
    values = [row.sentence.thing(match[name]) for name in ("first", "last")]
    if len(ways) != 1 or _UNSURE.search(f"{claim} {lead}") or any(x.bound for x in values):
        return
    way, (first, last) = _way(ways[0], claim, values), values
    if way and _is_in_order(row, match) and (last.value - first.value) * way <= 0:
        says = f"It is {first.words} and then {last.words}, but the report uses "
        yield Denial(row.line, last, f"{says}“{ways[0].group()}”.", _MEND)


def _way(word: re.Match, claim: str, values) -> int:
    """1 for up, -1 for down, 0 where it is unsure which way is better."""
    return way_of_word(word, -1 if values[0].kind == SPAN else better_way(claim))


def _is_in_order(row: Statement, match: re.Match) -> bool:
    """True unless the dates of the two values have the later one first."""
    days = [row.sentence.marks("d", match[name]) for name in ("then", "now")]
    if not all(days):
        return True
    first, last = ((x[0].year, x[0].month) for x in days)
    return first <= last if first[0] or not last[0] else True
