"""How far something went in words, against every pair of numbers near: `The figure was 37 in March
and is 17. It has fallen by less than half`, `the number has doubled`."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, NEGATIONS, OTHER_AREAS
from reports.prose.numbers import COUNT, SPAN, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.quantities.model import Denial
from reports.quantities.passages import after, statements
from reports.quantities.tables import tables_near
from reports.share_constraints.candidates.near import UNSURE, passage, unit_of

_UP = (
    r"risen|rose|rises|grown|grew|increased?|climbed|gone\s+up|went\s+up|"
    r"(?:rise|increase|growth|gain)(?=\s+of)|up"
)
_DOWN = (
    r"fallen|fell|falls|shrunk|shrank|dropped|declined|decreased?|reduced|cut|come\s+down|"
    r"came\s+down|gone\s+down|went\s+down|"
    r"(?:fall|drop|decrease|reduction|decline|cut)(?=\s+of)|down"
)
_BY = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+(?:by\s+|of\s+)(?:a\s+(?=(?:little|shade|third|quarter|half)))?$",
    re.I,
)
_TIMES = SentencePattern(
    r"\b(?:(?P<over>more\s+than|over|well\s+over|just\s+over)\s+|(?P<near>almost|nearly|all\s+but|about|around|roughly|virtually)\s+)?"
    r"(?P<word>doubl|trebl|tripl|quadrupl|halv)(?:ed|ing)\b(?!\s+(?:the|our|its|up)\b)",
    re.I,
)
_FACTORS = {"doubl": Fraction(2), "trebl": Fraction(3), "tripl": Fraction(3)}
_FACTORS |= {"quadrupl": Fraction(4), "halv": Fraction(1, 2)}
_TO_BE = re.compile(r"\b(?:be|should|to|must|then)\s+$", re.I)
_NOT = SentencePattern(rf"\b(?:{OTHER_AREAS}|{AIMS}|{NEGATIONS}|no|population|budget)\b", re.I)
_ROOM, _BACK, _MOST = Fraction(1, 50), 2, 8
_MEND = "Use the words that the numbers show, or correct them."


def changes_in_words(reading: Reading) -> Iterator[Denial]:
    """Some two numbers of a kind near it are so far apart as a change in words is."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        claim = None if UNSURE.search(text) or _NOT.search(text) else _claim(text)
        if claim is None:
            continue
        word, way, low, high = claim
        near = [*passage(rows, place, _BACK), *after(rows, place, 1)]
        numbers: list[Number] = []
        for other in near:
            numbers += [x for x in other.sentence.marks("cpmx") if x.value > 0]
        own = passage(rows, place, 1)
        close = [x for other in own for x in other.sentence.marks("cpmx") if x.value > 0]
        pairs = [(x, y) for x, y in permutations(numbers, 2) if _are_alike(x, y)]
        is_linked = any(_are_alike(x, y) for x, y in permutations(close, 2))
        changes = [Fraction(y.value - x.value) / x.value * way for x, y in pairs]
        if not is_linked or len(numbers) > _MOST or tables_near(reading, row.line):
            continue
        if not any(low - _ROOM <= x <= high + _ROOM for x in changes):
            says = f"No two numbers near it lie so far apart as “{word.strip()}”."
            yield Denial(row.line, row.span, says, _MEND)


def _are_alike(first: Number, last: Number) -> bool:
    """True for two numbers of one unit, or a length of time and a bare number behind it."""
    kinds = {first.kind, last.kind}
    return unit_of(first) == unit_of(last) or kinds == {SPAN, COUNT}


def _claim(text: str) -> tuple[str, int, Fraction, Fraction] | None:
    """(its words, 1 for up or -1 for down, the least and most share of a change) of a sentence."""
    for match in CLAIM.finditer(text):
        by = _BY.search(text[: match.start()][-60:]) if match["fraction"] else None
        claim = claim_of(match) if by else None
        if claim:
            most = claim.most if not by["up"] or claim.most != 1 else Fraction(10)
            return f"{by.group()}{claim.word}", 1 if by["up"] else -1, claim.least, most
    match = _TIMES.search(text)
    if not match or _TO_BE.search(text[: match.start()]):
        return None
    factor = _FACTORS[match["word"].casefold()]
    change = abs(factor - 1)
    low, high = change * Fraction(9, 10), change * Fraction(11, 10)
    if match["over"]:
        low, high = change, Fraction(10) if factor > 1 else Fraction(1)
    if match["near"]:
        low, high = change * Fraction(3, 4), change * Fraction(11, 10)
    return match.group(), 1 if factor > 1 else -1, low, high
