"""A sum of so many at one price, which no number of the report makes with that price: `the fee is
£33,500 either way. We paid five and received three, so it came to £76,000`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading, shared
from reports.prose.asides import CONDITIONS, EXPECTATIONS
from reports.prose.numbers import COUNT, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import extent
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements

_PRICE = re.compile(
    r"\b(?:fee|price|charge|rate|tariff|grant|payment|premium|fine|cost)s?\b[^⟦.;]{0,60}?\b(?:is|was|are|were|of|at)\s+(?:now\s+|only\s+)?⟦m(?P<fee>\d+)⟧"
    r"(?!\s+(?:in\s+all|altogether|in\s+total|less|more|lower|higher|under|over))"
    r"|⟦m(?P<each>\d+)⟧\s+(?:each|apiece|per\s+[a-z]+|for\s+(?:each|every)|a\s+(?:head|child|place|visit|session|night|check|day|course|pupil|interview))\b"
    r"|\bcharges?\s+(?:us\s+|the\s+[a-z]+\s+)?⟦m(?P<charges>\d+)⟧",
    re.I,
)
_TOTAL = SentencePattern(
    r"\b(?:came\s+to|comes\s+to|bill|cost(?:ing|s)?|charge|total(?:led|ling)?|so\s+(?:that\s+)?|therefore|accordingly|thus|net|amounted\s+to|"
    r"received|paid|worth|spent|owed|(?:is|was)\s+due)\b[^⟦.;]{0,50}?⟦m(?P<sum>\d+)⟧",
    re.I,
)
_ROUGH = re.compile(
    rf"\b(?:{CONDITIONS}|{EXPECTATIONS}|forecast|average|about|around|nearly|almost|plus|"
    r"and\s+a\s+further|discount|reduced|excluding|including|from\s+⟦m|budget|"
    r"save[sd]?|saving|compared|against|more|less|last\s+year|per\s+(?:hour|mile))\b",
    re.I,
)
_LARGEST, _BACK, _TIMES, _MEND = 5000, 1, 2, "Put the sum right, or the number or price."


def unit_prices(reading: Reading) -> Iterator[Denial]:
    """`£92 is charged for each interview. The bill was £36,984.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        totals = [*_TOTAL.finditer(row.sentence.text)]
        near = [row, *(x for x in before(rows, place, _BACK + 1) if x.line is row.line)]
        money = {n.value for x in near[: _BACK + 1] for n in x.sentence.marks("m")}
        if len(totals) != 1 or len(money) != _TIMES:
            continue
        stated = row.sentence.thing(totals[0]["sum"])
        prices = [x for x in _prices(near) if x[1] is not stated]
        if len(prices) == 1:
            yield from _denied(reading, row, stated, near, *prices[0])


def _prices(near: Sequence[Statement]) -> Iterator[tuple[Statement, Number]]:
    """(sentence, price) of each price that some sentences name."""
    for row in near:
        for match in _PRICE.finditer(row.sentence.text):
            yield row, row.sentence.thing(match["fee"] or match["each"] or match["charges"])


def _denied(
    reading: Reading, row: Statement, stated: Number, near, source: Statement, price: Number
) -> Iterator[Denial]:
    rough = any(_ROUGH.search(x.sentence.text) for x in (row, source))
    if rough or not _is_exact(price) or stated.value <= price.value:
        return
    if not _is_made(reading, stated, price, near):
        says = f"No number near it makes {stated.words} at {price.words} each."
        yield Denial(row.line, stated, says, _MEND)


def _is_exact(number: Number) -> bool:
    return not number.bound and not re.search(r"[a-z]", number.words, re.I)


def _is_made(reading: Reading, stated: Number, price: Number, near: Sequence[Statement]) -> bool:
    """True if a sum is a price so many times as the report counts, or two near counts come to."""
    first, last = (end / price.value for end in extent(stated))
    exact = _is_exact(stated)
    numbers = [x.value for row in near for x in row.sentence.marks("cx")]
    pairs = {abs(x - y) for x in numbers for y in numbers} | {
        x + y for x in numbers for y in numbers
    }
    every = shared(reading, _counts) | pairs | {*numbers}
    if stated.value / price.value > _LARGEST or stated.bound:
        return True
    if exact:
        return stated.value / price.value in every
    return any(first <= x <= last for x in every)


def _counts(reading: Reading) -> frozenset[Fraction]:
    """Every count of a report, with those of its tables."""
    return frozenset(x.value for line in reading.lines for x in line.numbers if x.kind == COUNT)
