"""The marks of one sheet of a workbook: formulas, errors, hidden and merged cells, its reach."""

from dataclasses import dataclass, field

from assurance.tables import limits

ERROR = (
    "this cell shows an error such as #N/A, and was read as empty. Correct the formula, or write "
    "the value."
)
NOT_RECKONED = (
    "the formula of this cell was never reckoned, so it was read as empty. Open the file in Excel "
    "and save it again to have the value."
)
# So many cells are named one by one; of more only their number is given.
MOST_PLACES = 5_000


@dataclass
class Marks:
    """Of one sheet: how many cells have formulas, have one that was never reckoned, show an error,
    the last filled row and column, and those that are hidden, from 1; of hidden rows those that
    hold something, of columns those up to the last filled one. `empty_for` are (sentence, row,
    column), from 0, of the first cells that are read as empty for their content, `merged` the
    ranges that a cell covers in an OpenDocument file, from 0, and `per_cents` and `in_thousands`
    the (row, column), from 0, of cells that show a number as a per cent, or in thousands."""

    formulas: int = 0
    not_reckoned: int = 0
    errors: int = 0
    last_row: int = 0
    last_column: int = 0
    hidden_rows: list[int] = field(default_factory=list)
    hidden_spans: list[tuple[int, int]] = field(default_factory=list)
    empty_for: list[tuple[str, int, int]] = field(default_factory=list)
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    per_cents: set[tuple[int, int]] = field(default_factory=set)
    in_thousands: set[tuple[int, int]] = field(default_factory=set)

    @property
    def hidden_columns(self):
        """The numbers of the hidden columns among the filled ones."""
        return [
            column
            for first, last in self.hidden_spans
            for column in range(first, min(last, self.last_column) + 1)
        ]

    def reach(self, row, column):
        """Notes a filled cell."""
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)

    def add_error(self, row, column):
        """Notes a cell that shows an error, by its numbers from 1."""
        self.errors += 1
        self._add_empty(ERROR, row, column)

    def add_not_reckoned(self, row, column):
        """Notes a cell whose formula was never reckoned, by its numbers from 1."""
        self.not_reckoned += 1
        self._add_empty(NOT_RECKONED, row, column)

    def _add_empty(self, sentence, row, column):
        if len(self.empty_for) < MOST_PLACES:
            self.empty_for.append((sentence, row - 1, column - 1))

    @property
    def has_every_place(self):
        """True where `empty_for` names each cell that is read as empty."""
        return self.errors + self.not_reckoned == len(self.empty_for)

    @property
    def why_too_large(self):
        """The sentence that refuses a sheet that reaches too far, or nothing."""
        if self.last_row > limits.MOST_ROWS + limits.MOST_ROWS // 100:
            return (
                f"It has a filled cell in row {self.last_row:,}, and up to {limits.MOST_ROWS:,} "
                "rows are read. Delete everything below the table, or split it into several "
                "files."
            )
        if (
            self.last_column > limits.MOST_COLUMNS
            or self.last_row * self.last_column > limits.MOST_CELLS
        ):
            return (
                f"It has filled cells {self.last_column:,} columns wide and {self.last_row:,} "
                "rows deep, which is too much. Delete everything next to the table, or split it."
            )
        return ""
