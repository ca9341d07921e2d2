"""Several tables given at one time: what each is, and what bringing all of them in would do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Bundle, DryRun, Kind, Sheet
from assurance.imports.models import ColumnReading
from assurance.imports.plan.headings import LEFT_OUT, Choices, plain, recognised, shape_of
from assurance.imports.plan.new_records import NewRecords
from assurance.imports.plan.table import Plan, planned
from assurance.imports.run.portions import portions_of
from assurance.imports.run.writer import RunWriter
from assurance.records.refusals import Refused
from assurance.runtime.databases.trial import trial
from assurance.tables.collector import without_pauses
from assurance.tables.phrases import several
from assurance.tables.table import Table


def silent(text: str):
    """Tells nobody how far it is."""


@dataclass(frozen=True)
class Days:
    """What an officer said of days: those asked about too, and the last day that a return covers,
    None where that is inferred."""

    as_at: Sequence[date] = ()
    covers_to: date | None = None


@dataclass
class TableChoice:
    """One table with what the officer said of it; `fits` are the kinds that it may be, `kind` the
    one that it is read as, None where that has to be asked or it is left out."""

    table: Table
    choices: Choices
    fits: list = field(default_factory=list)
    kind: Kind | None = None

    @property
    def is_left_out(self):
        """Whether the officer said not to import it."""
        return self.choices.kind == LEFT_OUT


@dataclass
class Unit:
    """A table by its plan, or a bundle's tables by their check; `why_not` refuses it whole."""

    kind: Kind
    places: list[int]
    plan: Plan | None = None
    checked: DryRun | None = None
    why_not: str = ""

    @property
    def is_settled(self):
        """Whether it can be imported without a further answer."""
        return not self.why_not and (self.plan is None or self.plan.is_settled)

    @property
    def counts(self):
        """How many rows are added, changed, the same, refused, and repeated in the file."""
        if self.plan:
            return self.plan.counts
        values = self.checked
        rows = {item.row for item in values.refused}
        counts = {"added": values.added, "changed": values.changed, "same": values.same}
        return {**counts, "refused": len(rows), "repeated": 0}


class Upload:
    """Tables given at one time, against the register of a council on a day."""

    def __init__(
        self,
        council: Council,
        tables: Sequence[Table],
        choices: Sequence[Choices],
        kinds: Sequence[Kind],
        days: Days,
        on: date,
        tell: Callable[[str], None] = silent,
    ):
        self.tell = tell
        self.council, self.kinds, self.days, self.on = council, kinds, days, on
        shapes = [shape_of(table) for table in tables]
        remembered = ColumnReading.objects.of_shapes(council, shapes)
        self.given = [
            self._given(table, value, shape, remembered)
            for table, value, shape in zip(tables, choices, shapes, strict=True)
        ]
        self.units, self._is_of_register = [], False

    def check(self):
        """Plans each unit against the register as those before it would leave it; writes nothing
        that is there after it, and nothing at all for the last."""
        with trial():
            self._go_through(hold=False)
            self._is_of_register = not any(connection.written.values())
        return self

    def write(self, by):
        """Writes every unit; the `RunWriter` and (kind, record) of bundles. Raises `Refused`."""
        records = []
        written = self._go_through(hold=True)
        for unit in self.units:
            if unit.why_not:
                raise Refused(unit.why_not)
            if isinstance(unit.kind, Bundle):
                record, unit.checked = unit.kind.write(
                    council=self.council,
                    tables=self.tables_of(unit),
                    **vars(self.days),
                    by=by,
                    on=self.on,
                )
                records.append((unit.kind, record))
        return written, records

    def portions(self):
        """The portions of what is written, where one file is imported and its plan has them all;
        None where writing decides, as of a bundle, or where it was compared with rows that the
        check wrote to copies before."""
        is_one = self._is_of_register and len(self.units) == 1 and self.is_settled
        if is_one and (plan := self.units[0].plan):
            return portions_of(plan.things, NewRecords(self.council, self.on))
        return None

    def write_portions(self, portions):
        """Writes the `portions` of the same tables, where they are still read as one file;
        the `RunWriter`, or None. Raises `Refused`."""
        parts = self._parts()
        if len(parts) != 1 or not isinstance(parts[0][0], Sheet):
            return None
        writer = RunWriter(self.council, self.on, self.tell)
        with without_pauses():
            writer.write(portions, parts[0][1][0])
        return writer

    @property
    def is_settled(self):
        """Whether every table is either left out or can be imported without a further answer."""
        known = all(item.kind or item.is_left_out for item in self.given)
        return known and all(unit.is_settled for unit in self.units)

    def tables_of(self, unit):
        """The tables of one unit."""
        return [self.given[place].table for place in unit.places]

    def _given(self, table, value, shape, remembered):
        source = TableChoice(table, value, recognised(table, self.kinds, remembered))
        if value.kind:
            source.kind = next((kind for kind in self.kinds if kind.key == value.kind), None)
        elif len(source.fits) == 1:
            [source.kind] = source.fits
        if isinstance(source.kind, Sheet):
            before = remembered.get((source.kind.key, shape))
            earlier = before.as_read if before else {}
            read = {
                name: earlier.get(name, {}) if answers is None else answers
                for name, answers in value.read.items()
            }
            known = {plain(heading) for heading in table.headings}
            columns = {key: name for key, name in read["columns"].items() if key in known}
            source.choices = Choices(value.kind, **{**read, "columns": columns})
        return source

    def _go_through(self, hold):
        with without_pauses():
            return self._planned(hold)

    def _planned(self, hold):
        self.units = []
        written = RunWriter(self.council, self.on, self.tell)
        parts = self._parts()
        for number, (kind, places) in enumerate(parts, 1):
            if isinstance(kind, Sheet):
                # A check writes, to copies, what the units after this one are to find.
                writes = hold or number < len(parts)
                self.units.append(self._sheet(kind, places[0], hold, written if writes else None))
            else:
                # What writing a bundle does is what it says of itself when that is done.
                self.units.append(Unit(kind, places) if hold else self._bundle(kind, places))
        return written

    def _parts(self):
        """(Kind, places of its tables) of each unit, in the order of writing."""
        parts = []
        for kind in self.kinds:
            places = [place for place, item in enumerate(self.given) if item.kind is kind]
            if isinstance(kind, Sheet):
                parts += [(kind, [place]) for place in places]
            elif places:
                parts.append((kind, places))
        return parts

    def _sheet(self, kind, place, hold, written):
        source = self.given[place]
        self.tell(f"Reading {source.table.name}: {several(len(source.table.rows), 'row')}.")
        plan = planned(
            kind,
            source.table,
            source.choices,
            self.council,
            self.on,
            hold=hold,
        )
        unit = Unit(kind, [place], plan=plan)
        if plan.is_settled and written:
            try:
                written.write(portions_of(plan.things, NewRecords(self.council, self.on)), place)
            except Refused as refused:
                unit.why_not = refused.sentence
        return unit

    def _bundle(self, kind, places):
        tables = [self.given[place].table for place in places]
        checked = kind.check(council=self.council, tables=tables, **vars(self.days), on=self.on)
        return Unit(kind, places, checked=checked, why_not=checked.why_not)
