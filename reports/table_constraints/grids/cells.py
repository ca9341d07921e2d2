"""A table as numbers by row and column, with their signs and places, and turned on its side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from reports.checks.numbers.columns import is_measure
from reports.checks.reading import Grid, Line, Reading, shared
from reports.prose.numbers import COUNT, DATE, MONEY, PERCENT, POINTS, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.scales import scale_of

# A cell of more than this beside its number says something else.
_BARE = re.compile(r"[\s()+−–£%-]*(?:p(?:oin)?ts?)?[\s()]*", re.I)
_MINUS = re.compile(r"^\s*[(]?\s*[−–-]\s*£?\s*$|^\s*\(\s*£?\s*$")
_NIL = ("-", "–", "—", "nil", "none")
SHARE = SentencePattern(r"%|\bper\s?cent|\bpercent|\bshare\b|\bproportion\b|\bconversion\b", re.I)
TOTAL = re.compile(
    r"^\W*(?:grand\s+|overall\s+|sub-?\s?)?(?:totals?|all|overall|sum|whole|net|year|everyone)\b",
    re.I,
)
_FEWEST = 2
# More rows or columns than these are laid beside each other by no one.
MOST_ROWS, MOST_COLUMNS = 40, 9


@dataclass(frozen=True)
class Value:
    """The number of a cell with its sign, one of its last place as printed (`unit`), and whether
    it is a per cent."""

    exact: Fraction
    unit: Fraction
    line: Line
    number: Number | None
    is_share: bool = False

    @property
    def is_rounded(self) -> bool:
        """Whether what is behind it may have had more places."""
        return self.unit != 1


@dataclass(frozen=True)
class Sheet:
    """A table as `rows` of values (None where a cell has no number), with its labels and heads;
    `on_side` where rows and columns changed places."""

    grid: Grid
    labels: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[Value | None, ...], ...]
    on_side: bool = False

    @cached_property
    def columns(self) -> tuple[tuple[Value | None, ...], ...]:
        """Its columns."""
        return tuple(zip(*self.rows, strict=True))

    @cached_property
    def totals(self) -> frozenset[int]:
        """The places of the rows that bear the name of a total, or else of the last or the first
        where it sums the others: “Borough” is a total too."""
        named = {place for place, label in enumerate(self.labels) if TOTAL.match(label)}
        last = len(self.labels) - 1
        named |= {last} if self.grid.total_row and not self.on_side else set()
        ends = () if named or last < _FEWEST else (last, 0)
        return frozenset(named or [place for place in ends if self._sums(place)][:1])

    def _sums(self, place):
        """Whether a row is the sum of all others in a column."""
        columns = [column for column in self.columns if all(column)]
        wholes = [(column[place].exact, sum(cell.exact for cell in column)) for column in columns]
        return any(whole * 2 == total and whole for whole, total in wholes)

    def turned(self) -> "Sheet":
        """The same table with its rows as columns."""
        return Sheet(self.grid, self.heads, self.labels, self.columns, not self.on_side)


def sheets(reading: Reading) -> tuple[Sheet, ...]:
    """The tables of a paper that hold numbers, a head and two columns at least."""
    return shared(reading, _sheets)


def _sheets(reading):
    return tuple(sheet for grid in reading.grids if (sheet := sheet_of(grid)))


def sheet_of(grid: Grid) -> Sheet | None:
    """A table with its numbers read, or None where it is none of numbers."""
    wide = len(grid.columns)
    whole = all(len(row) == wide for row in grid.rows)
    if grid.records or wide < 2 or not grid.rows or len(grid.rows) > MOST_ROWS or not whole:
        return None
    heads = tuple(column.text.strip() for column in grid.columns[1:])
    labels = tuple(row[0].text.strip() for row in grid.rows)
    rows = tuple(
        tuple(
            _value(cell, bool(SHARE.search(f"{head} {label}")))
            for cell, head in zip(row[1:], heads, strict=True)
        )
        for row, label in zip(grid.rows, labels, strict=True)
    )
    return Sheet(grid, labels, heads, rows) if any(map(any, rows)) else None


def _value(cell: Line, is_share):
    """What a cell states, nought where it says nil, None where it is no one number."""
    text = cell.text.strip()
    if text.casefold() in _NIL:
        return Value(Fraction(0), Fraction(1), cell, None, is_share)
    kinds = (COUNT, PERCENT, MONEY, POINTS, DATE)
    printed = [item for item in cell.numbers if item.kind in kinds]
    if len(printed) != 1 or len(cell.numbers) != 1 or printed[0].bound:
        return None
    number = printed[0]
    rest = cell.text[: number.start] + cell.text[number.end :]
    year = number.kind == DATE and (number.words != text or not text.isdigit())
    if year or not _BARE.fullmatch(rest):
        return None
    exact = Fraction(number.value)
    if exact > 0 and _MINUS.match(cell.text[: number.start]):
        exact = -exact
    share = is_share or number.kind == PERCENT
    return Value(exact, _unit(number), cell, number, share)


def _unit(number: Number):
    """One of the last place of a number, in the units of its value: £0.1m is 100,000."""
    power, _words = scale_of(number)
    return Fraction(power, 10 ** (number.places or 0))


def is_added(name: str) -> bool:
    """Whether what a row or column is called may be added up."""
    return not is_measure(name)


def both_ways(sheet: Sheet) -> Iterator[Sheet]:
    """A table as it stands, and on its side."""
    yield sheet
    yield sheet.turned()
