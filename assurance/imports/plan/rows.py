"""A table's cells as values of a kind's columns, what is wrong and what has to be asked."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial

from assurance.imports.declaration import Column, Fault, Sheet
from assurance.imports.plan.headings import Choices, lacking, mapped, unread
from assurance.runtime.periods import months_after, today
from assurance.tables.cells import Ambiguous, Text, day_order
from assurance.tables.dates import has_time, is_numbered
from assurance.tables.oddities import (
    NAMED_CHILD,
    OF_REPORTS,
    PATTERNS,
    SERIAL_NUMBER,
    TIME_LEFT_OUT,
    at_rows,
    naming_passage,
)
from assurance.tables.table import Table, Unreadable

# Plans and due days go no further ahead than that.
YEARS_AHEAD = 10
FAR_AHEAD = f"this date is more than {YEARS_AHEAD} years ahead. Check its year."
# No role, check, plan or measure of a council's records is as old as that.
YEARS_BACK = 60
LONG_AGO = f"this date is more than {YEARS_BACK} years ago. Check its year."
# A text of fewer letters is a reference, a code or one of a few words.
ROOM_FOR_WORDS = 60
AHEAD = "this date is still to come. Check its year, or leave it where it is planned."
USUAL_ORDER = "dmy"
ORDERS = {"dmy": "day, month, year", "mdy": "month, day, year"}


@dataclass(frozen=True)
class Question:
    """A column whose days read both ways: how many cells, a row, whether others contradict."""

    column: str
    label: str
    cells: int
    row: int
    is_mixed: bool


@dataclass(frozen=True)
class PartialRow:
    """A refused row: its number, the values that could be read, the columns that could not."""

    number: int
    values: dict
    lost: frozenset[str]


@dataclass
class RowsRead:
    """A table as a kind reads it.

    `rows` are (number, values) of what could be read, identical ones once; `repeated` maps the
    number of a row left out to that of the row it repeats; `faults` a refused row's number to its
    `Fault`s, `partial` are these rows without the cells that they are refused for, `warnings` what
    may be wrong in cells that were read, with rows and column. Nothing is read where a required
    column is `lacking`.
    """

    columns: dict[str, int]
    lacking: list[str]
    unread: list[str]
    orders: dict[str, str] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    rows: list[tuple[int, dict]] = field(default_factory=list)
    repeated: dict[int, int] = field(default_factory=dict)
    faults: dict[int, list[Fault]] = field(default_factory=lambda: defaultdict(list))
    partial: list[PartialRow] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def read_rows(sheet: Sheet, table: Table, choices: Choices) -> RowsRead:
    """The rows of `table` as `sheet` and the officer's `choices` read them."""
    columns = mapped(sheet, table, choices.columns)
    fixed = {name: cell for name, cell in (choices.fixed or {}).items() if name not in columns}
    read = RowsRead(columns, lacking(sheet, {*columns, *fixed}), unread(table, columns))
    if read.lacking:
        return read
    # Where they are unpacked each time, once is enough.
    table = replace(table, rows=tuple(table.rows))
    for number, why in table.spoiled:
        read.faults[number].append(Fault("", why, "Correct the row in the file."))
    values = {}
    for column in sheet.columns:
        if column.name in columns:
            row = (choices.orders or {}).get(column.name, "")
            values[column.name] = _column(column, table, columns[column.name], row, read)
        elif column.name in fixed:
            value = _Cells(column, USUAL_ORDER).value(fixed[column.name])
            values[column.name] = [value] * len(table.rows)
            _refuse(column, table, values[column.name], read)
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
    read.warnings += _doubts(column, table, zip(cells, values, strict=True))
    return values


def _doubts(column, table, cells):
    """Sentences about cells of one column that were read and may not be what was meant."""
    result, on = defaultdict(list), today()
    days = months_after(on, -12 * YEARS_BACK), on, months_after(on, 12 * YEARS_AHEAD)
    names_a_child = cache(partial(_names_a_child, _patterns_of(column)))
    for row, (cell, value) in zip(table.rows, cells, strict=True):
        if isinstance(value, str) and names_a_child(value):
            result[NAMED_CHILD].append(row.number)
        for sentence in _doubts_of(column, cell, value, days):
            result[sentence].append(row.number)
    return [at_rows(rows, column.label, sentence) for sentence, rows in result.items()]


def _doubts_of(column, cell, value, days):
    if isinstance(value, date):
        if is_numbered(cell):
            yield SERIAL_NUMBER
        if has_time(cell):
            yield TIME_LEFT_OUT
        if sentence := _why_doubt(column, value, *days):
            yield sentence


def _patterns_of(column):
    """The patterns of a child's name or number that a column's texts are compared with: all of them
    where it is free, and those that are sure where it has room for words of another kind."""
    read = column.read
    if not isinstance(read, Text) or column.titles or column.names_staff:
        return ()
    if read.is_free:
        return PATTERNS
    return OF_REPORTS if read.longest >= ROOM_FOR_WORDS else ()


def _names_a_child(patterns, text):
    return bool(patterns) and naming_passage(text, patterns) is not None


def _why_doubt(column, day, first, on, last):
    if day > last:
        return FAR_AHEAD
    if day < first:
        return LONG_AGO
    return AHEAD if column.usually_past and day > on else ""


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
        entries = tuple(column[at] for column in current)
        if row.number in read.faults:
            lost = frozenset(fault.column for fault in read.faults[row.number])
            fields = dict(zip(names, entries, strict=True)) | dict.fromkeys(lost)
            read.partial.append(PartialRow(row.number, fields, lost))
            continue
        first = known.setdefault(entries, row.number)
        if first != row.number:
            read.repeated[row.number] = first
        else:
            read.rows.append((row.number, dict(zip(names, entries, strict=True))))
