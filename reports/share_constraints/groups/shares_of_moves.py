"""A change that is given as a number and as a share, or as a share of the two counts before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EXPECTATIONS, OTHER_AREAS
from reports.prose.numbers import SPAN, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.quantities.derivation.slips import is_within
from reports.quantities.model import Denial, Statement, guesses
from reports.quantities.passages import before, statements

_UP = r"rise|increase|growth|gain|addition"
_DOWN = r"fall|decrease|drop|reduction|decline|loss"
_THAT_IS = r"(?:or|that\s+is|which\s+is|i\.e\.)"
_SHARE = r"(?:by\s+|about\s+|some\s+)?⟦p(?P<share>\d+)⟧"
# “It rose by 16, or 10%”, “16 more, that is a rise of 10%”, “a net gain of 16 …, but it is 10%”.
_MOVED = [
    SentencePattern(text, re.I)
    for text in (
        (
            r"\b(?:(?P<up>rose|risen|grew|grown|increased|gone\s+up|went\s+up|up)|"
            r"(?P<down>fell|fallen|dropped|decreased|gone\s+down|went\s+down|down))\s+by\s+⟦c(?P<by>\d+)⟧"
            rf"(?:\s+[a-z]+){{0,3}}?(?:,\s+{_THAT_IS}\s+|\s*\(){_SHARE}"
        ),
        (
            r"⟦c(?P<by>\d+)⟧\s+(?:(?P<up>more)|(?P<down>fewer))(?:\s+(?!than\b)[a-z]+){0,2}?,\s+(?:or|that\s+is)\s+"
            rf"(?:an?\s+[a-z]+\s+of\s+)?{_SHARE}"
        ),
        (
            r"⟦c(?P<now>\d+)⟧[^⟦;.:]{0,40}?,\s+(?:which\s+is\s+|that\s+is\s+)?⟦c(?P<by>\d+)⟧\s+(?:[a-z]+\s+)?(?:(?P<up>more)|(?P<down>fewer))\s+than\b"
            rf"(?:[^⟦;.:]|⟦[dx]\d+⟧){{0,60}}?,\s+{_THAT_IS}\s+{_SHARE}"
        ),
        (
            # “This is twelve fewer than in the year before, a reduction of 14.3%.”
            r"⟦c(?P<by>\d+)⟧\s+(?:(?P<up>more)|(?P<down>fewer))\s+than\b[^⟦;.:]{0,60}?,\s+"
            rf"(?:{_THAT_IS}\s+)?an?\s+(?:{_UP}|{_DOWN})\s+of\s+{_SHARE}"
        ),
        (
            rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:,|\s+of)\s+⟦c(?P<by>\d+)⟧(?P<rest>[^⟦;.:]{{0,90}}?)"
            rf"\b(?:is|was|(?:comes?|came|amounts?|amounted)\s+to|equals|represents)\s+(?:[a-z]+\s+){{0,2}}?{_SHARE}"
        ),
    )
]
# “A fall of 21 per cent” behind “it was 23, as against 29 in the six months before”.
_OF_SHARE = SentencePattern(
    rf"\b(?:an?|the|this|that)\s+(?:[a-z]+\s+)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+of\s+(?:[a-z]+\s+)?⟦p(?P<share>\d+)⟧",
    re.I,
)
_AGAINST = re.compile(
    r"\b(?:against|compared\s+(?:with|to)|from|(?:years?|months?|quarter|report|term)\s+(?:before|earlier|ago))\b",
    re.I,
)
_OTHERS = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS}|{EXPECTATIONS}|forecast|budget)\b", re.I)
_THIS = re.compile(r"\W*(?:this|that|it)\s+(?:is|was)\s+⟦", re.I)
_BACK, _PAIR, _TIMES = 3, 2, 3
_MEND = "Correct the share, or the numbers that it is of."


def shares_of_moves(reading: Reading) -> Iterator[Denial]:
    """`There were 174, and 158 the year before: it rose by 16, or 16%`, which is 10% of 158."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        near = [x for x in before(rows, place, _BACK) if x.section == row.section]
        match = next(filter(None, (each.search(text) for each in _MOVED)), None)
        if match:
            yield from _of_step(row, match, [row, *near])
        elif (share := _OF_SHARE.search(text)) and near and not row.counts:
            yield from guesses(_of_pair(row, share, near[0]))


def _of_step(row: Statement, match: re.Match, near: Sequence[Statement]) -> Iterator[Denial]:
    """The denial of a share by the step that it is given with."""
    step, share = (row.sentence.thing(match[name]) for name in ("by", "share"))
    way = 1 if match["up"] else -1
    counts = {x.value for other in near for x in other.counts if x.phrase.is_stock}
    olds = {x for x in counts if x and step.value and x + step.value * way in counts}
    # “612, which is 38 more than a year before, or 6.6%”: the sentence has what it is now.
    now = match.groupdict().get("now")
    olds = {row.sentence.thing(now).value - step.value * way} if now else olds
    # “84 came. This is twelve fewer than the year before”: only what it is now is given.
    is_this = not olds and bool(_THIS.match(row.sentence.text)) and len(near) > 1
    if is_this:
        known = [x.value for x in near[1].counts if x.phrase.is_stock]
        olds = {x - step.value * way for x in known[:1] if len(known) == 1}
    if not olds or share.bound or step.bound:
        return
    # “11 came and seven left, so that it is 97 after 93”: the pair that is meant bears it best.
    old = min(olds, key=lambda x: abs(step.value * 100 / x - share.value))
    others = counts - {old, old + step.value * way}
    if any(verdict(share, x, x) != WRONG for x in (step.value * 100 / y for y in others if y)):
        return
    true, words = step.value * 100 / old, f"{step.words} of {number_text(old)}"
    for denial in _denied(row, share, true, words):
        # Where two counts only lie so far apart they may be of something else.
        yield replace(denial, is_proved=now is not None or is_this)


def _of_pair(row: Statement, match: re.Match, earlier: Statement) -> Iterator[Denial]:
    """The denial of a share by the only two counts, of one thing, of the sentence before."""
    share = row.sentence.thing(match["share"])
    counts = [x for x in earlier.counts if x.phrase.is_stock]
    heads = {x.phrase.head for x in counts} - {""}
    values = [x for x in earlier.quantities if x.phrase.number.kind != SPAN]
    texts = f"{earlier.sentence.text} {row.sentence.text}"
    is_pair = len(counts) == len(values) == _PAIR and len(heads) < _PAIR
    if not is_pair or share.bound or not _AGAINST.search(texts) or _OTHERS.search(texts):
        return
    least, most = sorted(x.value for x in counts)
    old = least if match["up"] else most
    if old and least != most:
        gap = number_text(most - least)
        yield from _denied(row, share, (most - least) * 100 / old, f"{gap} of {number_text(old)}")


def _denied(row: Statement, share: Number, true: Fraction, words: str) -> Iterator[Denial]:
    if verdict(share, true, true) == WRONG and is_within(share.value, true, _TIMES):
        says = f"{words} is {number_text(true, share.places)}%, but the report gives {share.words}."
        yield Denial(row.line, share, says, _MEND)
