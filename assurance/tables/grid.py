"""The cells of one sheet of a file, before its headings have been found."""

from dataclasses import dataclass, field

from assurance.tables.table import Cell


@dataclass
class Grid:
    """Rows of cleaned cells, an empty one None; rows may differ in length.

    `rows_before` is how many rows of the file come before the first. `merged` are ranges of merged
    cells as ((first row, first column), (last row, last column)) from 0. `last_row_may_be_cut`
    says that the file does not end with a line's end.
    """

    rows: list[list[Cell]]
    sheet: str = ""
    notices: list[str] = field(default_factory=list)
    rows_before: int = 0
    merged: tuple = ()
    last_row_may_be_cut: bool = False
