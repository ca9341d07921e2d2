"""So many more or fewer than another number, to spare or short of it, under or over a budget,
against what lies so far from it: `Spending was £93,900, so we finished £2,500 over budget`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports.checks.reading import Reading
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, POINTS, Number
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement, earlier_figures
from reports.quantities.passages import statements
from reports.share_constraints.candidates.near import (
    is_supposed,
    passage,
    percent_kind,
    unit_of,
)

_UP = r"more|higher|above|over|up|ahead|greater|larger|longer|dearer"
_DOWN = r"fewer|less|lower|below|under|beneath|down|short|shy|adrift|smaller|shorter|cheaper|inside"
_GAP = r"⟦(?P<kind>[cmqx])(?P<gap>\d+)⟧"
_POINTS = r"(?:\s+(?:percentage\s+)?points?)?"
# “47 fewer than”, “£2,500 under budget”, “two points above”.
_SO_FAR = SentencePattern(
    rf"{_GAP}{_POINTS}(?:\s+(?!(?:of|in|and|to|an?|the|were|was|are|is|had|have)\b)[a-z]+)?\s+(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b"
    r"(?!\s+(?:(?:the|a|this|these|that|those)\s+(?:age|half|year|quarter|period|month|term|last|past|same|course|week|summer|winter)|"
    r"⟦x|in\s+the\s+)|-|\s+⟦c\d+⟧\s+(?:were|are|is))",
    re.I,
)
# “Down 47 on the quarter”, “a rise of 12”, “up by £300”.
_BY = SentencePattern(
    r"\b(?:(?P<up>up|(?:has\s+|have\s+)?(?:risen|grown|increased)|rose|grew|climbed|gone\s+up|went\s+up|(?:rise|increase|growth|gain)(?=\s+of)"
    r"|exceeded(?:\s+(?:it|that|this))?|over-?spen[dt]\w*|beaten|beat\s+(?:it|that))|"
    r"(?P<down>down|(?:has\s+|have\s+)?(?:fallen|shrunk|dropped|decreased|declined)|fell|shrank|gone\s+down|come\s+down|went\s+down|"
    r"(?:fall|drop|decrease|reduction|decline)(?=\s+of)|under-?spen[dt]\w*|missed(?:\s+(?:it|that|this))?|fell\s+short))"
    rf"\s+(?:by\s+|of\s+)?(?:a\s+|just\s+|only\s+|some\s+)?{_GAP}",
    re.I,
)
# “Met with 90 to spare”.
_SPARE = SentencePattern(
    rf"\bwith\s+{_GAP}{_POINTS}(?:\s+[a-z]+)?\s+(?P<up>to\s+spare|in\s+hand|left\s+over)\b", re.I
)
_PATTERNS = (_SO_FAR, _BY, _SPARE)
_OF_OTHERS = SentencePattern(
    r"\b(?:not|no|neither|each|every|per|average|apiece|whereas|respectively|limit|ceiling|maximum|overdue|late)\b",
    re.I,
)
# What a number is compared with: what was, a budget, an aim, or what others have.
_BASE_LEAD = re.compile(
    r"\b(?:compared\s+(?:with|to)|from|against|budget|targets?|aim(?:ed)?|goal|standard|than|last\s+(?:year|quarter|month|term|time|report|half-year)|previous|before|earlier|ago|"
    r"began|started|opened|had\s+been|plan|allowed|set\s+aside|neighbours?|england|national|region\w*|average|on)\b[^⟦.;]*$",
    re.I,
)
_BASE_TAIL = re.compile(
    r"^[^⟦.;,]{0,40}\b(?:before|earlier|ago|last\s+(?:year|quarter|month|term|time|report|half-year)|previous|budget|target|standard|had\s+been|began|recorded\s+for|recorded\s+in)\b",
    re.I,
)
# “Compared with 212 last year we received 236.”
_OF_ONE_BEFORE = re.compile(
    r"(?<=⟧)\s+(?:[a-z]+\s+)?(?:(?:in|of|for|at)\s+)?(?:the\s+)?(?:last|previous|(?:year|quarter|term)\s+before)\s+(?:year|quarter|month|time|term)?",
    re.I,
)
_IN_POINTS = re.compile(r"\s+(?:percentage\s+)?points?\b", re.I)
_NOW = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}(?:of\s+|in\s+)?this\s+(?:year|quarter|term|month)\b|\s+now\b", re.I
)
_SHARE = re.compile(r"\s*(?:,\s*or|\()\s*(?:by\s+|about\s+)?⟦p(\d+)⟧", re.I)
_LEAST, _LEAD, _BACK = 2, 70, 3
_MEND = "Use the word that the numbers show, or correct them."


@dataclass(frozen=True)
class _Value:
    number: Number
    order: int
    is_base: bool


def gaps(reading: Reading) -> Iterator[Denial]:
    """A number that is so far above another is not the one that is so far below one near it."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        matches = [x for pattern in _PATTERNS for x in pattern.finditer(text)]
        for match in () if _OF_OTHERS.search(text) else matches[:_LEAST]:
            if not is_supposed(row, match):
                yield from _denied(reading, passage(rows, place, _BACK), match)


def _denied(reading: Reading, near: Sequence[Statement], match: re.Match) -> Iterator[Denial]:
    row, gap = near[0], near[0].sentence.thing(match["gap"])
    # “Nine percentage points” is a count in words.
    if gap.kind == COUNT and _IN_POINTS.match(row.sentence.text, match.end("gap") + 1):
        gap = replace(gap, kind=POINTS)
    if gap.value < _LEAST or gap.bound not in ("", "~"):
        return
    earlier = {x.count for x in earlier_figures(reading)} if gap.kind == COUNT else set()
    values = [x for other in near for x in _values(other, gap, earlier)]
    ahead = [x for x in values if x.order == row.order and x.number.end <= gap.start]
    own = [x for x in values if x.order == row.order]
    mine = _pairs(ahead[-1:], values, gap) or _pairs(own, own, gap)
    share = _SHARE.match(row.sentence.text, match.end())
    mine = [x for x in mine if not share or _is_share(row.sentence.thing(share[1]), gap, x)]
    ways = [_way(*pair) for pair in mine]
    way = 1 if match["up"] else -1
    if ways and not any(x in (0, way) for x in ways):
        word = row.sentence.said(match.group()).strip()
        now, base = sorted(mine[0], key=lambda x: x.is_base)
        says = f"{now.number.words} lies on the other side of {base.number.words}, but the report "
        yield Denial(row.line, gap, f"{says}has “{word}”.", _MEND)


def _values(row: Statement, gap: Number, earlier: set[int | None]) -> Iterator[_Value]:
    """The numbers of a sentence that are of the kind that an amount lies between."""
    text, kind = row.sentence.text, percent_kind(gap.kind)
    for mark in MARK.finditer(text):
        number = row.sentence.thing(mark[2]) if mark[1] in "cpmx" else None
        if (
            number is None
            or number.start == gap.start
            or number.kind != kind
            or number.bound not in ("", "~")
        ):
            continue
        if gap.kind != kind or unit_of(number) == unit_of(gap):
            lead = _OF_ONE_BEFORE.sub("", text[max(0, mark.start() - _LEAD) : mark.start()])
            lead = MARK.split(lead)[-1]
            base = _BASE_LEAD.search(lead) or _BASE_TAIL.match(text[mark.end() :][:_LEAD])
            # “Fewer than the 36 of this year” is no value of before.
            base = None if _NOW.match(text, mark.end()) else base
            yield _Value(number, row.order, bool(base) or number.value in earlier)


def _pairs(
    some: Sequence[_Value], others: Sequence[_Value], gap: Number
) -> list[tuple[_Value, _Value]]:
    """The pairs that lie so far from one another."""
    return [
        (x, y) for x in some for y in others if abs(x.number.value - y.number.value) == gap.value
    ]


def _is_share(share: Number, gap: Number, pair: tuple[_Value, _Value]) -> bool:
    """True if an amount is that share of one of two numbers."""
    bases = [x.number.value for x in pair if x.number.value]
    return any(abs(gap.value * 100 / base - share.value) <= 1 for base in bases)


def _way(first: _Value, last: _Value) -> int:
    """1 where the one that is no base is above the other, -1 below, 0 where neither is known."""
    if first.is_base == last.is_base:
        return 0
    now, base = (last, first) if first.is_base else (first, last)
    return 1 if now.number.value > base.number.value else -1
