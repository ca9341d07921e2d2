"""What a table of a paper holds: which columns count, which are shares, which rows are totals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from assurance.runtime.digits import UNITS
from reports.checks.reading import Grid, Line
from reports.prose.asides import AIMS
from reports.prose.numbers import COUNT, DATE, MONEY, PERCENT, Number
from reports.prose.patterns import SentencePattern

TOTAL = re.compile(r"^\W*(?:grand\s+|overall\s+|sub-?\s?)?totals?\b", re.I)
_ALL = re.compile(r"^\W*(?:all|overall|sum|whole)\b", re.I)
_ALL_THINGS = re.compile(r"^\W*all\s+(?!in\s+all\b)\w", re.I)
_PART_OF_A_ROW = re.compile(r"^\W*(?:of\s+(?:which|whom|these|those)|including|incl\b)", re.I)
_SHARE = SentencePattern(r"%|\bper\s?cent|\bpercent|\bshare\b|\bproportion\b", re.I)
# Columns and rows whose numbers no one adds.
_NOT_ADDED = SentencePattern(
    r"\b(?:average|mean|median|rate|ratio|target|score|days?|weeks?|months?|hours?|duration|age|"
    r"year|per|rank|ranking|change|difference|variance|index|threshold|limit|grade|distinct|unique|"
    r"no\.|number\s+on|ref|reference)\b",
    re.I,
)
_MEASURES = re.compile(r"\b(?:days?|weeks?|months?|hours?|years?|aged?)\b", re.I)
# “Within a month” and “between one and three months” are bands of a count.
_BAND_IN_WORDS = SentencePattern(
    rf"\b(?:within|under|over|after|up\s+to|(?:less|more|longer)\s+than)\s+an?\s+{_MEASURES.pattern}"
    rf"|\b(?:{'|'.join(UNITS[1:])})\s+(?:[a-z]+\s+)?{_MEASURES.pattern}",
    re.I,
)
# A row that sums fewer may do so by chance.
_FEWEST = 3
# So many rows at most are summed by one behind them, within a total.
_LONGEST_RUN = 20
# “Within 72 hours” heads a column of counts.
_IN_TIME = re.compile(
    r"\b(?:within|in|under|over|up\s+to|(?:less|more)\s+than)\s+\d+\s+(?:[a-z]+\s+)?[a-z]+s\b", re.I
)
_NIL = ("", "-", "–", "—", "nil", "none", "0")

_YEAR = re.compile(r"^\W*(?:19|20)\d\d\b")
# “Target share (%)” is of no count, “Target met (%)” is.
_AIMED_AT = re.compile(
    rf"^\W*(?:(?:{AIMS}|planned|intended|strategic)\W+)+"
    r"(?:(?:share|proportion|percentage|per\s*cent|weight|weighting|allocation|mix)\b.*)?$",
    re.I,
)
# “240 under”, beside “330 over”.
_UNDER = re.compile(r"\W*(?:under|below|less|fewer|lower|down|short|underspen\w+)\W*$", re.I)


@dataclass(frozen=True)
class Cell:
    """A cell: its count and its per cent, if any; `known` is False where one is withheld."""

    line: Line
    count: Number | None
    percent: Number | None
    known: bool

    @cached_property
    def value(self) -> Fraction:
        """Its count, less than nought in `240 under`; nought where it is blank."""
        if not self.count:
            return Fraction(0)
        is_under = _UNDER.match(self.line.text, self.count.end) and self.count.value > 0
        return -self.count.value if is_under else self.count.value


@dataclass(frozen=True)
class Column:
    """A column: its heading and its cells, one per row."""

    heading: str
    cells: tuple[Cell, ...]
    place: int

    @property
    def counts(self) -> bool:
        """Whether it states counts or sums of money that may be added."""
        stated = [cell for cell in self.cells if cell.count]
        named = _IN_TIME.sub("", self.heading)
        return len(stated) >= 2 and not _NOT_ADDED.search(named)

    @property
    def shares(self) -> bool:
        """True if it states per cents of what its table counts, and not those aimed at."""
        stated = sum(1 for cell in self.cells if cell.percent)
        return stated >= 2 and not _AIMED_AT.match(self.heading)


@dataclass(frozen=True)
class TableSums:
    """A table as one adds it up: places of the rows that sum others, and of `inner` ones; whether
    its total was `reckoned`, where no row bears that name."""

    grid: Grid
    rows: tuple[str, ...]
    columns: tuple[Column, ...]
    totals: tuple[int, ...]
    inner: frozenset[int]
    reckoned: bool = False

    def sums(self) -> tuple[Column, ...]:
        """The columns of counts."""
        return tuple(column for column in self.columns if column.counts)

    def parts(self) -> tuple[int, ...]:
        """The places of the rows that are added."""
        left_out = {*self.totals, *self.inner}
        return tuple(item for item in range(len(self.rows)) if item not in left_out)

    @property
    def is_of_years(self) -> bool:
        """True if its rows are years: what is a share of each adds to no whole."""
        return any(map(_YEAR.search, self.rows))

    @property
    def has_row_of_all(self) -> bool:
        """True if its one total is its first row, or is called “all children” and not a total."""
        return len(self.totals) == 1 and (
            self.totals[0] == 0 or bool(_ALL_THINGS.match(self.rows[self.totals[0]]))
        )

    def is_mean(self, column: Column, place: int) -> bool:
        """True if a total lies between its parts and they have decimals, as `16.4 for each`."""
        cells = [column.cells[part] for part in self.parts()]
        values = [cell.value for cell in cells if cell.count]
        if len(values) < _FEWEST or all(value.denominator == 1 for value in values):
            return False
        return min(values) <= column.cells[place].value <= max(values)

    @property
    def are_means(self) -> bool:
        """True if every total of several columns lies between its rows, as that of rates does."""
        pairs = [(column.cells, place) for column in self.sums() for place in self.totals]
        pairs = [(cells, place) for cells, place in pairs if len(cells) == len(self.rows)]
        parts = [[cells[part].value for part in self.parts()] for cells, _place in pairs]
        return len(pairs) > 1 and all(
            len(row) > 1 and min(row) < cells[place].value < max(row)
            for row, (cells, place) in zip(parts, pairs, strict=True)
        )


def counted(grid: Grid) -> TableSums | None:
    """A table with its numbers read, or None where it has nothing to add."""
    if len(grid.rows) < 2 or len(grid.columns) < 2:
        return None
    rows = tuple(row[0].text.strip() if row else "" for row in grid.rows)
    columns = tuple(
        _column(grid, place, heading.text) for place, heading in enumerate(grid.columns) if place
    )
    last = len(rows) - 1
    totals = [place for place, name in enumerate(rows) if TOTAL.match(name)]
    if not totals and _ALL.match(rows[last]):
        totals = [last]
    if not totals and _ALL.match(rows[0]):
        totals = [0]
    if grid.total_row and last not in totals:
        totals.append(last)
    inner = {place for place, name in enumerate(rows) if _is_inner(name)}
    table = TableSums(grid, rows, columns, tuple(totals), frozenset(inner))
    return table if totals else replace(table, totals=_summing_rows(table), reckoned=True)


def _summing_rows(table: TableSums) -> tuple[int, ...]:
    """The last or the first row, where it sums the others in half of the columns of counts:
    “County” is a total too."""
    for place in (len(table.rows) - 1, 0):
        parts = [part for part in table.parts() if part != place]
        cells = [column.cells for column in table.sums() if len(column.cells) == len(table.rows)]
        sums = [
            row[place].value == sum(row[part].value for part in parts)
            for row in cells
            if row[place].value and sum(row[part].value > 0 for part in parts) >= _FEWEST
        ]
        if any(sums) and sum(sums) * 2 >= len(sums) and place not in table.inner:
            return (place,)
    return ()


def without_summed(column: Column, parts: Sequence[int]) -> list[int]:
    """The parts of a column but those that one behind them sums: `All suitable`, of the five kinds
    of home over it."""
    left = []
    for place in parts:
        total, value = Fraction(0), column.cells[place].value
        for many, row in enumerate(reversed(left[-_LONGEST_RUN:]), 1):
            total += column.cells[row].value
            if many > 1 and total == value > 0:
                del left[-many:]
                break
        left.append(place)
    return left


def _is_inner(name):
    return bool(_PART_OF_A_ROW.match(name) or is_measure(name))


def is_measure(name: str) -> bool:
    """Whether what a row or column is called is a share, a mean or a time, which no one adds."""
    # “0–11 months” and “Age 5 to 9” are bands, whose numbers add.
    is_band = re.search(r"\d", name) or _BAND_IN_WORDS.search(name)
    named = _MEASURES.sub("", name) if is_band else name
    return bool(_NOT_ADDED.search(named) or _SHARE.search(name))


def _column(grid, place, heading):
    is_share = bool(_SHARE.search(heading)) and not re.search(
        r"\bnumber\b|\bno\.?\b", heading, re.I
    )
    lines = [row[place] for row in grid.rows if place < len(row)]
    cells = [_cell(line, is_share) for line in lines]
    if sum(1 for cell in cells if cell.count) > 1 and not re.search(r"\byear\b", heading, re.I):
        cells = [_no_year(cell) for cell in cells]
    return Column(heading, tuple(cells), place)


def _no_year(cell: Cell):
    """A cell of a column of counts, where 1950 alone is a count and no year."""
    alone = cell.line.numbers if not cell.known else ()
    if len(alone) != 1 or alone[0].kind != DATE or alone[0].words != cell.line.text.strip():
        return cell
    return replace(cell, count=replace(alone[0], kind=COUNT), known=True)


def _cell(line: Line, is_share):
    text = line.text.strip()
    stated = [number for number in line.numbers if number.kind in (COUNT, MONEY, PERCENT)]
    counts = [item for item in stated if item.kind in (COUNT, MONEY)]
    shares = [item for item in stated if item.kind == PERCENT]
    if is_share and len(counts) == 1 and not shares:
        counts, shares = [], [replace(counts[0], kind=PERCENT)]
    plain = len(counts) <= 1 and len(shares) <= 1 and not any(item.bound for item in stated)
    known = plain and bool(stated or text.casefold() in _NIL)
    return Cell(
        line,
        counts[0] if counts and plain else None,
        shares[0] if shares and plain else None,
        known and not re.search(r"[*†<>≤≥]", text),
    )
