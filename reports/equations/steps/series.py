"""Words of direction over three values or more in order, or over several that each moved."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reports.prose.asides import EXCEPTIONS, NEGATIONS
from reports.prose.marks import MARK
from reports.prose.quantities.arithmetic import DIRECTION, UP, way_of
from reports.prose.quantities.betterment import better_way
from reports.quantities.model import Denial, Statement

_ORDERED = re.compile(
    r"⟦(?P<kind>[cpm])(?P<mark>\d+)⟧(?:\s+(?!and\b|then\b)[a-z]+){0,3}?\s+(?:in|at|by|for)\s+(?:the\s+)?"
    r"(?:quarter\s+)?(?P<when>first|second|third|fourth|last|final|⟦[dx]\d+⟧)\b",
    re.I,
)
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 9, "final": 9}
_STEADILY = re.compile(
    r"\b(?:steady|steadily|consistent\w*|continu\w+|each|every|throughout|gradual\w*|unbroken|successive)\b",
    re.I,
)
_FROM_TO = re.compile(
    r"\bfrom\s+⟦(?P<kind>[cpm])(?P<first>\d+)⟧[^⟦;.]{0,30}?\bto\s+⟦(?P=kind)(?P<last>\d+)⟧", re.I
)
_EACH = re.compile(
    r"\b(?:both|all|each|every)\b[^⟦:.;]{0,60}?\b(?:(?P<good>improv\w+|(?:did|got|became)\s+better)|"
    r"(?P<bad>worse\w*|deteriorat\w+|declined)|(?P<up>rose|increased|grew|climbed|went\s+up)|"
    r"(?P<down>fell|decreased|dropped|reduced|went\s+down))\b|\b(?:both|all)\s+⟦c\d+⟧[^⟦:.;]{0,60}?\b(?:"
    r"(?P<all_good>improv\w+)|(?P<all_up>rose|increased|grew)|(?P<all_down>fell|decreased|dropped))\b",
    re.I,
)
# “Exclusions fell every term: 14 in autumn, 11 in spring and 12 in summer”.
_EVERY_TIME = re.compile(
    r"\b(?:(?P<up>rose|increased|grew|climbed|went\s+up)|(?P<down>fell|decreased|dropped|went\s+down))\s+"
    r"(?:again\s+)?(?:in\s+|from\s+)?(?:each|every)\s+(?:[a-z-]+\s+)?(?:term|month|quarter|half-?year|year|week|time)\b"
    r"[^⟦.;]{0,20}:",
    re.I,
)
_UNSURE = re.compile(rf"\b(?:{NEGATIONS}|{EXCEPTIONS}|no|but|although|until|before)\b", re.I)
_FEWEST, _MEND = 3, "Use the word that the numbers show."


def in_turn(row: Statement) -> Iterator[Denial]:
    """`24% in the first quarter, 22% in the second and 19% in the third: a steady rise`."""
    text = row.sentence.text
    words = list(re.finditer(DIRECTION, text, re.I))
    steps = list(_ORDERED.finditer(text))
    places = [_place(row, match) for match in steps]
    kinds = {match["kind"] for match in steps}
    if len(words) != 1 or len(steps) < _FEWEST or len(kinds) != 1 or _UNSURE.search(text):
        return
    if None in places or places != sorted(set(places)) or not _STEADILY.search(text):
        return
    values = [row.sentence.thing(match["mark"]) for match in steps]
    up = way_of(words[0]) == UP
    wrong = [
        (a, b) for a, b in pairwise(values) if (b.value <= a.value if up else b.value >= a.value)
    ]
    if wrong and len(MARK.findall(text)) <= 2 * len(steps):
        first, last = wrong[0]
        says = f"The report uses “{words[0].group()}”, but it went from {first.words} to "
        yield Denial(row.line, row.span, f"{says}{last.words}.", _MEND)


def _place(row: Statement, match):
    when = match["when"].casefold()
    if when in _PLACES:
        return (0, _PLACES[when])
    item = row.sentence.thing(re.search(r"\d+", when)[0])
    day = getattr(item, "first", None)
    return (1, day.toordinal()) if day else None


def each_of_them(row: Statement) -> Iterator[Denial]:
    """`Both improved: the first from 61% to 68%, the second from 70% to 64%`."""
    text = row.sentence.text
    moves, claim = list(_FROM_TO.finditer(text)), _EACH.search(text)
    if len(moves) < 2 or not claim or _UNSURE.search(text) or len({m["kind"] for m in moves}) > 1:
        return
    pairs = [
        tuple(row.sentence.thing(match[name]) for name in ("first", "last")) for match in moves
    ]
    ways = [(last.value > first.value) - (last.value < first.value) for first, last in pairs]
    groups = claim.groupdict()
    way = (
        1 if groups["up"] or groups["all_up"] else -1 if groups["down"] or groups["all_down"] else 0
    )
    if not way:
        # Which way is better is not always told, and two that part have not both improved.
        good = 1 if groups["good"] or groups["all_good"] else -1
        way = better_way(text) * good or (ways[0] if len(set(ways)) == 1 else 0)
    wrong = [pair for pair, gone in zip(pairs, ways, strict=True) if gone != way]
    if wrong:
        first, last = wrong[-1]
        says = f"The report has “{row.sentence.said(claim.group())}”, but one went from "
        yield Denial(row.line, last, f"{says}{first.words} to {last.words}.", _MEND)


def every_time(row: Statement) -> Iterator[Denial]:
    """`It fell every term: 14 in autumn, 11 in spring and 12 in summer`."""
    text = row.sentence.text
    claim = _EVERY_TIME.search(text)
    if not claim or _UNSURE.search(text):
        return
    values = row.sentence.marks("cpm", text[claim.end() :])
    if len(values) < _FEWEST or len({value.kind for value in values}) > 1:
        return
    way = 1 if claim["up"] else -1
    if wrong := [pair for pair in pairwise(values) if (pair[1].value - pair[0].value) * way <= 0]:
        first, last = wrong[0]
        says = (
            f"The report uses “{claim['up'] or claim['down']}”, but it went from {first.words} to "
        )
        yield Denial(row.line, last, f"{says}{last.words}.", _MEND)
