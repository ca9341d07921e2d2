"""Sums over two periods, and totals that a planned change would make."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import NEAR, slip
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.parts.sums import unlike_sum
from reports.quantities.passages import before, statements

_SO_FAR = re.compile(
    r"\b(?:half[-\s]year(?:ly)?(?:\s+(?:total|figure))?|year[-\s]to[-\s]date|(?:so\s+far|to\s+date)(?:\s+this\s+year)?|"
    r"(?:first|second)\s+half(?:\s+of\s+the\s+year)?|year\s+so\s+far|six\s+months|nine\s+months)\b"
    r"[^⟦.;:]{0,40}?⟦c(?P<count>\d+)⟧",
    re.I,
)
_QUARTER = re.compile(
    r"\b(?:quarters?|Q)\s?(?:[1-4]|one|two|three|four)\b|\b(?:first|second|third|fourth)\s+quarter\b",
    re.I,
)
_WOULD_MAKE = re.compile(
    r"\b(?:would|will|should)\s+(?:then\s+|thus\s+)?(?:make|bring|take|leave|mean|give|raise|lift)\b[^⟦.;]{0,60}?⟦c(?P<total>\d+)⟧",
    re.I,
)
_STEP = re.compile(
    r"\b(?:net\s+)?(?P<way>gain|growth|increase|rise|loss|fall|reduction|decrease|drop)\s+of\s+⟦c(?P<count>\d+)⟧"
    r"|⟦c(?P<more>\d+)⟧\s+(?:(?P<fewer>fewer|less)|more|additional|extra|further|new)\b",
    re.I,
)
_DOWN = re.compile(r"loss|fall|reduction|decrease|drop|fewer|less", re.I)
_MEND = "Put the wrong number right."
_LEAST, _ALIKE = 20, 2


def balances(reading: Reading) -> Iterator[Denial]:
    """The sums over quarters and the totals to come that the numbers before them deny."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        earlier = before(rows, place, 2)
        yield from _so_far(row, earlier)
        yield from _to_come(reading, row, earlier)


def _so_far(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`2,310 in quarter 2, 2,145 in quarter 1: 4,545 in the half-year`."""
    match = _SO_FAR.search(row.sentence.text)
    near = [row, *(other for other in earlier if other.line is row.line)] if match else []
    stated = row.sentence.thing(match["count"]) if match else None
    parts = [x for other in near for x in other.counts if _is_of_quarter(x)]
    parts = [x for x in parts if x.phrase.number is not stated]
    values = [x.value for x in parts]
    if stated is None or stated.bound or len(parts) not in (2, 3) or stated.value in values:
        return
    total = sum(values)
    if total != stated.value and slip(stated.value, total, COUNT) > NEAR and total >= _LEAST:
        yield Denial(row.line, stated, unlike_sum(parts, stated.words), _MEND)


def _is_of_quarter(item: Quantity) -> bool:
    ahead, behind = item.beside(";.", 40)
    return bool(_QUARTER.search(behind) or (_QUARTER.search(ahead) and ":" in ahead))


def _to_come(reading: Reading, row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`A net gain of eight households is asked for. That would make 185`, of 167."""
    match = _WOULD_MAKE.search(row.sentence.text)
    total = row.sentence.thing(match["total"]) if match else None
    if total is None or total.bound or total.value < _LEAST:
        return
    for other in (row, *earlier[:1]):
        step = _STEP.search(other.sentence.text)
        if step:
            by = other.sentence.thing(step["count"] or step["more"]).value
            by = -by if _DOWN.search(step["way"] or step["fewer"] or "") else by
            yield from _unlike(reading, row, total, by)
            return


def _unlike(reading: Reading, row: Statement, total, by) -> Iterator[Denial]:
    """The denial of a total that a count nearly makes with a change, where none does."""
    counts = [x for other in statements(reading) for x in other.counts if x.phrase.is_stock]
    counts = [x for x in counts if x.phrase.number is not total]
    cells = {
        x.value
        for grid in reading.grids
        for cells in grid.rows
        for cell in cells
        for x in cell.numbers
    }
    if total.value - by in {x.value for x in counts} | cells:
        return
    told = [x for x in counts if slip(total.value, x.value + by, COUNT) > NEAR and x.phrase.head]
    many = {x.value: sum(y.value == x.value for y in counts) for x in told}
    likely = [x for x in told if many[x.value] >= _ALIKE]
    if likely and total.value not in {x.value for x in counts}:
        base = likely[-1]
        says = f"{base.phrase.number.words} {'+' if by > 0 else '−'} {number_text(abs(by))} = "
        says += f"{number_text(base.value + by)}, but the report gives {total.words}."
        yield Denial(row.line, total, says, _MEND)
