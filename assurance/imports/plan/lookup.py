"""The records of the register that rows of a file name, set by set, and what rows ask of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from types import SimpleNamespace

from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Sheet, TargetRow, Values
from assurance.imports.plan.records import Record
from assurance.imports.plan.register import rows_of
from assurance.imports.plan.things import is_empty
from assurance.records.withdrawals.erasures import ErasedRecords
from assurance.runtime.periods import today
from assurance.tables.clean import plain

# SQLite takes so many values in one look-up.
AT_ONCE = 500
# So many rows have what they name in memory at a time.
ROWS = 1_000


class Reading:
    """What rows are read against: the day, the records that they name, and what `prepare` gave."""

    def __init__(self, records: Sequence[Record], on: date, held: object = None):
        self.records = {record.name: record for record in records}
        self.on, self.today, self.held, self.council = on, today(), held, None
        # Of what finds a record, the records that it lies within and the columns.
        self._parents = {
            record.name: [name for name in record.by if name in {*self.records} - {record.name}]
            for record in records
        }
        self._own = {
            record.name: {
                item: column.field if (column := record.column(item)) else item
                for item in record.by
                if item not in self._parents[record.name]
            }
            for record in records
        }
        self._standing, self._within = defaultdict(dict), defaultdict(list)
        self._slugs, self._shared, self.erased = set(), {}, ErasedRecords()
        # What other rows speak of changes nothing of a record without these.
        self.is_by_row = not any(item.title or item.shared or item.arrange for item in records)
        self._roots = [
            column.name
            for record in records
            if not self._parents[record.name] and (column := record.column(record.by[0]))
        ]
        self._at_hand, self._are_read, self._names_read = (), set(), set()
        # What was worked out of the row in hand: each is asked for several times over.
        self._row, self._keys, self._after, self._worked_out = None, {}, {}, {}

    def begin(self, council: Council, rows: Sequence[Values]):
        """Reads what `rows` name from the register of `council` where one row decides for others;
        elsewhere `over` does, for some rows at a time."""
        self.council = council
        if not self.is_by_row:
            self.look_up(council, rows)

    def over(self, rows: Iterable[tuple[int, Values]]) -> Iterator[tuple[int, Values]]:
        """The rows, (number, values), each while what it names is in memory."""
        if not self.is_by_row:
            yield from rows
            return
        rows = iter(rows)
        while some := list(islice(rows, ROWS)):
            self._read_anew([values for _, values in some])
            yield from some

    def look_up(self, council: Council, rows: Sequence[Values]):
        """Reads what `rows` name from the register of `council`, record by record."""
        self.council = council
        self._read_anew(rows)
        for record in self.records.values():
            self._take_found(record)

    def take(self, record: Record, rows: Sequence[Values], standing: Sequence):
        """Takes in `standing` records for `rows`; active ones go before withdrawn ones."""
        self._row = None
        for item in sorted(standing, key=lambda item: (not is_withdrawn(item), -(item.pk or 0))):
            for key in self._keys_of(record, item):
                self._standing[record.name][key] = item
            parents = tuple(getattr(item, f"{name}_id") for name in self._parents[record.name])
            self._within[record.name, parents].append(item)
            if record.title:
                self._slugs.add((record.name, parents, item.slug))
        for values in rows if record.shared else ():
            for column in record.columns:
                if not is_empty(value := values.get(column.name)):
                    known = (record.name, self.place(record.name, values), column.name)
                    self._shared.setdefault(known, value)
        if record.arrange:
            record.arrange(rows, standing, self)
        self._row = None

    def current(self, name: str, values: Values):
        """The record `name` of the register that a row speaks of, or None."""
        record = self.records[name]
        key = self._key(record, values)
        self._read(record)
        return self._standing[name].get(key)

    def place(self, name: str, values: Values):
        """What is one and the same for every row that speaks of this record, new or not."""
        record = self.records[name]
        key = self._key(record, values)
        self._read(record)
        current = self._standing[name].get(key)
        return current.pk if current else key

    def key(self, name: str, values: Values) -> tuple:
        """The cells by which a row speaks of this record, and of those around it."""
        record = self.records[name]
        parents = (self.key(parent, values) for parent in self._parents[name])
        return *parents, *(values.get(item) for item in self._own[record.name])

    def name_of(self, record: Record, item):
        """What finds `item` again in a file: its title, or its slug where another is so called."""
        *_, key = self._keys_of(record, item)
        is_first = self._standing[record.name][key].pk == item.pk
        return getattr(item, record.column(record.title).field) if is_first else item.slug

    def titles(self, name: str) -> list[str]:
        """The titles of the active records `name`, in order."""
        known = self._standing[name].values()
        return sorted({item.title for item in known if not is_withdrawn(item)})

    def beside(self, name: str, values: Values) -> list:
        """The records `name` that lie within the same ones as that of a row, itself included."""
        record = self.records[name]
        places = self._places(record, values)
        self._read(record)
        # Asked of each row of a file: a list for each that has none would stay.
        return self._within.get((name, places), [])

    def is_used(self, name: str, values: Values, slug: str) -> bool:
        """Whether a record `name` beside that of a row has this slug."""
        return (name, self._places(self.records[name], values), slug) in self._slugs

    def fields(self, name: str, values: Values) -> dict:
        """What a row says of its record, by field; of a shared one also what other rows say."""
        record = self.records[name]
        fields = {field: values.get(column) for column, field in record.fills.items()}
        if record.shared:
            known = self.place(name, values)
            for column, field in record.fills.items():
                if is_empty(fields[field]):
                    fields[field] = self._shared.get((name, known, column))
        return record.fields(values, self, fields) if record.fields else fields

    def after(self, name: str, values: Values) -> dict:
        """The fields as they would stand, said or standing; of records around it likewise."""
        known = self._of_row(values, self._after)
        if name not in known:
            known[name] = self._after_of(name, values)
        return known[name]

    def of_row(self, values: Values, work_out: Callable):
        """The result of `work_out(values, reading)` for the row in hand, worked out once."""
        known = self._of_row(values, self._worked_out)
        if work_out not in known:
            known[work_out] = work_out(values, self)
        return known[work_out]

    def _after_of(self, name, values):
        record, current = self.records[name], self.current(name, values)
        fields = self._found_by(record, values) | self.fields(name, values)
        result = {
            name: getattr(current, name, None) if is_empty(value) else value
            for name, value in fields.items()
        }
        parents = self._parents[name]
        return result | {item: SimpleNamespace(**self.after(item, values)) for item in parents}

    def target(self, record: Record, values: Values, targets: Mapping[str, object]):
        """What a row asks of `record`; `targets` are those of the records before it."""
        is_needed = record.link or record.title
        current = self.current(record.name, values) if is_needed else None
        fields = self.fields(record.name, values)
        if current is not None and record.link:
            return current
        result = self._found_by(record, values)
        if record.title:
            identity = {"slug": current.slug if current else self.slug(record, values)}
            fields = fields if current else {**result, **fields}
        elif record.identity:
            identity = record.identity(values, self)
        else:
            identity = {name: fields.get(name, value) for name, value in result.items()}
        for name, target in targets.items():
            if name in record.leads:
                (identity if name in record.by else fields)[name] = target
        fields = {name: value for name, value in fields.items() if name not in identity}
        return TargetRow(record.model, identity, fields, new_only=record.unknown is not None)

    def slug(self, record: Record, values: Values) -> str:
        """The slug of a new record; `arrange` may have chosen one."""
        return values.get("slug") or record.slug(values[record.title])

    def _found(self, record, council, rows):
        result = record.rows(council) if record.rows else rows_of(record.model, council)
        if not record.withdrawn and not record.rows:
            result = result.filter(withdrawn_on__isnull=True)
        if parents := self._parents[record.name]:
            query = {self.current(parents[0], values) for values in rows} - {None}
            name, query = parents[0], {item.pk for item in query}
        elif record.title:
            return list(result)
        else:
            column = record.column(record.by[0])
            name, query = column.field, {values.get(column.name) for values in rows} - {None, ""}
        return [
            item
            for some in in_portions(query)
            for item in result.filter(**{f"{name}__in": some}).order_by()
        ]

    def _places(self, record, values):
        return tuple(self.place(item, values) for item in self._parents[record.name])

    def _of_row(self, values, known):
        """What is `known` of the row in hand, which these values become."""
        if self._row is not values:
            if self.is_by_row and self.council and self._root_of(values) not in self._are_read:
                self._read_anew([values])
            self._row = values
            for of_last_row in (self._keys, self._after, self._worked_out):
                of_last_row.clear()
        return known

    def _read_anew(self, rows):
        """Forgets what was read; what `rows` name is read when it is asked for."""
        for known in (self._names_read, self._standing, self._within):
            known.clear()
        self._at_hand, self._are_read = rows, set(map(self._root_of, rows))

    def _read(self, record):
        if self.is_by_row and self.council and record.name not in self._names_read:
            self._take_found(record)

    def _take_found(self, record):
        self._names_read.add(record.name)
        # One without columns is read for its own sake, one that others lie within for these.
        within = {name for names in self._parents.values() for name in names}
        is_read = record.name in within or not record.columns
        if record.is_looked_up and (is_read or any(map(record.is_told, self._at_hand))):
            self.take(record, self._at_hand, self._found(record, self.council, self._at_hand))

    def _root_of(self, values):
        """The cells of a row that find what all its other records lie within."""
        return tuple(map(values.get, self._roots))

    def _key(self, record, values):
        known = self._of_row(values, self._keys)
        if record.name not in known:
            own = [
                plain(values.get(item) or "") if item == record.title else values.get(item)
                for item in self._own[record.name]
            ]
            # Its parents' keys are of the same row.
            known[record.name] = (*self._places(record, values), *own)
        return known[record.name]

    def _keys_of(self, record, item):
        parents = [getattr(item, f"{name}_id") for name in self._parents[record.name]]
        own = {name: getattr(item, field) for name, field in self._own[record.name].items()}
        for name in (item.slug, own[record.title]) if record.title else ("",):
            found_by = {**own, record.title: plain(name)} if record.title else own
            yield (*parents, *found_by.values())

    def _found_by(self, record, values):
        return {field: values.get(name) for name, field in self._own[record.name].items()}


def targets_of(sheet: Sheet, values: Values, reading: Reading) -> Iterator[TargetRow]:
    """What a row without a fault asks for, most basic first."""
    targets = {}
    for record in sheet.records:
        if record.is_told(values):
            target = targets[record.name] = reading.target(record, values, targets)
            # One that is led to is asked for by what leads there.
            if not record.link:
                yield target
    yield from sheet.wanted(values, reading)


def is_withdrawn(item) -> bool:
    """Whether a record that may be of a kind without withdrawal is withdrawn."""
    return getattr(item, "is_withdrawn", False)


def in_portions(keys: Iterable) -> Iterator[list]:
    """The keys in parts that one look-up takes."""
    ordered = sorted(keys)
    for start in range(0, len(ordered), AT_ONCE):
        yield ordered[start : start + AT_ONCE]
