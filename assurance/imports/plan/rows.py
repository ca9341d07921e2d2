"""A table's cells as values of a kind's columns, what is wrong and what has to be asked."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from assurance.imports.declaration import Column, Fault, Sheet
from assurance.imports.plan.headings import Choices, lacking, mapped, unread
from assurance.tables.cells import Ambiguous, day_order
from assurance.tables.table import Table, Unreadable

ORDERS = {"dmy": "day, month, year", "mdy": "month, day, year"}


@dataclass(frozen=True)
class Question:
    """A column whose days read both ways: how many cells, a row, whether others contradict."""

    column: str
    label: str
    cells: int
    row: int
    is_mixed: bool


@dataclass
class RowsRead:
    """A table as a kind reads it.

    `rows` are (number, values) of what could be read, identical ones once; `repeated` maps the
    number of a row left out to that of the row it repeats; `faults` a refused row's number to its
    `Fault`s. Nothing is read where a required column is `lacking`.
    """

    columns: dict[str, int]
    lacking: list[str]
    unread: list[str]
    orders: dict[str, str] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    rows: list[tuple[int, dict]] = field(default_factory=list)
    repeated: dict[int, int] = field(default_factory=dict)
    faults: dict[int, list[Fault]] = field(default_factory=lambda: defaultdict(list))


def read_rows(sheet: Sheet, table: Table, choices: Choices) -> RowsRead:
    """The rows of `table` as `sheet` and the officer's `choices` read them."""
    columns = mapped(sheet, table, choices.columns)
    read = RowsRead(columns, lacking(sheet, columns), unread(table, columns))
    if read.lacking:
        return read
    for number, why in table.spoiled:
        read.faults[number].append(Fault("", why, "Mend the row in the file."))
    values = {}
    for column in sheet.columns:
        if column.name in columns:
            row = (choices.orders or {}).get(column.name, "")
            values[column.name] = _column(column, table, columns[column.name], row, read)
    _keep_once(table, values, read)
    return read


def _column(column, table, place, answer, read):
    reading = _Cells(column)
    cells = [row.cells[place] if place < len(row.cells) else None for row in table.rows]
    values = [reading.value(cell) for cell in cells]
    both_ways = [at for at, value in enumerate(values) if isinstance(value, Ambiguous)]
    if both_ways:
        settled = day_order(cells)
        order = settled or answer
        if order:
            reading = _Cells(column, order)
            values = [reading.value(cell) for cell in cells]
            read.orders[column.name] = order
        else:
            first = table.rows[both_ways[0]].number
            queries = (column.name, column.label, len(both_ways), first, settled is None)
            read.questions.append(Question(*queries))
    _refuse(column, table, values, read)
    return values


class _Cells:
    """Reads the cells of one column; the same cell once."""

    def __init__(self, column: Column, order=""):
        self.column, self.order, self.known = column, order, {}

    def value(self, cell):
        # 1, 1.0 and True are one key to a dict, and not one cell.
        key = (cell.__class__, cell)
        if key not in self.known:
            self.known[key] = self._read(cell)
        return self.known[key]

    def _read(self, cell):
        try:
            return self.column.read(cell, self.order)
        except Unreadable as wrong:
            return wrong


def _refuse(column, table, values, read):
    for at, value in enumerate(values):
        if isinstance(value, Ambiguous) and read.questions:
            continue
        if isinstance(value, Unreadable):
            fault = Fault(column.name, value.wrong, value.right)
            read.faults[table.rows[at].number].append(fault)
        elif column.filled and value in (None, ""):
            wrong, right = f"{column.label} is empty.", "Fill it in."
            read.faults[table.rows[at].number].append(Fault(column.name, wrong, right))


def _keep_once(table, values: Mapping[str, list], read):
    names, current = list(values), list(values.values())
    known = {}
    for at, row in enumerate(table.rows):
        if row.number in read.faults:
            continue
        entries = tuple(column[at] for column in current)
        first = known.setdefault(entries, row.number)
        if first != row.number:
            read.repeated[row.number] = first
        else:
            read.rows.append((row.number, dict(zip(names, entries, strict=True))))
