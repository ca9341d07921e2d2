"""Rows with a cell that cannot be read, weighed by what their other cells hold.

In place of such a cell stand several values that it might have held. What refuses the row with each
of them refuses it whatever was meant, so that it is shown at once beside the cell itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Column, Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading, targets_of
from assurance.imports.plan.one_record import as_one
from assurance.imports.plan.register import compare
from assurance.imports.plan.row_faults import faults_of
from assurance.imports.plan.rows import RowsRead
from assurance.imports.plan.things import Things, is_empty
from assurance.imports.plan.titles import unknown_records, unknown_title, with_named_records
from assurance.runtime.periods import today
from assurance.tables.cells import Choice, Day, Decimal, Whole, YesNo
from assurance.tables.table import Unreadable

# A file with more such rows has one mistake in all of them, and each row is weighed once for each
# value: both keep the time of a check within a few times that of a sound file.
MOST_ROWS, MOST_VALUES = 500, 12
OF_THE_FILE = 3
LONG_AGO = date(2000, 1, 1)
A_LOT = 1_000_000


def faults_without_cells(
    sheet: Sheet, read: RowsRead, council: Council, on: date
) -> Iterator[tuple[int, Fault]]:
    """(row number, `Fault`) of what refuses rows besides the cells that cannot be read."""
    partial = read.partial[:MOST_ROWS]
    if not partial:
        return
    names = {name for row in partial for name in row.lost}
    values = {name: stand_ins(sheet.column(name), read.rows) for name in sorted(names)}
    rounds = _rounds(partial, values)
    context, *rounds, reading = _looked_up(sheet, council, on, [read.rows, *rounds])
    results = defaultdict(list)
    for rows in rounds:
        for number, faults in _weighed(sheet, context, rows, reading, council).items():
            results[number].append(faults)
    for row in partial:
        for fault in _certain(sheet, row, results[row.number]):
            yield row.number, fault


def stand_ins(column: Column, rows: Sequence[tuple[int, Values]]) -> list:
    """Values that a cell of `column` might have held, some of them as other rows hold them; None
    first where the cell may be empty."""
    current = dict.fromkeys(
        values[column.name] for _, values in rows if not is_empty(values.get(column.name))
    )
    result = [] if column.filled else [None]
    cells = (*_edges(column.read), column.example or None)
    for value in (*_readable(column, cells), *islice(current, OF_THE_FILE)):
        if value not in result:
            result.append(value)
    return result[:MOST_VALUES]


def _edges(reader):
    """Cells that hold the edges of what a column takes."""
    if isinstance(reader, Choice):
        return tuple(reader.usual.values())
    if isinstance(reader, YesNo):
        return True, False
    if isinstance(reader, Day):
        return today(), LONG_AGO
    if isinstance(reader, Whole | Decimal):
        return str(reader.least or 0), str(A_LOT if reader.most is None else reader.most)
    return ()


def _readable(column, cells):
    for cell in cells:
        try:
            value = column.read(cell)
        except Unreadable:
            continue
        if not is_empty(value):
            yield value


def _rounds(partial, values):
    """The rows once for each value that the cell with the most of them may hold."""
    several = max((len(some) for some in values.values()), default=0)
    return [
        [
            (row.number, row.values | {name: _at(values[name], place) for name in row.lost})
            for row in partial
            if place < max(len(values[name]) for name in row.lost)
        ]
        for place in range(several)
    ]


def _at(values, place):
    return values[place % len(values)]


def _looked_up(sheet, council, on, groups):
    """The groups of rows with the records that cells name, and what they are read against. The
    plan of the rows that can be read is not touched: places of new records are its own."""
    rows = with_named_records(sheet, council, [row for group in groups for row in group])
    every = [values for _, values in rows]
    reading = Reading(sheet.records, on, sheet.prepare(council, every))
    reading.begin(council, every)
    ordered = iter(rows)
    return *(list(islice(ordered, len(group))) for group in groups), reading


def _weighed(sheet, context, rows, reading, council):
    """Row number → its faults, none for a row that nothing refuses."""
    result = {number: [] for number, _ in rows}
    every, contradictions = as_one(sheet, [*context, *rows], reading)
    own = [(number, values) for number, values in every if number in result]
    for number, values in reading.over(own):
        result[number] += faults_of(sheet, values, reading)
    cells = dict(own)
    for number, name, item, _ in unknown_records(sheet, own, reading):
        result[number].append(unknown_title(name, item, cells[number]))
    things = Things()
    for number, values in reading.over(own):
        if not result[number]:
            things.ask(number, targets_of(sheet, values, reading))
    compare(things, council)
    # What other rows of the file hold is known of a row that can be found among them.
    keys = tuple(_keys(sheet))
    faults = (*contradictions, *sheet.across(every, reading), *things.faults())
    for number, fault in faults:
        if number in result:
            result[number].append(replace(fault, given=(*fault.given, *keys)))
    return result


def _certain(sheet, row, results):
    """The faults that a row has with each value that is none itself, of its other cells."""
    sound = [faults for faults in results if not {fault.column for fault in faults} & row.lost]
    # What would be right may depend on the cell: the advice that fits most values is given.
    advice = defaultdict(Counter)
    for faults in sound or results:
        for key, fault in {(fault.column, fault.wrong): fault for fault in faults}.items():
            advice[key][fault] += 1
    is_found = not row.lost & _keys(sheet)
    for rights in advice.values():
        fault = rights.most_common(1)[0][0]
        # Without what finds its record nobody knows whether the register fills an empty cell.
        is_known = is_found or not is_empty(row.values.get(fault.column))
        is_given = not row.lost & {fault.column, *fault.given}
        if is_known and is_given and rights.total() == len(sound or results):
            yield fault


def _keys(sheet):
    """The columns that records are found by."""
    return {name for record in sheet.records for name in (*record.by, record.title)}
