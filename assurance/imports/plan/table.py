"""What bringing one table in would do, found without writing."""

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date

from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Fault, Sheet
from assurance.imports.plan.constraints import unwritable
from assurance.imports.plan.headings import Choices
from assurance.imports.plan.lookup import Reading, targets_of
from assurance.imports.plan.one_record import as_one
from assurance.imports.plan.partial_rows import faults_without_cells
from assurance.imports.plan.register import compare
from assurance.imports.plan.row_faults import faults_of
from assurance.imports.plan.rows import RowsRead, read_rows
from assurance.imports.plan.things import Things
from assurance.imports.plan.titles import (
    unknown_records,
    unknown_title,
    with_known_references,
    with_named_records,
)
from assurance.tables.table import Table

ADDED, CHANGED, SAME, REFUSED, REPEATED = "added", "changed", "same", "refused", "repeated"


@dataclass
class Plan:
    """What bringing `table` in as `sheet` would do.

    `states` maps a row's number to ``added``, ``changed``, ``same``, ``refused`` or ``repeated``.
    It is empty where a question has to be answered first or a required column is lacking: `read`
    tells which. `models` maps a model to how many of its rows are ``added``, ``changed``, ``same``;
    `unknown` are (key of `TitledRecords`, title) of what cells name and nobody knows.
    """

    sheet: Sheet
    table: Table
    read: RowsRead
    things: Things = field(default_factory=Things)
    faults: dict[int, list[Fault]] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    states: dict[int, str] = field(default_factory=dict)
    models: dict[type, Counter] = field(default_factory=dict)
    unknown: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_settled(self):
        """Whether nothing has to be asked."""
        return not self.read.lacking and not self.read.questions

    @property
    def counts(self):
        """How many rows are in each state, as a dict that names all five."""
        index = Counter(self.states.values())
        return {item: index[item] for item in (ADDED, CHANGED, SAME, REFUSED, REPEATED)}


def planned(
    sheet: Sheet,
    table: Table,
    choices: Choices,
    council: Council,
    on: date,
    *,
    hold: bool = False,
) -> Plan:
    """The plan of `table` as `sheet` against the register of `council` on the day `on`; `hold`
    keeps what it found from being changed by others until the transaction ends."""
    read = with_known_references(sheet, council, read_rows(sheet, table, choices))
    plan = Plan(sheet, table, read)
    if not plan.is_settled:
        return plan
    _note(plan, ((number, fault) for number, some in read.faults.items() for fault in some))
    rows = _with_records(sheet, council, read)
    reading = _looked_up(sheet, council, on, [values for _, values in rows])
    rows, contradictions = as_one(sheet, rows, reading)
    _note(plan, contradictions)
    unknown = list(unknown_records(sheet, rows, reading))
    plan.unknown = sorted({(item.key, title) for *_, item, title in unknown})
    unnamed = {number for number, *_ in unknown}
    cells = {number: values for number, values in rows if number in unnamed}
    rows = _weighed(plan, rows, reading, unnamed)
    faults = (
        (number, unknown_title(name, item, cells[number])) for number, name, item, _ in unknown
    )
    _note(plan, faults)
    _note(plan, faults_without_cells(sheet, read, council, on))
    _note(plan, list(_across(sheet, rows, plan, reading)))
    _ask_again(plan, rows, reading)
    _take_out(plan, plan.things.faults())
    compare(plan.things, council, hold=hold)
    _take_out(plan, plan.things.faults())
    _take_out(plan, unwritable(plan.things, council))
    plan.warnings += read.warnings
    plan.warnings += sheet.warnings(rows.without(plan.faults), reading) if sheet.warnings else ()
    _settle(plan)
    return plan


def _with_records(sheet, council, read):
    if read.partial:
        # What a row says by itself is asked for again where some are refused, and not otherwise.
        return with_named_records(sheet, council, read.rows)
    rows, read.rows = read.rows, []
    has_titles = any(column.titles for column in sheet.columns)
    return with_named_records(sheet, council, rows) if has_titles else rows


def _looked_up(sheet, council, on, rows):
    reading = Reading(sheet.records, on, sheet.prepare(council, rows))
    reading.begin(council, rows)
    return reading


def _across(sheet, rows, plan, reading):
    """What the whole file shows: of sound rows beside each other, of refused ones beside all."""
    yield from sheet.across(rows.without(plan.faults), reading)
    # Of a file without a refused row the first look was at all of it.
    for number, fault in sheet.across(rows.without(()), reading) if plan.faults else ():
        if number in plan.faults:
            yield number, fault


def _weighed(plan, rows, reading, unnamed):
    """Notes what refuses each row by itself, and takes in what the others ask for, but for those of
    the numbers `unnamed`; empties `rows` and gives what is in them."""
    result = _RowsWeighed(reading)
    # What a row says is in the things that it asks for, and goes as these come.
    rows.reverse()
    for number, values in reading.over(rows.pop() for _ in range(len(rows))):
        result.take(number, values)
        if number not in plan.faults:
            _note(plan, [(number, fault) for fault in faults_of(plan.sheet, values, reading)])
        if number not in plan.faults and number not in unnamed:
            plan.things.ask(number, targets_of(plan.sheet, values, reading))
    return result


def _ask_again(plan, rows, reading):
    """Asks for what sound rows ask for once more where others were refused since: one that the file
    as a whole refuses may have contradicted others."""
    if any(number in plan.faults for number in plan.things.of_row):
        plan.things = Things()
        for number, values in rows.without(plan.faults):
            plan.things.ask(number, targets_of(plan.sheet, values, reading))


class _RowsWeighed:
    """The rows of a file, (number, values), once more: the values of each are together only while
    it is looked at, for there may be very many."""

    def __init__(self, reading):
        self.reading, self.numbers, self.columns = reading, [], {}

    def take(self, number, values):
        """Takes in a row."""
        for name in values:
            if name not in self.columns:
                self.columns[name] = [_LACKING] * len(self.numbers)
        self.numbers.append(number)
        for name, column in self.columns.items():
            column.append(values.get(name, _LACKING))

    def without(self, refused):
        """Those whose number is not among `refused`, as that is whenever they are gone through."""
        return _SomeRows(self, refused)


@dataclass(frozen=True)
class _SomeRows:
    rows: _RowsWeighed
    refused: Container[int]

    def __len__(self):
        return sum(number not in self.refused for number in self.rows.numbers)

    def __iter__(self):
        return self.rows.reading.over(self._rows())

    def _rows(self):
        names = tuple(self.rows.columns)
        for number, *values in zip(self.rows.numbers, *self.rows.columns.values(), strict=True):
            if number not in self.refused:
                pairs = zip(names, values, strict=True)
                yield number, {name: value for name, value in pairs if value is not _LACKING}


_LACKING = object()


def _note(plan, faults):
    for number, fault in faults:
        plan.faults.setdefault(number, []).append(fault.in_sentences())


def _take_out(plan, faults):
    _note(plan, list(faults))
    plan.things.refuse(set(plan.faults) & set(plan.things.of_row))


def _settle(plan):
    for thing in plan.things:
        plan.models.setdefault(thing.model, Counter())[thing.state] += 1
    for number, things in plan.things.of_row.items():
        states = {thing.state for thing in things}
        plan.states[number] = next(
            item for item in (ADDED, CHANGED, SAME) if item in {*states, SAME}
        )
    plan.states |= dict.fromkeys(plan.faults, REFUSED)
    # A row that repeats a refused one is as wrong as that one.
    for number, first in plan.read.repeated.items():
        if first in plan.faults:
            plan.faults[number] = plan.faults[first]
        plan.states[number] = REFUSED if first in plan.faults else REPEATED
