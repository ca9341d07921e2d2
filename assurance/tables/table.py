"""A table as it was read from a file: plain headings and cells, whatever the file was.

Columns that nobody here may hold are gone before a table exists, so nothing later can keep them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

Cell = str | int | float | bool | date | None


class NotATable(ValueError):
    """The file cannot be read as a table; the text is one sentence: what is wrong, what to do."""


class Unreadable(ValueError):
    """A cell that cannot be what its column holds."""

    def __init__(self, wrong: str, right: str = ""):
        """`wrong` says what is wrong without repeating the value; `right` what would be right."""
        super().__init__(wrong)
        self.wrong, self.right = wrong, right


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, from 1, and its cells in the headings' order."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """One table of one file.

    `sha256` is that of the file's bytes. `dropped` names the columns that were left out while
    reading because nobody here may hold them. `notices` are sentences about what was met and
    passed by: a formula's value, a hidden sheet, merged cells, a row of totals. `spoiled` holds the
    numbers of rows that could not be read at all, each with why; they are not among `rows`, and
    `notices` names them too. `short` are the numbers of rows with fewer cells than there are
    headings, whose last cells are empty.
    """

    name: str
    sha256: str
    headings: tuple[str, ...]
    rows: Sequence[Row]
    sheet: str = ""
    dropped: tuple[str, ...] = ()
    notices: tuple[str, ...] = field(default=())
    spoiled: tuple[tuple[int, str], ...] = ()
    short: tuple[int, ...] = ()


@dataclass
class Grid:
    """Rows of cleaned cells, an empty one None; rows may differ in length. `rows_before` is how
    many rows of the file come before the first. `merged` are ranges of merged cells as ((first row,
    first column), (last row, last column)) from 0. `last_row_may_be_cut` says that the file does
    not end with a line's end, `last_row_is_cut` that it ends within a letter. `odd` are (sentence,
    row, column), from 0, about cells that are read but have to be looked at."""

    rows: list[list[Cell]]
    sheet: str = ""
    notices: list[str] = field(default_factory=list)
    rows_before: int = 0
    merged: tuple = ()
    last_row_may_be_cut: bool = False
    last_row_is_cut: bool = False
    odd: list[tuple[str, int, int]] = field(default_factory=list)
