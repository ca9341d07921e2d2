"""Per cents whose count and base stand further off: response rates, and rows *respectively*."""

import re
from collections.abc import Iterator

from reports.prose.marks import Marked
from reports.prose.numbers import Number

RESPECTIVELY = re.compile(r"\brespectively\b", re.I)
_RATE = (
    r"(?:giving\s+|which\s+is\s+|this\s+is\s+|that\s+is\s+|being\s+)?(?:us\s+)?(?:an?\s+)?"
    r"(?:overall\s+)?(?:[a-z-]+\s+)?(?:rate|share|proportion|take-up|uptake|turnout)\s+of\s+"
    r"⟦p(?P<percent>\d+)⟧"
)
_DID = (
    r"(?:replied|responded|returned|answered|took\s+part|completed|attended|accepted|were\s+returned|"
    r"were\s+completed|came|voted|took\s+it\s+up|did\s+so|were\s+received)"
)
_OF_THEM_DID = re.compile(
    rf"(?:^|,\s|\b)(?:out\s+)?of\s+(?:the\s+|our\s+|all\s+)*⟦c(?P<base>\d+)⟧[^⟦;:.]{{0,60}}?"
    rf"⟦c(?P<count>\d+)⟧[^⟦;:.]{{0,20}}?{_DID}[^⟦;:.]{{0,40}}?[,(–—-]\s*{_RATE}",
    re.I,
)
_SENT_TO = re.compile(
    r"\b(?:sent|offered|given|issued|put|invited|asked|circulated|distributed)\b[^⟦;:.]{0,40}?"
    rf"⟦c(?P<base>\d+)⟧[^⟦;:.]{{0,60}}?(?:\band\b|\bof\s+whom\b|;|,)\s*⟦c(?P<count>\d+)⟧"
    rf"[^⟦;:.]{{0,30}}?{_DID}[^⟦;:.]{{0,40}}?[,(–—-]\s*{_RATE}",
    re.I,
)
_ROW = r"⟦{0}\d+⟧(?:[^⟦;:.]{{0,40}}?(?:,|\band\b)\s*(?:and\s+)?[^⟦;:.,]{{0,25}}?⟦{0}\d+⟧)+"
_COUNTS, _PERCENTS = (re.compile(_ROW.format(letter), re.I) for letter in "cp")
_BASE = re.compile(
    r"^\W*(?:out\s+)?of\s+(?:the\s+|our\s+|all\s+)*⟦c(?P<base>\d+)⟧(?![^⟦;:.,]{0,25}\band\s+⟦c)",
    re.I,
)
_BASES = re.compile(r"\bout\s+of\s+(?P<bases>⟦c\d+⟧(?:\s*(?:,|and)\s*⟦c\d+⟧)+)", re.I)

RateNumbers = tuple[Number, Number, Number]


def response_rates(sentence: Marked) -> Iterator[RateNumbers]:
    """(count, base, per cent) of `sent to 400 … and 240 replied, a response rate of 60%`."""
    for pattern in (_OF_THEM_DID, _SENT_TO):
        for match in pattern.finditer(sentence.text):
            yield tuple(sentence.thing(match[item]) for item in ("count", "base", "percent"))


def respectively(sentence: Marked) -> Iterator[RateNumbers]:
    """(count, base, per cent) of each place of two rows that *respectively* lays side by side."""
    base, bases = _BASE.match(sentence.text), _BASES.search(sentence.text)
    begins = base.end() if base else 0
    percents = _PERCENTS.search(sentence.text, begins)
    counts = _COUNTS.search(sentence.text, begins)
    if not counts or not percents:
        return
    current = bases["bases"] if bases else ""
    values = sentence.marks("c", counts.group().replace(current, "") if current else counts.group())
    shares = sentence.marks("p", percents.group())
    wholes = (
        sentence.marks("c", current) if current else [sentence.thing(base["base"])] if base else []
    )
    wholes = wholes * len(values) if len(wholes) == 1 else wholes
    if len(values) == len(shares) == len(wholes):
        yield from zip(values, wholes, shares, strict=True)
