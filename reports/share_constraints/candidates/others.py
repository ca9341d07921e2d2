"""On which side of the value of others, or of a time before, a value is: `40 in every ten thousand
are on a plan. This is above the average of our neighbours, which is 44.1`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assurance.runtime.digits import whole
from reports.checks.reading import Reading
from reports.prose.asides import NEGATIONS
from reports.prose.marks import MARK
from reports.prose.numbers import Number
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.share_constraints.candidates.near import (
    has_own_subject,
    is_supposed,
    passage,
    unit_of,
)

_OTHERS = (
    r"(?:england(?:[’']s)?|english|national|neighbours?(?:[’'])?|neighbouring|regional|region(?:[’']s)?|comparators?|country|"
    r"(?:similar|comparable|comparator|other|like)\s+(?:authorities|councils|areas|boroughs|counties)|"
    r"last\s+(?:year|quarter|time|term)(?:[’']s)?|previous\s+(?:year|quarter|half-year|period|term)(?:[’']s)?|"
    r"(?:year|quarter|term|half-year)\s+(?:before|earlier|ago)|average|median|mean)"
)
_UP = (
    r"above|higher\s+than|more\s+than|greater\s+than|larger\s+than|exceeds?|exceeded|over|"
    r"longer\s+than|slower\s+than|dearer\s+than"
)
_DOWN = (
    r"below|lower\s+than|fewer\s+than|less\s+than|smaller\s+than|under|beneath|"
    r"shorter\s+than|quicker\s+than|faster\s+than|cheaper\s+than"
)
# “This is below the average of our statistical neighbours, which the return puts at 44.1.”
_VERDICT = SentencePattern(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+(?:(?:the|that|those|our|its|their|what|in|for|of|a)\s+){{0,3}}"
    rf"(?:[a-z’'-]+\s+){{0,3}}?{_OTHERS}",
    re.I,
)
_BEHIND = re.compile(
    r"(?:(?!\b(?:but|and|while|whereas)\b)(?:[^⟦.;:]|⟦[dx]\d+⟧)){0,90}?⟦(?P<kind>[cpmx])(?P<other>\d+)⟧",
    re.I,
)
# “40 in every ten thousand” has no number but a share.
_RATE = re.compile(
    r"\b(\d{1,3})\s+in\s+(?:every\s+)?(?:10,000|ten\s+thousand|1,000|a\s+thousand|100|a\s+hundred)\b",
    re.I,
)
_NOT = re.compile(
    rf"\b(?:{NEGATIONS}|no|both|each|all|none|except|but|although|though|by|how\s+far|"
    r"whether)\b",
    re.I,
)
_SO_FAR = re.compile(r"⟦[cpmqx]\d+⟧(?:\s+(?:percentage\s+)?[a-z]+){0,3}\s+$", re.I)
_THAN_HALF = re.compile(r"\b(?:half|third|quarter|twice|double)\b", re.I)
_BACK, _SCALE = 1, 3
_MEND = "Use the word that the numbers show, or correct them."


def others(reading: Reading) -> Iterator[Denial]:
    """A value is on that side of the value of others that every number near it shows."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        match = _VERDICT.search(text)
        if not match or is_supposed(row, match) or _NOT.search(text[: match.end()]):
            continue
        behind = _BEHIND.match(text, match.end())
        if not behind or _SO_FAR.search(text[: match.start()]) or _THAN_HALF.search(match.group()):
            continue
        other = row.sentence.thing(behind["other"])
        values = _values(passage(rows, place, _BACK), match, other)
        way = 1 if match["up"] else -1
        if values and all((x - other.value) * way < 0 for x in values) and not other.bound:
            says = f"No value near it is “{match.group()}”, which is {other.words}."
            yield Denial(row.line, row.span, says, _MEND)


def _values(near: Sequence[Statement], match: re.Match, other: Number) -> list[Fraction]:
    """The values before a verdict of the size of another, of the nearest sentence with any."""
    for row in near:
        text = row.sentence.text[: match.start()] if row is near[0] else row.sentence.text
        marks = (row.sentence.thing(x[2]) for x in MARK.finditer(text) if x[1] in "cpmx")
        own = [x.value for x in marks if unit_of(x) == unit_of(other)]
        ends = [x.end() for x in MARK.finditer(text) if x[1] in "cpmx"]
        if row is near[0] and ends and has_own_subject(row, ends[-1], match.start()):
            return []
        own += [Fraction(whole(x[1])) for x in _RATE.finditer(text)]
        own = [x for x in own if other.value <= x * _SCALE and x <= other.value * _SCALE]
        if own:
            return own
    return []
