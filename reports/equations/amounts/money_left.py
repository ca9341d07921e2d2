"""A sum that is left, over or short, to which no way of adding and taking away the sums near it and
the totals above it comes: `£4.0m, £1.5m for this and £2.45m for that, so £150,000 is left`."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from reports.checks.reading import Grid, Reading
from reports.prose.numbers import MONEY, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import extent
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements
from reports.quantities.tables import TOTAL

_LEFT = SentencePattern(
    r"\b(?:leav(?:e|es|ing)|left)\b(?:\s+(?!out\b)[a-z’'-]+){0,5}?\s+⟦m(?P<leaving>\d+)⟧"
    r"|⟦m(?P<over>\d+)⟧\s+(?:(?:would|will|is|was|are|were|has|had)\s+)?(?:then\s+|thus\s+|therefore\s+|be\s+|been\s+|now\s+|still\s+)*"
    r"(?:left|remain(?:s|ed|ing)?|unspent|uncommitted|unallocated|to\s+(?:carry|be\s+(?:found|met|carried)|spare|find)|in\s+hand|short|carried\s+forward)\b"
    r"|(?<!the\s)(?<!this\s)(?<!that\s)\b(?:balance|surplus|shortfall|deficit|underspend|overspend|remainder|excess|gap)\s+(?:of|is|was|to\s+be\s+[a-z]+\s+is)\s+(?:therefore\s+|thus\s+|only\s+)*⟦m(?P<balance>\d+)⟧",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:each|per|average|a\s+(?:week|day|head|year|month|place|child))\b|⟦p", re.I
)
_SCALED = re.compile(r"000|£\s?k\b|£\s?m\b|\b(?:thousand|million)s?\b", re.I)
_BACK, _FEWEST, _MOST, _MEND = 3, 3, 6, "Put the wrong number right."


def money_left(reading: Reading) -> Iterator[Denial]:
    """`Expenditure was £87,450` of an income of £90,320. `There is a balance of £3,280.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        matches = [*_LEFT.finditer(row.sentence.text)]
        # “Bear the overspend of £2.45m, only £50,000 would be left.”
        matches = [x for x in matches if x["leaving"] or x["over"]] or matches
        if len(matches) != 1 or _OTHERS.search(row.sentence.text):
            continue
        left = row.sentence.thing(next(x for x in matches[0].groups() if x))
        near = [row, *(x for x in before(rows, place, _BACK) if x.line is row.line)]
        sums = _sums(near, left)
        totals = _totals(reading, row)
        # A budget with what was spent of it is read by the rule of balances.
        if left.bound or len(sums) > _MOST or not (len(sums) >= _FEWEST or (sums and totals)):
            continue
        if not _comes_to(left, [*sums, *totals][: _MOST + 1]):
            says = f"No way of adding or taking away what is near comes to {left.words}."
            yield Denial(row.line, left, says, _MEND)


def _sums(near: Sequence[Statement], left: Number) -> list[Number]:
    """The sums of money of some sentences but for one, each value once."""
    every = [x for row in near for x in row.sentence.marks("m") if x is not left]
    return [*{x.value: x for x in every}.values()]


def _totals(reading: Reading, row: Statement) -> list[Number]:
    """The totals in money of the tables of the section of a sentence."""
    place, totals = reading.places[id(row.line)], {}
    for grid in reading.grids:
        at = reading.first_places.get(grid.where)
        if at is not None and grid.rows and grid.rows[0] and _is_of(reading, grid, row, place):
            for cells in grid.rows:
                if cells and TOTAL.match(cells[0].text):
                    totals |= {x.value: x for cell in cells[1:] for x in cell.numbers}
    return [*totals.values()]


def _is_of(reading: Reading, grid: Grid, row: Statement, place: int) -> bool:
    at = reading.first_places.get(grid.where, 0)
    titles = " ".join((grid.caption, *(column.text for column in grid.columns)))
    is_whole = not _SCALED.search(titles)
    return is_whole and at < place and grid.rows[0][0].trail == row.line.trail


def _comes_to(left: Number, sums: Sequence[Number]) -> bool:
    """True if some of the sums, each added or taken away, come to one, as they may be rounded."""
    # The sum that is left was reckoned from the exact ones.
    room = max(_room(x) for x in (left, *sums))
    for signs in product((0, 1, -1), repeat=len(sums)):
        chosen = [x.value * sign for x, sign in zip(sums, signs, strict=True)]
        if abs(abs(sum(chosen)) - left.value) <= room and sum(map(bool, signs)) > 1:
            return True
    return any(x.value == left.value for x in sums)


def _room(number: Number):
    if number.kind != MONEY or not re.search(r"[a-z]", number.words, re.I):
        return 0
    first, last = extent(number)
    return (last - first) / 2
