"""A scale that the report states — green from 85%, Limited below 85% — against what it calls a
value."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reports.prose.numbers import Number
from reports.quantities.model import Denial, Statement

_COLOURS = r"green|amber|red|blue|yellow"
_GRADES = r"substantial|reasonable|adequate|moderate|limited|minimal|partial|full|no\s+assurance"
_LABEL = re.compile(rf"\b(?:{_COLOURS}|{_GRADES}|outstanding|good|fair|poor|inadequate)\b", re.I)
_LOW = re.compile(
    r"\b(?:at\s+least|not\s+less\s+than|no\s+less\s+than|from)\s+⟦p(?P<least>\d+)⟧"
    r"|\b(?:over|above|more\s+than|higher\s+than|exceed\w*)\s+⟦p(?P<over>\d+)⟧"
    r"|⟦p(?P<up>\d+)⟧\s+(?:or|and)\s+(?:more|above|over|better|higher|upwards?)",
    re.I,
)
_HIGH = re.compile(
    r"\b(?:below|(?<!not\s)(?<!no\s)less\s+than|under|lower\s+than)\s+⟦p(?P<under>\d+)⟧"
    r"|⟦p(?P<down>\d+)⟧\s+(?:or|and)\s+(?:less|below|under|lower)",
    re.I,
)
_BETWEEN = re.compile(r"⟦p(?P<first>\d+)⟧\s*(?:to|and|–|-)\s*⟦p(?P<last>\d+)⟧", re.I)
_UNSURE = re.compile(
    r"\b(?:not|no\s+longer|previous\w*|before|last|if|would|should|will|until|from|to|towards|expect\w*|"
    r"almost|nearly|changed?|moved|turned)\b",
    re.I,
)
_MEND = "Use the grade that the scale gives, or put the number right."
_WHOLE, _PAIR = 100, 2


@dataclass(frozen=True)
class _Band:
    """The values of one grade: at least `least`, less than `below` (or just that, `closed`)."""

    least: Fraction
    below: Fraction
    closed: bool = False

    def holds(self, value: Fraction) -> bool:
        """True if a value is of the grade."""
        return self.least <= value and (value <= self.below if self.closed else value < self.below)


def graded_by_scale(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`Green, 85% or more; amber, 75% to 84%. … Visits, 79%: green`: by the scale it is amber."""
    labels = {match.group().casefold() for match in _LABEL.finditer(row.sentence.text)}
    if len(labels) != 1 or _scale_of(row):
        return
    scales = [scale for other in earlier if (scale := _scale_of(other))]
    number = _value(row, earlier) if scales else None
    [label] = labels
    if number is None or number.bound or _UNSURE.search(row.sentence.text):
        return
    scale = scales[0]
    true = [name for name, band in scale.items() if band.holds(number.value)]
    if label in scale and len(true) == 1 and true != [label]:
        says = f"{number.words} is {true[0]} by the scale that the report gives, and not {label}."
        yield Denial(row.line, number, says, _MEND)


def _value(row: Statement, earlier: Sequence[Statement]) -> Number | None:
    """The one per cent of a sentence, else of the sentence before it in the paragraph."""
    near = earlier[0] if earlier and earlier[0].line is row.line else None
    for other in filter(None, (row, near)):
        shares = other.sentence.marks("p")
        if shares:
            return shares[0] if len(shares) == 1 and not _scale_of(other) else None
    return None


def _scale_of(row: Statement) -> Mapping[str, _Band]:
    """Grade → its values, of a sentence that states two grades or more with theirs."""
    text = row.sentence.text
    matches = [*_LABEL.finditer(text)]
    if len({match.group().casefold() for match in matches}) < _PAIR or "⟦p" not in text:
        return {}
    ends = [*(match.start() for match in matches[1:]), len(text)]
    scale = {}
    for match, end in zip(matches, ends, strict=True):
        if band := _band_of(row, text[match.end() : end]):
            scale[match.group().casefold()] = band
    return scale if len(scale) == len(matches) else {}


def _band_of(row: Statement, stretch: str) -> _Band | None:
    if between := _BETWEEN.search(stretch):
        least, last = (row.sentence.thing(between[name]).value for name in ("first", "last"))
        return _Band(least, last, closed=True)
    low, high = _LOW.search(stretch), _HIGH.search(stretch)
    if not (low or high):
        return None
    least = _value_of(row, low) if low else Fraction(0)
    below = _value_of(row, high) if high else Fraction(_WHOLE + 1)
    return _Band(least, below, closed=bool(high and high["down"]))


def _value_of(row: Statement, bound: re.Match) -> Fraction:
    return row.sentence.thing(next(filter(None, bound.groups()))).value
