"""Multiples in words, against the two numbers that they stand between."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, MONEY, SPAN
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement, Sure
from reports.quantities.passages import statements

_WORDS = {"twice": 2, "double": 2, "treble": 3, "triple": 3, "half": Fraction(1, 2)}
# “1,260 days, three times the 420 days of 2020”, “80 concerns, twice as many as the 40 of 2014”.
_BETWEEN = re.compile(
    r"⟦(?:[cmx])(?P<now>\d+)⟧(?:[^⟦.;:()]|⟦d\d+⟧){0,60}?"
    r"(?:,|\s[–—-]|\()\s*(?P<loose>(?:[a-z]+\s+){0,4}?)"
    r"(?P<times>twice|double|treble|triple|half|⟦[cx](?P<factor>\d+)⟧\s+times)\s+"
    r"(?:as\s+(?:many|much|large|high|long|great)\s+(?:[a-z]+\s+){0,2}?as\s+)?"
    r"(?:the|our|those|its|last\s+year’s|(?:the\s+)?(?:number|figure|total|cost|amount)\s+of)\s+"
    r"(?:(?:figure|number|total)\s+of\s+)?⟦[cmx](?P<then>\d+)⟧",
    re.I,
)
# About a multiple may be a quarter off; more or less than it may be anything on its side.
_ABOUT = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|some|just|approximately|over|more|less|under|fewer"
    r"|above|below|not|up\s+to|well)\b",
    re.I,
)
_LEEWAY, _LOOSE = Fraction(1, 10), Fraction(1, 4)
_MEND = "Put the multiple right, or the numbers."


def multiples(reading: Reading) -> Iterator[Denial]:
    """The denials of each multiple in words that its two numbers do not come to."""
    for row in statements(reading):
        for match in _BETWEEN.finditer(row.sentence.text):
            if denial := _denied(row, match):
                yield denial


def _denied(row: Statement, match) -> Denial | None:
    now, then = (row.sentence.thing(match[name]) for name in ("now", "then"))
    kinds = {now.kind, then.kind}
    if len(kinds) > 1 or not kinds <= {COUNT, MONEY, SPAN} or not then.value or now.bound:
        return None
    factor = row.sentence.thing(match["factor"]).value if match["factor"] else None
    stated = factor or _WORDS[match["times"].casefold()]
    true = now.value / then.value
    leeway = _LOOSE if _ABOUT.search(match["loose"]) else _LEEWAY
    if abs(true - stated) <= leeway * stated:
        return None
    says = f"{now.words} is {number_text(true, 1)} times {then.words}, but the report gives "
    says += f"“{row.sentence.said(match['times'])}”."
    return Denial(row.line, now, says, _MEND, Sure.JOINED)
