"""Tables of counts as the check of hidden cells reads them: what is shown, and what is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from assurance.figures.figure import Mark
from reports.checks.numbers.columns import is_measure
from reports.checks.reading import Grid, Line
from reports.prose.numbers import COUNT
from reports.prose.quantities.phrases import PEOPLE, stems
from reports.table_constraints.grids.cells import MOST_ROWS, SHARE, TOTAL

# How a council writes that a small number is not shown; other marks say so of people alone.
_NOT_SHOWN = re.compile(
    r"\W*(?:\[[cx]\]|supp(?:ressed)?|(?:a\s+)?small\s+number|(?:1|one|0)\s*(?:-|–|to)\s*[45]|"
    r"(?:<|≤|under|below|fewer\s+than|less\s+than)\s*(?:\d{1,2}|[a-z]+))\W*",
    re.I,
)
_MARKED = re.compile(r"\s*(?:\*+|[cx]|withheld|not\s+(?:shown|published))\s*", re.I)
Cell = tuple[int, int, int]


@dataclass(frozen=True)
class CountTable:
    """A table of counts: the exact count of each cell that shows one, and what hides one."""

    number: int
    grid: Grid
    shown: dict
    hidden: frozenset

    @cached_property
    def labels(self):
        """What its rows are called."""
        return [_named(row[0]) for row in self.grid.rows]

    @cached_property
    def heads(self):
        """What its columns are called."""
        return [_named(head) for head in self.grid.columns]

    @cached_property
    def total_rows(self):
        """The rows of totals."""
        named = {n for n, row in enumerate(self.grid.rows) if TOTAL.match(row[0].text)}
        return named | ({len(self.grid.rows) - 1} if self.grid.total_row else set())

    @cached_property
    def total_columns(self):
        """The columns of totals."""
        heads = enumerate(self.grid.columns)
        return {n for n, head in heads if n and TOTAL.match(head.text)}

    @cached_property
    def added_columns(self):
        """The columns of counts that add up."""
        return [
            n
            for n, head in enumerate(self.grid.columns)
            if n and not is_measure(head.text) and not SHARE.search(head.text)
        ]

    def lines(self) -> Iterator[tuple[bool, int, tuple[Cell, ...]]]:
        """(whether it is a row, its place, its cells but for totals) of each row and column."""
        rows = [n for n in range(len(self.grid.rows)) if n not in self.total_rows]
        columns = [n for n in self.added_columns if n not in self.total_columns]
        for column in (*columns, *sorted(self.total_columns)):
            yield False, column, tuple((self.number, row, column) for row in rows)
        for row in (*rows, *sorted(self.total_rows)):
            yield True, row, tuple((self.number, row, column) for column in columns)

    def line_of(self, cell: Cell) -> Line:
        """What a cell prints."""
        return self.grid.rows[cell[1]][cell[2]]

    def place_of(self, cell: Cell) -> str:
        """Where a cell stands, such as “Total, Girls” (Table 2)."""
        label, head = self.grid.rows[cell[1]][0].text, self.grid.columns[cell[2]].text
        return f"“{label.strip()}, {head.strip()}” ({self.line_of(cell).at})"


def read_table(number: int, grid: Grid) -> CountTable | None:
    """A table with its counts read, None where it is no table of counts."""
    wide = len(grid.columns)
    whole = all(len(row) == wide for row in grid.rows)
    if (
        grid.records
        or grid.of_chart
        or wide < 2
        or not 1 < len(grid.rows) <= MOST_ROWS
        or not whole
    ):
        return None
    around = (
        grid.caption,
        *(head.text for head in grid.columns),
        *(row[0].text for row in grid.rows),
    )
    of_people = any(map(PEOPLE.search, around))
    visible, hidden = {}, set()
    for row, line in enumerate(grid.rows):
        for column, cell in enumerate(line[1:], 1):
            if _is_hidden(cell, of_people):
                hidden.add((number, row, column))
            elif (count := _count(cell)) is not None:
                visible[number, row, column] = count
    return CountTable(number, grid, visible, frozenset(hidden))


def _named(line: Line):
    """What a row or column is called: letters and numbers too, where it has no words."""
    return stems(line.text) or frozenset((line.text.casefold().strip(),))


def _is_hidden(cell: Line, of_people: bool):
    text = cell.text.strip()
    marked = any(item.entry.mark == Mark.WITHHELD for item in cell.live)
    typed = _NOT_SHOWN.fullmatch(text) or (of_people and _MARKED.fullmatch(text))
    return marked or bool(not cell.live and typed)


def _count(cell: Line):
    """The whole number that a cell is, None where it is something else."""
    if cell.text.strip().casefold() in ("-", "–", "—", "nil", "none"):
        return Fraction(0)
    numbers = cell.numbers
    if len(numbers) != 1 or numbers[0].kind != COUNT or numbers[0].bound:
        return None
    rest = cell.text[: numbers[0].start] + cell.text[numbers[0].end :]
    exact = Fraction(numbers[0].value)
    return exact if exact.denominator == 1 and not re.search(r"\w", rest) else None
