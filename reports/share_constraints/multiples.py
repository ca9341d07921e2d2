"""Multiples in words, against the two numbers that they stand between."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, MONEY, SPAN, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import MULTIPLES, number_text
from reports.quantities.model import Denial, Statement, Sure
from reports.quantities.passages import before, of_passage, statements

_TIMES = r"(?P<times>twice|double|treble|triple|half|⟦[cx](?P<factor>\d+)⟧\s+times)\s+"
# “1,260 days, three times the 420 days of 2020”, “80 concerns, twice as many as the 40 of 2014”.
_TIMES_SO_MUCH = (
    rf"{_TIMES}"
    r"(?:as\s+(?:many|much|large|high|long|great)\s+(?:[a-z]+\s+){0,2}?as\s+)?"
    r"(?:the|our|those|its|last\s+year’s|(?:the\s+)?(?:number|figure|total|cost|amount)\s+of)\s+"
    r"(?:(?:figure|number|total)\s+of\s+)?⟦[cmx](?P<then>\d+)⟧"
)
_BETWEEN = SentencePattern(
    r"⟦(?:[cmx])(?P<now>\d+)⟧(?:[^⟦.;:()]|⟦d\d+⟧){0,60}?"
    rf"(?:,|\s[–—-]|\()\s*(?P<loose>(?:[a-z]+\s+){{0,4}}?){_TIMES_SO_MUCH}",
    re.I,
)
# “We held 148. That is almost double the 75 of last year.”
_OF_BEFORE = re.compile(
    r"\W*(?:this|that|it|which)\s+(?:is|was|represents|amounts\s+to|comes\s+to|makes)\s+"
    rf"(?P<loose>(?:[a-z]+\s+){{0,4}}?){_TIMES_SO_MUCH}",
    re.I,
)
# “There are 24. A year ago there were 12, so the number is now twice what it was.”
_WHAT_IT_WAS = SentencePattern(
    r"\b(?:is|are|has\s+become)\s+(?:now\s+)?(?P<loose>(?:[a-z]+\s+){0,3}?)"
    rf"{_TIMES}"
    r"(?:what\s+(?:it|they)\s+(?:was|were)|as\s+(?:many|much|high|large)(?:\s+as\s+(?:then|before))?)\b",
    re.I,
)
# “There were 38. Now there are 76, three times as many.”
_AS_MANY = SentencePattern(
    r"⟦c(?P<now>\d+)⟧(?:\s+[a-z]+){0,3},?\s+(?:that\s+is\s+|or\s+)?"
    rf"(?P<loose>(?:(?:nearly|almost|about|more\s+than|over|just)\s+)?){_TIMES}as\s+(?:many|much)\b"
    r"(?!\s+(?:as|again))",
    re.I,
)
# “From 38 in 2019 to 57, or half as many again”.
_FROM_TO = re.compile(
    r"\bfrom\s+⟦(?P<kind>[cmx])(?P<then>\d+)⟧(?:[^⟦.;:()]|⟦d\d+⟧){0,40}?\bto\s+⟦(?P=kind)(?P<now>\d+)⟧"
    r"(?:[^⟦.;:()]|⟦d\d+⟧){0,30}?(?:,|\s[–—-])\s+(?:or|that\s+is|which\s+is|making\s+it)\s+"
    rf"(?P<loose>(?:[a-z]+\s+){{0,3}}?){_TIMES}as\s+(?:many|much|large|high|long|great)(?P<again>\s+again)?(?!\s+as)",
    re.I,
)
# About a multiple may be a quarter off; more or less than it may be anything on its side.
_ABOUT = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|some|just|approximately|over|more|less|under|fewer"
    r"|above|below|not|up\s+to|well)\b",
    re.I,
)
_LEEWAY, _LOOSE, _TWO = Fraction(1, 10), Fraction(1, 4), 2
_MEND = "Put the multiple right, or the numbers."


def multiples(reading: Reading) -> Iterator[Denial]:
    """The denials of each multiple in words that its two numbers do not come to."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        for match in _BETWEEN.finditer(row.sentence.text):
            if denial := _denied(row, match, row.sentence.thing(match["now"])):
                yield denial
        for match in _FROM_TO.finditer(row.sentence.text):
            if denial := _denied(row, match, row.sentence.thing(match["now"])):
                yield denial
        yield from _of_what_was(row, next(iter(before(rows, place, 1)), None))
        yield from _as_many(row, next(of_passage(row, before(rows, place, 1)), None))
        match = _OF_BEFORE.match(row.sentence.text)
        for earlier in before(rows, place, 1) if match else ():
            values = [item.phrase.number for item in earlier.counts if item.phrase.is_stock]
            denials = [_denied(row, match, now) for now in values]
            if denials and all(denials):
                yield replace(denials[0], span=row.sentence.thing(match["then"]))


def _of_what_was(row: Statement, earlier: Statement | None) -> Iterator[Denial]:
    """The denial of a multiple of what its own sentence says there was, of the one count before."""
    match = _WHAT_IT_WAS.search(row.sentence.text)
    then = [x for x in row.counts if match and x.phrase.is_stock and x.phrase.end < match.start()]
    now = [x for x in earlier.counts if x.phrase.is_stock] if earlier else []
    alone = len(then) == len(now) == 1
    denial = alone and _compared(row, match, now[0].phrase.number, then[0].phrase.number)
    if denial:
        yield denial


def _as_many(row: Statement, earlier: Statement | None) -> Iterator[Denial]:
    """The denial of so many times as many as the one count of the sentence before."""
    match = _AS_MANY.search(row.sentence.text) if earlier else None
    then = [x.phrase.number for x in earlier.counts if x.phrase.is_stock] if match else []
    if len(then) == 1 and len(row.counts) <= _TWO and not then[0].bound:
        denial = _compared(row, match, row.sentence.thing(match["now"]), then[0])
        if denial:
            yield denial


def _denied(row: Statement, match, now: Number) -> Denial | None:
    # “12 of the 18, twice as many as the six”: the part may be meant, and not its whole.
    wholes = {x.phrase.mark for x in row.quantities if x.phrase.number is now}
    parts = [x.phrase.number for x in row.quantities if x.phrase.base in wholes]
    then = row.sentence.thing(match["then"])
    denials = [_compared(row, match, each, then) for each in (now, *parts)]
    return denials[0] if all(denials) else None


def _compared(row: Statement, match, now: Number, then: Number) -> Denial | None:
    kinds = {now.kind, then.kind}
    if len(kinds) > 1 or not kinds <= {COUNT, MONEY, SPAN} or not then.value or now.bound:
        return None
    factor = row.sentence.thing(match["factor"]).value if match["factor"] else None
    stated = factor or MULTIPLES[match["times"].casefold()]
    stated += 1 if match.groupdict().get("again") else 0
    true = now.value / then.value
    leeway = _LOOSE if _ABOUT.search(match["loose"]) else _LEEWAY
    if abs(true - stated) <= leeway * stated:
        return None
    says = f"{now.words} is {number_text(true, 1)} times {then.words}, but the report gives "
    says += f"“{row.sentence.said(match['times'])}”."
    return Denial(row.line, now, says, _MEND, Sure.JOINED)
