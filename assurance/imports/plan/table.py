"""What bringing one table in would do, found without writing."""

from collections import Counter
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

# Of so many rows, both what they hold and what they ask for may be in memory at a time.
FEW = 20_000
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
    _weigh(plan, rows, reading, {number for number, *_ in unknown})
    cells = dict(rows)
    faults = (
        (number, unknown_title(name, item, cells[number])) for number, name, item, _ in unknown
    )
    _note(plan, faults)
    _note(plan, faults_without_cells(sheet, read, council, on))
    _note(plan, list(_across(sheet, rows, plan, reading)))
    rows = _ask(plan, rows, reading)
    _take_out(plan, plan.things.faults())
    compare(plan.things, council, hold=hold)
    _take_out(plan, plan.things.faults())
    _take_out(plan, unwritable(plan.things, council))
    plan.warnings += read.warnings
    plan.warnings += sheet.warnings(rows, reading) if sheet.warnings else ()
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
    yield from sheet.across(_sound(rows, plan), reading)
    # Of a file without a refused row the first look was at all of it.
    for number, fault in sheet.across(rows, reading) if plan.faults else ():
        if number in plan.faults:
            yield number, fault


def _sound(rows, plan):
    return [(number, values) for number, values in rows if number not in plan.faults]


def _weigh(plan, rows, reading, unknown):
    """Notes what refuses each row by itself. Of few rows takes in what the others ask for, but for
    those of the numbers `unknown`, while what they name is at hand."""
    are_few = len(rows) <= FEW
    for number, values in reading.over(_sound(rows, plan)):
        faults = [(number, fault) for fault in faults_of(plan.sheet, values, reading)]
        _note(plan, faults)
        if are_few and not faults and number not in unknown:
            plan.things.ask(number, targets_of(plan.sheet, values, reading))


def _ask(plan, rows, reading):
    """Takes in what sound rows ask for, and empties `rows`; gives those that warnings look at."""
    asked = _RowsAsked(plan, reading)
    if [*plan.things.of_row] == [number for number, _ in rows if number not in plan.faults]:
        for number, values in rows if plan.sheet.warnings else ():
            if number in plan.things.of_row:
                asked.take(number, values)
        rows.clear()
        return asked
    # A row that the file as a whole refuses may have contradicted others.
    plan.things = Things()
    # What a row says is in the things that it asks for, and goes as these come.
    rows.reverse()
    for number, values in reading.over(rows.pop() for _ in range(len(rows))):
        if number not in plan.faults:
            plan.things.ask(number, targets_of(plan.sheet, values, reading))
            if plan.sheet.warnings:
                asked.take(number, values)
    return asked


class _RowsAsked:
    """The rows that nothing refuses, (number, values), once more: the values of each are together
    only while it is looked at, for there may be very many."""

    def __init__(self, plan, reading):
        self.plan, self.reading = plan, reading
        self.numbers, self.columns = [], {}

    def take(self, number, values):
        """Takes in a row."""
        for name in values:
            if name not in self.columns:
                self.columns[name] = [_LACKING] * len(self.numbers)
        self.numbers.append(number)
        for name, column in self.columns.items():
            column.append(values.get(name, _LACKING))

    def __len__(self):
        return sum(number not in self.plan.faults for number in self.numbers)

    def __iter__(self):
        return self.reading.over(self._rows())

    def _rows(self):
        names = tuple(self.columns)
        rows = zip(self.numbers, *self.columns.values(), strict=True)
        for number, *values in rows:
            if number not in self.plan.faults:
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
