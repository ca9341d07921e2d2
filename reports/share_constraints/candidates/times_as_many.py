"""So many times as many, against every two numbers near: `one costs £512 a week, the other £1,036,
which is nearly three times as much`, `so boys outnumber girls by more than six to one`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from reports.checks.reading import Reading
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, MONEY, PERCENT, SPAN, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.tables import tables_near
from reports.share_constraints.candidates.near import is_supposed, passage, unit_of

_FACTORS = {
    "twice": Fraction(2),
    "double": Fraction(2),
    "thrice": Fraction(3),
    "treble": Fraction(3),
    "triple": Fraction(3),
    "twofold": Fraction(2),
    "threefold": Fraction(3),
    "fourfold": Fraction(4),
    "half": Fraction(1, 2),
    "half as much again": Fraction(3, 2),
    "half as many again": Fraction(3, 2),
    "half again": Fraction(3, 2),
    "as many again": Fraction(2),
    "as much again": Fraction(2),
}
_LOOSE = (
    r"(?:(?P<over>just\s+over|a\s+little\s+over|slightly\s+(?:over|more\s+than)|a\s+little\s+more\s+than|rather\s+more\s+than|just\s+more\s+than)\s+|"
    r"(?P<above>(?:well\s+|far\s+)?(?:more\s+than|over|above|in\s+excess\s+of)|at\s+least|upwards\s+of)\s+|"
    r"(?P<under>nearly|almost|just\s+under|not\s+quite|a\s+little\s+(?:under|less\s+than|short\s+of)|slightly\s+(?:under|less\s+than)|close\s+to|approaching|"
    r"(?:less|fewer)\s+than|under)\s+|(?P<about>about|around|some|roughly|approximately)\s+)?"
)
_TIMES = SentencePattern(
    rf"(?<!\w){_LOOSE}(?:(?P<word>half\s+as\s+(?:many|much)\s+again|as\s+(?:many|much)\s+again|half\s+again|twice|double|thrice|treble|triple|(?:two|three|four)fold|"
    r"half(?=\s+(?:as\s+(?:many|much|high|large|long|big|likely|often)(?!\s+again)|(?:the|that|those|its|our)\s+(?:figure|number|rate|cost|level|average|size|price|total|amount)\b)))"
    r"|⟦[cx](?P<factor>\d+)⟧\s+times(?!\s+(?:a|in|each|per|last|this|by|during|over)\b))"
    r"(?=\s+(?:as|the|that|those|our|its|what|more|higher|larger)\b|(?<=again)\s*[,.;)])",
    re.I,
)
_TO_ONE = SentencePattern(rf"\bby\s+{_LOOSE}⟦c(?P<factor>\d+)⟧\s+to\s+(?:one|1)\b", re.I)
_NOT = re.compile(r"\b(?:not(?!\s+quite)|no|never|neither|once\s+or)\b", re.I)
_ENDS = {
    "over": (Fraction(1), Fraction(5, 4)),
    "above": (Fraction(1), Fraction(3)),
    "under": (Fraction(3, 4), Fraction(1)),
    "about": (Fraction(4, 5), Fraction(6, 5)),
    "": (Fraction(9, 10), Fraction(11, 10)),
}
_KINDS, _BACK, _MOST, _TWO, _FAR, _ROOM = (
    (COUNT, MONEY, PERCENT, SPAN),
    3,
    12,
    2,
    3,
    Fraction(1, 100),
)
_MEND = "Put the multiple right, or the numbers."


def times_as_many(reading: Reading) -> Iterator[Denial]:
    """Some two numbers of a kind near a multiple in words come to it."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        matches = [*_TIMES.finditer(text), *_TO_ONE.finditer(text)]
        if len(matches) != 1 or is_supposed(row, matches[0]) or _NOT.search(text):
            continue
        match = matches[0]
        ratios = _ratios(reading, passage(rows, place, _BACK), match)
        factor, loose = _factor(row, match)
        low, high = (factor * x for x in _ENDS[loose])
        meant = [x for x in ratios if factor / _FAR <= x <= factor * _FAR]
        if meant and not any(low - _ROOM <= x <= high + _ROOM for x in ratios):
            best = min(meant, key=lambda x: abs(x - factor))
            says = f"The numbers near it come to {number_text(best, 1)} times, but the report has "
            says += f"“{row.sentence.said(match.group()).strip()}”."
            yield Denial(row.line, row.span, says, _MEND)


def _factor(row: Statement, match: re.Match) -> tuple[Fraction, str]:
    """The multiple of a match, and how loosely it is meant."""
    loose = next((x for x in ("over", "above", "under", "about") if match[x]), "")
    if match["factor"]:
        number = row.sentence.thing(match["factor"])
        bound = {">": "above", ">=": "above", "<": "under", "<=": "under", "~": "about"}
        return number.value, loose or bound.get(number.bound, "")
    word = re.sub(r"\s+", " ", match["word"].casefold())
    return _FACTORS[word], loose


def _ratios(reading: Reading, near: Sequence[Statement], match: re.Match) -> list[Fraction]:
    """The ratios of the numbers of one kind in a sentence that has two, or one and no table near;
    with those of the sentences before."""
    own = _numbers(near[:1], match)
    if not own:
        near = near[1:2]
        own = _numbers(near, match)
        own = own if len(own) == _TWO else []
    units = {unit_of(x) for x in own}
    if not units or (len(units) == len(own) and tables_near(reading, near[0].line)):
        return []
    numbers = _numbers(near, match)
    many = [x for x in numbers if unit_of(x) in units]
    if not any(unit_of(x) == unit_of(y) for x, y in permutations(many, 2)) or len(many) > _MOST:
        return []
    pairs = permutations(many, 2)
    return [x.value / y.value for x, y in pairs if unit_of(x) == unit_of(y)]


def _numbers(near: Sequence[Statement], match: re.Match) -> list[Number]:
    """The numbers of some sentences that may be so many times another."""
    marks = [(row, x) for row in near for x in MARK.finditer(row.sentence.text) if x[1] in "cmpx"]
    numbers = [
        row.sentence.thing(x[2])
        for row, x in marks
        if row.sentence.text is not match.string or not match.start() <= x.start() < match.end()
    ]
    return [x for x in numbers if x.kind in _KINDS and x.value > 0]
