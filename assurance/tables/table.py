"""A table as it was read from a file: plain headings and cells, whatever the file was.

Columns that nobody here may hold are gone before a table exists, so nothing later can keep them.
"""

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
    """One row: its number in the file (the headings' row counted, from 1) and its cells, in the
    order of the headings."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """One table of one file.

    `sha256` is that of the file's bytes. `dropped` names the columns that were left out while
    reading because nobody here may hold them. `notices` are sentences about what was met and
    passed by: a formula's value, a hidden sheet, merged cells, a row of totals. `spoiled` holds the
    numbers of rows that could not be read at all, each with why; they are not among `rows`, and
    `notices` names them too.
    """

    name: str
    sha256: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    sheet: str = ""
    dropped: tuple[str, ...] = ()
    notices: tuple[str, ...] = field(default=())
    spoiled: tuple[tuple[int, str], ...] = ()
