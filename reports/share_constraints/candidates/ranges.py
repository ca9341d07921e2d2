"""A value that is called inside a range, above it or below it, against the range and the values
near it: `That is 64 each. The handbook has 50 to 70, so we are above the range`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.share_constraints.candidates.near import is_supposed, passage

_NAME = r"(?:range|band|bracket|corridor|limits|span|tolerance)"
_VERDICT = re.compile(
    r"\b(?:(?P<inside>inside|within)|(?P<outside>outside)|(?P<above>above|over|beyond|higher\s+than|exceeds?)|"
    rf"(?P<below>below|under|beneath|lower\s+than|short\s+of))\s+(?:the|that|this|its|our|their)\s+(?:[a-z]+\s+){{0,2}}?{_NAME}\b",
    re.I,
)
_RANGE = re.compile(
    r"(?:\bbetween\s+)?⟦(?P<kind>[cpmx])(?P<low>\d+)⟧\s?(?:to|and|–|-|or)\s?⟦(?P=kind)(?P<high>\d+)⟧",
    re.I,
)
_RAN = re.compile(
    r"\b(?:lay|lies?|ranged?|ranges|ran|runs?|var(?:y|ied|ies)|spread|stretch\w*|were|was)\s+(?:from\s+|between\s+)?$",
    re.I,
)
_OF_RANGE = re.compile(
    rf"\b{_NAME},?\s+(?:which\s+|that\s+)?[a-z]+\s+(?:from\s+|between\s+)?$", re.I
)
_NOT = re.compile(r"\b(?:not|never|no\s+longer|without)\b", re.I)
_BACK, _SCALE = 3, 4
_MEND = "Use the word that the numbers show, or correct them."


def ranges(reading: Reading) -> Iterator[Denial]:
    """A value is inside a range, above it or below it as the numbers near are."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _VERDICT.search(row.sentence.text)
        if not match or is_supposed(row, match) or _NOT.search(row.sentence.text):
            continue
        near = passage(rows, place, _BACK)
        matches = next((x for x in map(_ranges, near) if x), [])
        is_any, says = False, ""
        for pair, other in matches:
            low, high = (other.sentence.thing(pair[x]) for x in ("low", "high"))
            values = _values(near, pair, other, low.value, high.value)
            is_held = any(_holds(match, x, low.value, high.value) for x in values)
            is_any = is_any or is_held or low.value >= high.value
            if values and not is_held:
                says = f"The range is {low.words} to {high.words}, and no value near it is "
        if says and not is_any:
            yield Denial(row.line, row.span, f"{says}“{match.group()}”.", _MEND)


def _ranges(row: Statement) -> list[tuple[re.Match, Statement]]:
    """The ranges of a sentence, but for those that its values run over."""
    text = row.sentence.text
    return [(x, row) for x in _RANGE.finditer(text) if not _ran(text[: x.start()])]


def _ran(ahead: str) -> bool:
    return bool(_RAN.search(ahead)) and not _OF_RANGE.search(ahead)


def _values(
    near: Sequence[Statement], pair: re.Match, other: Statement, low: Fraction, high: Fraction
) -> list[Fraction]:
    """The values of the nearest sentence with any of the size of a range."""
    for row in near:
        marks = [*re.finditer(rf"⟦{pair['kind']}(\d+)⟧", row.sentence.text)]
        inside = [
            x for x in marks if row is not other or not pair.start() <= x.start() < pair.end()
        ]
        own = [row.sentence.thing(x[1]).value for x in inside]
        own = [x for x in own if low <= x * _SCALE and x <= high * _SCALE]
        if own:
            return own
    return []


def _holds(match: re.Match, value: Fraction, low: Fraction, high: Fraction) -> bool:
    if match["above"] or match["below"]:
        return value > high if match["above"] else value < low
    return (low <= value <= high) == bool(match["inside"])
