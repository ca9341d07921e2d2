"""What a cell may hold: each reader turns a cell into a value or says what would be right."""

from typing import Protocol

from assurance.sheets.table import Cell


class Reader(Protocol):
    """Turns a cell into a value; an empty cell into None. Raises `Unreadable`."""

    def __call__(self, cell: Cell, order: str = "") -> object:
        """`order` is how days of the column are written where a cell could be read both ways:
        ``dmy``, ``mdy`` or empty for not known."""
