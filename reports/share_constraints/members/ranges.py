"""A mean against the ends of the range that it is of."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.numbers import Number
from reports.quantities.model import Denial, Statement
from reports.share_constraints.claims import is_of_others

# “Between four and nine”, “ranged from £310 to £1,240”, “at least two and at most seven”.
_RANGE = re.compile(
    r"(?:\bbetween\s+⟦(?P<kind>[cpmx])(?P<low>\d+)⟧(?:\s+[a-z]+){0,2}\s+and\s+"
    r"|\b(?:rang\w+|var\w+|spread|anything|anywhere)(?:\s+[a-z]+){0,2}?\s+from\s+⟦(?P<other>[cpmx])(?P<least>\d+)⟧(?:\s+[a-z]+){0,3}?\s+(?:up\s+)?to\s+)"
    r"(?:[a-z]+\s+){0,2}?⟦[cpmx](?P<high>\d+)⟧",
    re.I,
)
_MEAN = re.compile(
    r"\b(?:mean|average|averag(?:ing|es|ed)|median|typically|typical)\b(?:[^⟦.;:]|⟦d\d+⟧){0,50}?⟦(?P<kind>[cpmx])(?P<mean>\d+)⟧",
    re.I,
)
_BEHIND = re.compile(r"⟦(?P<kind>[cpmx])(?P<mean>\d+)⟧[^⟦.;:,]{0,30}?\bon\s+average\b", re.I)
_ELSE = re.compile(
    r"\b(?:nation\w*|england|region\w*|neighbours?|target|last\s+(?:year|quarter|report)|previous\w*|before|earlier|"
    r"elsewhere|other|others|all\s+but|except\w*|most|usually|should|aim\w*|rose|fell|down|up|increas\w+|reduc\w+)\b",
    re.I,
)


def means_in_range(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`Between four and nine, with an average of eleven`: a mean lies between the two."""
    text = row.sentence.text
    mean = _MEAN.search(text) or _BEHIND.search(text)
    if not mean or _ELSE.search(text) or is_of_others(text, *mean.span(), compared=False):
        return
    near = earlier[0] if earlier and earlier[0].line is row.line else None
    for other in filter(None, (row, near)):
        ranges = [*_RANGE.finditer(other.sentence.text)]
        if len(ranges) != 1:
            continue
        marks = [ranges[0]["low"] or ranges[0]["least"], ranges[0]["high"]]
        if mean["mean"] in marks and other is row:
            continue
        number, (low, high) = row.sentence.thing(mean["mean"]), map(other.sentence.thing, marks)
        is_within = low.value <= number.value <= high.value
        if not is_within and _are_alike(row, number, low, high, other):
            says = f"A mean of {low.words} to {high.words} is not {number.words}."
            yield Denial(row.line, number, says, "Put the mean or the range right.")
        return


def _are_alike(row, number: Number, low: Number, high: Number, other: Statement) -> bool:
    """True if a mean is measured as its range is: days are not compared with weeks."""
    units = {_unit(row, number), _unit(other, high)} - {""}
    exact = not number.bound and low.value < high.value
    heads = {_head(row, number), _head(other, high), _head(other, low)} - {""}
    exact = exact and len(heads) < _UNLIKE
    return exact and number.kind == high.kind and len(units) < _UNLIKE


def _head(row: Statement, number: Number) -> str:
    """The noun of a number, if it has one."""
    return next((x.phrase.head for x in row.quantities if x.phrase.number is number), "")


def _unit(row: Statement, number: Number) -> str:
    """The unit of time or distance that a number has, or nothing."""
    match = _UNIT.search(row.line.text[number.start : number.end + 20])
    return match[1].casefold() if match else ""


_UNIT = re.compile(r"\b(day|week|month|year|hour|minute|point|mile)s?\b", re.I)
_UNLIKE = 2
