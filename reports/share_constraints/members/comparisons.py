"""Which of two groups is larger, and which way a number went, against the two numbers of them."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.numbers import PERCENT
from reports.prose.quantities.betterment import better_way
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Quantity, Statement

# “More boys than girls are in care: 241 are girls and 219 are boys.”
_MORE_OF = re.compile(
    r"\b(?P<word>more|fewer)\s+(?P<one>(?:[a-z-]+\s+)?[a-z]+s|children|men|women)\s+than\s+(?P<other>(?:[a-z-]+\s+)?[a-z]+s|children|men|women)\b",
    re.I,
)
_TIME = r"(?:year|quarter|term|half-year|month|period|report|audit|survey|inspection)"
# “Fell to nine last year. In the year before there had been seven.”
_TO = re.compile(
    r"\b(?:(?P<up>rose|risen|grew|grown|increased|climbed|gone\s+up|went\s+up)|"
    r"(?P<down>fell|fallen|dropped|decreased|declined|reduced|gone\s+down|went\s+down)|"
    r"(?P<good>improved|better)|(?P<bad>worsened|deteriorated|slipped))\s+(?:[a-z]+ly\s+|again\s+|back\s+|further\s+)?"
    r"to\s+(?:just\s+|only\s+)?⟦(?P<kind>[cpm])(?P<last>\d+)⟧",
    re.I,
)
_THEN = (
    rf"(?:the\s+{_TIME}\s+before|a\s+{_TIME}\s+(?:earlier|before|ago)|the\s+previous\s+{_TIME}|previously|before\s+that|"
    rf"(?:six|twelve)\s+months\s+(?:earlier|before))"
)
_WAS_THEN = re.compile(
    rf"^\W*(?:(?:in|at|during|for)\s+)?{_THEN},?\s+[^⟦.;:]{{0,50}}?⟦(?P<kind>[cpm])(?P<first>\d+)⟧"
    rf"|^\W*(?:it|there|they|the\s+(?:number|figure|rate|share|total))\s+(?:had\s+been|was|were|stood\s+at)\s+⟦(?P<other>[cpm])(?P<before>\d+)⟧"
    rf"[^⟦.;:]{{0,30}}?\b{_THEN}",
    re.I,
)
_MEND = "Use the word that the numbers show."


def compared(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """The denials of a comparison of two groups, and of two times."""
    near = earlier[0] if earlier and earlier[0].line is row.line else None
    yield from _more_of(row, row)
    if near:
        yield from _more_of(near, row)
        yield from _then(near, row)


def _more_of(claim: Statement, row: Statement) -> Iterator[Denial]:
    match = _MORE_OF.search(claim.sentence.text)
    if not match or (claim is not row and claim.quantities):
        return
    one, other = stems(match["one"]), stems(match["other"])
    values = [_of(row, one - other), _of(row, other - one)]
    if None in values or values[0].phrase.number.kind != values[1].phrase.number.kind:
        return
    first, last = (item.phrase.number for item in values)
    way = 1 if match["word"].casefold() == "more" else -1
    if (first.value - last.value) * way <= 0 and not (first.bound or last.bound):
        says = f"It is {first.words} and {last.words}, but the report has “{match.group()}”."
        yield Denial(row.line, first, says, _MEND)


def _of(row: Statement, words: frozenset[str]) -> Quantity | None:
    """The one number of a sentence that has some words behind it, up to the next."""
    items = [x for x in row.quantities if x.phrase.is_stock or x.phrase.number.kind == PERCENT]
    if len(items) != _TWO:
        return None
    ends = [*(x.phrase.start for x in items[1:]), len(row.sentence.text)]
    named = [
        x
        for x, end in zip(items, ends, strict=True)
        if words & stems(row.sentence.text[x.phrase.end : end])
    ]
    return named[0] if len(named) == 1 else None


def _then(row: Statement, behind: Statement) -> Iterator[Denial]:
    """`It fell to nine last year. In the year before there had been seven.`"""
    match, was = _TO.search(row.sentence.text), _WAS_THEN.match(behind.sentence.text)
    if not match or not was or match["kind"] != (was["kind"] or was["other"]):
        return
    last = row.sentence.thing(match["last"])
    first = behind.sentence.thing(was["first"] or was["before"])
    alone = len(behind.quantities) == 1 and len(row.quantities) == 1
    text = f"{row.sentence.said()} {behind.sentence.said()}"
    way = 1 if match["up"] else -1 if match["down"] else better_way(text)
    way = -way if match["bad"] else way
    if alone and way and (last.value - first.value) * way <= 0 and not (last.bound or first.bound):
        word = match["up"] or match["down"] or match["good"] or match["bad"]
        says = f"It was {first.words} and is {last.words}, but the report uses “{word}”."
        yield Denial(row.line, last, says, _MEND)


_TWO = 2
