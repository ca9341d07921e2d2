"""Tables as text can speak of them: labels, headings, and the number of each cell."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from reports.checks.reading import Grid, Line, Reading, shared
from reports.prose.numbers import COUNT, MONEY, PERCENT, Number
from reports.prose.quantities.phrases import stems

# Lines that may stand between a table and what is said of it.
_FAR = 12
TOTAL = re.compile(r"^\W*(?:grand\s+|overall\s+)?(?:total|all|overall)\b", re.I)
_PERIOD = re.compile(
    r"\b(?:19|20)\d\d\b|\bquarter\s?\d|\bQ\d\b|^(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b",
    re.I,
)


@dataclass(frozen=True)
class Shown:
    """A table as text can speak of it: its row labels, headings and numbers, by row and column."""

    grid: Grid
    numbers: tuple[tuple[Number | None, ...], ...]
    place: int
    trail: tuple[str, ...]

    @property
    def end(self) -> int:
        """The place of its last cell among the lines of the paper."""
        return self.place + len(self.grid.columns) + sum(map(len, self.grid.rows))

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The label of each row."""
        return tuple(row[0].text.strip() if row else "" for row in self.grid.rows)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The heading of each column."""
        return tuple(column.text.strip() for column in self.grid.columns)

    @cached_property
    def text(self) -> str:
        """All words that name what the table holds."""
        return " ".join((self.grid.caption, *self.headings, *self.rows))

    @cached_property
    def named(self) -> frozenset[str]:
        """The stems of those words."""
        return stems(self.text)

    @cached_property
    def periods(self) -> tuple[tuple[int, str], ...]:
        """Place and heading of the columns that are periods."""
        named = enumerate(self.headings)
        return tuple((place, text) for place, text in named if _PERIOD.search(text))

    @cached_property
    def dated_rows(self) -> tuple[tuple[int, str], ...]:
        """Place and label of the rows that are periods."""
        return tuple((place, text) for place, text in enumerate(self.rows) if _PERIOD.search(text))

    def counts_in(self, place: int) -> bool:
        """Whether a column states counts and nothing else."""
        numbers = [row[place] for row in self.numbers if place < len(row) and row[place]]
        return bool(numbers) and all(number.kind == COUNT for number in numbers)

    @cached_property
    def values(self) -> frozenset[Fraction]:
        """Every number in it, and the sum of each column of counts."""
        columns = zip(*self.numbers, strict=False)
        sums = {sum((n.value for n in column if n), Fraction(0)) for column in columns}
        return frozenset({n.value for row in self.numbers for n in row if n} | sums)


def tables_near(reading: Reading, line: Line) -> list[Shown]:
    """The tables of the section of `line` that stand near it."""
    place = reading.places.get(id(line), 0)
    return [
        table
        for table in shared(reading, _tables)
        if table.trail == line.trail and table.place - _FAR <= place <= table.end + _FAR
    ]


def _tables(reading: Reading):
    made = []
    for grid in reading.grids:
        place = reading.first_places.get(grid.where, 0)
        numbers = tuple(tuple(map(_number, row)) for row in grid.rows)
        if any(any(row) for row in numbers):
            made.append(Shown(grid, numbers, place, reading.lines[place].trail))
    return tuple(made)


def _number(cell):
    """The one number that a cell is, or None: what a cell says at length is not told again."""
    stated = [item for item in cell.numbers if item.kind in (COUNT, PERCENT, MONEY)]
    alone = len(stated) == 1 and len(cell.text.strip()) - len(stated[0].words) <= 2
    return stated[0] if alone and not stated[0].bound else None


def names(text: str, label: str) -> bool:
    """Whether a text names a row or column: a period by its own letters, others by all stems."""
    if _PERIOD.search(label) or not re.search(r"[^\W\d_]", label):
        alone = re.escape(label.casefold())
        return bool(re.search(rf"(?<![\w/]){alone}(?![\w/])", text.casefold()))
    own = stems(label)
    return bool(own) and not TOTAL.match(label) and own <= stems(text)
