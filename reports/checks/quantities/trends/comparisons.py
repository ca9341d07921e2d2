"""Which of two named things is the more, against the numbers that the passage has for them."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.quantities.claims.entries import Series, series_of
from reports.checks.quantities.claims.surroundings import series_near
from reports.checks.quantities.model import Denial, Statement, constraint
from reports.checks.quantities.passages import statements
from reports.checks.reading import Reading

_VERB = re.compile(
    r"\b(?P<less>(?:is|are|was|were)\s+(?:outnumbered|exceeded|outweighed)\s+by|falls?\s+short\s+of|fell\s+short\s+of|"
    r"(?:is|are|was|were)\s+(?:fewer|less|smaller|lower)\s+than)"
    r"|\b(?P<more>outnumber(?:s|ed)?|exceed(?:s|ed)?|outweigh(?:s|ed)?|(?:is|are|was|were)\s+"
    r"(?:more(?:\s+numerous)?|greater|larger|higher)\s+than)\b"
    r"(?P<times>\s+(?:twice|double|three\s+times|four\s+times|half)(?:\s+that\s+of|\s+as\s+many\s+as)?\b)?",
    re.I,
)
_SIDE = re.compile(r"[,;:]|\b(?:so|that|therefore|while|whereas|but|where|because|as)\b", re.I)
_ALONE = re.compile(r"\b(?:by\s+itself|by\s+themselves|alone|on\s+its\s+own)\b", re.I)
_TOGETHER = re.compile(r"\b(?:together|combined|(?:in|the)\s+sum|between\s+them|added|and)\b", re.I)
_UNSURE = re.compile(
    r"\b(?:not|never|no|than\s+(?:in|at|before|last|expected|planned|ever)|last|year|quarter|target|"
    r"average|expected|budget|would|will|if|may|might|by\s+⟦)\b",
    re.I,
)
_TIMES = {"twice": 2, "double": 2, "three": 3, "four": 4, "half": Fraction(1, 2)}
_REACH = 120
_MEND = "Put the comparison or the numbers right."


@constraint(
    "comparison-denied", "C15; source of error 11", follows=("rank-denied", "direction-denied")
)
def comparisons(reading: Reading) -> Iterator[Denial]:
    """Of two things that are compared, the one called the more is so by the passage's numbers."""
    for row in statements(reading):
        match = _VERB.search(row.sentence.text)
        sides = _sides(row, match) if match else None
        if sides is None:
            continue
        own = series_of(row)
        verdicts = [_verdict(item, sides, match) for item in _series(reading, row, own)]
        verdicts = [item for item in verdicts if item is not None]
        if verdicts and True not in verdicts:
            first, last = verdicts[0]
            says = f"It is {first} against {last}, and the paper says “{match.group().strip()}”."
            yield Denial(row.line, (row.sentence.start, row.sentence.end), says, _MEND)


def _series(reading: Reading, row: Statement, own):
    if own:
        yield own
    yield from series_near(reading, row)


def _sides(row: Statement, match):
    """What is compared and with what, as written; None where a sentence is unsure of it."""
    text = row.sentence.text
    ahead = _SIDE.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
    behind = re.split(r"[,;:.(⟦]|\bby\b", text[match.end() : match.end() + _REACH])[0]
    if _UNSURE.search(ahead) or _UNSURE.search(behind) or "⟦" in ahead:
        return None
    return _ALONE.sub(" ", ahead), behind


def _verdict(series: Series, sides, match):
    """True where a series bears the comparison, (what it has of the two) where it denies it, None
    where it does not hold both."""
    if len({entry.number.kind for entry in series.entries}) > 1:
        return None
    many = [series.entries_named(side) for side in sides]
    many = [
        entries if _TOGETHER.search(side) else tuple(filter(None, (series.entry_named(side),)))
        for entries, side in zip(many, sides, strict=True)
    ]
    if not all(many) or set(many[0]) & set(many[1]):
        return None
    first, last = (sum(entry.number.value for entry in row) for row in many)
    times = (match["times"] or "").split()[:1]
    last *= _TIMES[times[0].casefold()] if times else 1
    if match["more"]:
        return first > last or (_text(first), _text(last))
    return first < last or (_text(first), _text(last))


def _text(value):
    return f"{float(value):,.10g}"
