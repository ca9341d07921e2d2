"""Every exact number of a paper in its order, with its unit and where it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from reports.checks.reading import CELL, ITEM, Line, Reading, shared
from reports.prose.numbers import COUNT, MONEY, PERCENT, Number
from reports.prose.quantities.arithmetic import extent
from reports.quantities.model import Quantity, earlier_figures
from reports.quantities.passages import statements
from reports.quantities.roles import BOUND, MEAN, RATE
from reports.quantities.tables import shown_tables

_SCALED = re.compile(r"£\s?(?P<power>000s?|k|m|million|thousand)\b", re.I)
_POWERS = {"0": 1000, "k": 1000, "t": 1000, "m": 10**6}
_IN_PER_CENT = re.compile(r"%|\bper\s?cent", re.I)
_POUNDS = re.compile(r"£")
_NO_RANGE = ("from ", "all but ")
# So many numbers on either side of one are laid beside it.
_WIDE = 60
# “50 miles or more”, “within 26 weeks”: a bound or a measure counts nothing.
_MEASURE = re.compile(
    r"^\s*(?:miles?|years?|months?|weeks?|days?|hours?|minutes?)\b|^\s+or\s+(?:more|over|fewer|less)"
    r"\b(?!\s+than)",
    re.I,
)


@dataclass(frozen=True, eq=False)
class Figure:
    """A number: `unit` is count, money or percent, `room` how far the truth may be from it; the
    `line` that it stands in is the one at `place`, `group` its sentence or table with `row` and
    `column` there, `passage` its paragraph with the list under it, `section` all under one
    heading."""

    value: Fraction
    unit: str
    room: Fraction
    number: Number
    line: Line
    place: int
    group: tuple
    section: int
    passage: int
    row: int = -1
    column: int = -1


@dataclass(frozen=True)
class Figures:
    """All of them in order, and what earlier papers counted."""

    rows: tuple[Figure, ...]
    earlier: frozenset[Fraction]

    @cached_property
    def at(self) -> Mapping[tuple, int]:
        """(id of a line, where a number begins) → its place among them."""
        return {(id(row.line), row.number.start): place for place, row in enumerate(self.rows)}

    def around(self, item: Figure) -> tuple[Figure, ...]:
        """The numbers of its section that stand near one, itself among them."""
        place = self.at[id(item.line), item.number.start]
        near = self.rows[max(0, place - _WIDE) : place + _WIDE]
        return tuple(row for row in near if row.section == item.section)

    def of(self, line: Line, number: Number) -> Figure | None:
        """The figure of a number of a line."""
        place = self.at.get((id(line), number.start))
        return None if place is None else self.rows[place]


def figures(reading: Reading) -> Figures:
    """The numbers of a paper, those of sentences and of tables."""
    return shared(reading, _figures)


def _figures(reading):
    stretches = _stretches(reading)
    rows = [*_of_prose(reading, stretches), *_of_tables(reading, stretches)]
    rows.sort(key=lambda row: (row.place, row.number.start))
    earlier = (item.count for item in earlier_figures(reading) if item.count)
    return Figures(tuple(rows), frozenset(map(Fraction, earlier)))


def _stretches(reading):
    """Place of a line → (how many headings, how many paragraphs and tables begin before it)."""
    result, trail, section, passage, last = [], None, 0, 0, ""
    for line in reading.lines:
        begins = line.trail != trail or line.kind != ITEM
        passage += begins and (line.kind, last) != (CELL, CELL)
        section, trail, last = section + (line.trail != trail), line.trail, line.kind
        result.append((section, passage))
    return result


def _of_prose(reading, stretches):
    for row in statements(reading):
        place = reading.places.get(id(row.line), 0)
        for item in row.quantities:
            if _is_stated(item):
                number = item.phrase.number
                group = ("sentence", row.order)
                yield _made(number, number.kind, 1, row.line, place, group, stretches[place])


def _is_stated(item: Quantity):
    phrase = item.phrase
    if phrase.number.kind not in (COUNT, MONEY, PERCENT) or phrase.role == RATE:
        return False
    # “It rose from 16 to 21” has no range, and “all but nine” counts nine.
    is_range = phrase.role == BOUND and not item.sentence.text[: phrase.start].endswith(_NO_RANGE)
    bounded = phrase.number.bound not in ("", "~") or phrase.role == MEAN or is_range
    return not bounded and not _MEASURE.match(phrase.clause)


def _of_tables(reading, stretches):
    for table in shown_tables(reading):
        columns = table.headings
        for at, (cells, numbers) in enumerate(zip(table.grid.rows, table.numbers, strict=True)):
            for column, (line, number) in enumerate(zip(cells, numbers, strict=False)):
                if number is None or not column or column >= len(columns):
                    continue
                texts = columns[column], table.rows[at], table.grid.caption
                unit, power = _unit(number, texts)
                place = reading.places.get(id(line), table.place)
                yield _made(
                    number,
                    unit,
                    power,
                    line,
                    place,
                    ("table", table.grid.where),
                    stretches[table.place],
                    (at, column),
                )


def _unit(number, texts):
    """(the unit of a cell, what it is counted in): its column says it, its row or its caption."""
    if number.kind != COUNT:
        return number.kind, 1
    for text in texts:
        if scaled := _SCALED.search(text):
            return MONEY, _POWERS[scaled["power"][0].casefold()]
        if _IN_PER_CENT.search(text):
            return PERCENT, 1
        if _POUNDS.search(text):
            return MONEY, 1
    return COUNT, 1


def _made(number, unit, power, line, place, group, stretch, at=(-1, -1)):
    low, high = extent(number)
    room = (high - low) / 2
    if power > 1:
        room = Fraction(power, 2 * 10**number.places)
    return Figure(number.value * power, unit, room, number, line, place, group, *stretch, *at)
