"""The rows that are not as history last has them, and the digests that do not fit their entry."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import Model

from assurance.records.history import HistoryEntry
from assurance.records.proofs.changed_fields import changed_fields
from assurance.records.proofs.field_digests import SEPARATOR
from assurance.records.proofs.models import WrittenRows
from assurance.records.proofs.rows import (
    UNREADABLE,
    changed_columns,
    digests_of,
    fingerprint,
    proved_columns,
    proved_models,
)
from assurance.runtime.digits import whole

# The operations after which every row of a council has a digest in its history.
BEGINNINGS = ("accounts.create_council", "history.adopt")
CHANGED = "It was changed outside the program. Its last entry in history is {entry}."
OTHER_VALUES = "History has another value for: {fields}."
GONE = "It was removed outside the program. Its last entry in history is {entry}."
UNKNOWN = "No entry in history is about it: it was added outside the program."
RETURNED = "Entry {entry} removed it, and it is here again."
COLUMNS = "The program stores it in other columns since its last entry in history, {entry}."
SET_CHANGED = "The digests of {table} have been changed or removed."


@dataclass(frozen=True)
class RowFault:
    """A row that is not as history last has it: its model, its key and why; of a changed one, what
    its last entry has `written` and the digests of its values, where that has some."""

    model: type[Model]
    key: int
    sentence: str
    written: WrittenRows | None = None
    values: str = ""

    @property
    def name(self) -> str:
        """What history calls the row, or its key where it has no name there, or is gone."""
        kind = str(self.model._meta.verbose_name)
        try:
            name = str(getattr(self.row, "history_name", self.key))
        except UNREADABLE:
            name = str(self.key)
        return name if name.startswith(f"{kind} ") else f"{kind} {name}"

    @property
    def row(self) -> Model | None:
        """The row in the database; None also where it cannot be read."""
        try:
            return self.model._base_manager.filter(pk=self.key).first()
        except UNREADABLE:
            return None

    @property
    def explanation(self) -> str:
        """The sentence, with the fields that history has another value for."""
        try:
            fields = ", ".join(self._fields())
        except UNREADABLE:
            fields = ""
        return f"{self.sentence} {OTHER_VALUES.format(fields=fields)}" if fields else self.sentence

    def _fields(self):
        if self.values:
            columns = changed_columns(self.model, self.key, self.written, self.values)
            return [field_title(self.model, column) for column in columns]
        return changed_fields(self.row) if self.row else []


@dataclass
class RowFindings:
    """How many rows of a council were compared with history, and what is wrong with which."""

    rows: int = 0
    faults: list[RowFault] = field(default_factory=list)


def field_title(model, column: str) -> str:
    """The field of `model` with this column, as pages show it."""
    fields = (*model._meta.concrete_fields, *model._meta.many_to_many)
    [field] = [item for item in fields if column in (getattr(item, "attname", ""), item.name)][:1]
    return str(field.verbose_name)


@dataclass
class LastDigests:
    """What history last has of the rows of one table: key → the `WrittenRows` and the digest; and
    key → the digests of its values, where they are kept."""

    rows: dict = field(default_factory=dict)
    values: dict = field(default_factory=dict)

    def take(self, written: WrittenRows, digests: Mapping[str, str | None]):
        """Takes in what a later entry has `written`, key → digest, or null where it removed."""
        for name, digest in digests.items():
            # JSON's keys are texts; those of our tables are numbers.
            row, _, values = (digest or "").partition(SEPARATOR)
            self.rows[whole(name)] = written, row or None
            self.values[whole(name)] = values

    def by_columns(self):
        """Columns → key → salt, of the rows that are not removed."""
        index = defaultdict(dict)
        for key, (written, digest) in self.rows.items():
            if digest is not None:
                index[written.columns][key] = written.salt
        return index


def is_begun(council) -> bool:
    """Whether every row of a council has had a digest in its history: since it was created, or
    since the rows that were there before were adopted."""
    entries = HistoryEntry.objects.of(council).filter(what__in=BEGINNINGS)
    return entries.filter(rows__isnull=False).exists()


def set_faults(council) -> Iterator[tuple[int, str]]:
    """(number of the entry, sentence) of each table whose digests do not fit their entry."""
    current = {
        (written.seq, written.table): fingerprint(written)
        for written in WrittenRows.objects.filter(council=council.slug).iterator()
    }
    entries = HistoryEntry.objects.of(council).filter(rows__isnull=False)
    for seq, tables in entries.values_list("seq", "rows").iterator():
        for table, values in sorted(tables.items()):
            if current.pop((seq, table), "") != values["digest"]:
                yield seq, SET_CHANGED.format(table=table)
    for seq, table in sorted(current):
        yield seq, SET_CHANGED.format(table=table)


def look_at_rows(council, *, begins: bool = False) -> RowFindings:
    """Every row of a council held against what history last has of it; rows without an entry are
    faults where the council `is_begun`, or `begins` now."""
    last, entries, findings = _last_digests(council.slug), _entry_names(council), RowFindings()
    begun = begins or is_begun(council)
    for model in proved_models():
        known = last[model._meta.db_table]
        findings.rows += len(known.rows)
        findings.faults += _of_known(model, known, entries)
        if begun:
            findings.faults += _without_entry(model, known, council)
    return findings


def intact_keys(model) -> set[int]:
    """The keys of the rows of `model`, which may be a migration's, that are as the history of some
    council last has them."""
    councils = HistoryEntry.objects.values_list("council", flat=True).order_by().distinct()
    columns, result = {*proved_columns(model)}, set()
    for slug in councils:
        known = _last_digests(slug)[model._meta.db_table]
        for names, salts in known.by_columns().items():
            if columns >= {*names.split()}:
                digests = digests_of(model, names.split(), salts)
                result |= {key for key, digest in digests.items() if known.rows[key][1] == digest}
    return result


def _of_known(model, known, entries):
    columns = {*proved_columns(model)}
    digests = {}
    for names, salts in known.by_columns().items():
        if columns >= {*names.split()}:
            digests |= digests_of(model, names.split(), salts)
    removed = [key for key, (_, digest) in known.rows.items() if digest is None]
    returned = {*model._base_manager.filter(pk__in=removed).values_list("pk", flat=True)}
    for key, (written, digest) in known.rows.items():
        entry = entries[written.seq]
        if digest is None:
            if key in returned:
                yield RowFault(model, key, RETURNED.format(entry=entry))
        elif not columns >= {*written.columns.split()}:
            yield RowFault(model, key, COLUMNS.format(entry=entry))
        elif key not in digests:
            yield RowFault(model, key, GONE.format(entry=entry))
        elif digests[key] != digest:
            yield RowFault(model, key, CHANGED.format(entry=entry), written, known.values[key])


def _without_entry(model, known, council):
    path = council_path(model, type(council))
    if path is None:
        return
    rows = model._base_manager.filter(**{path or "pk": council.pk})
    for key in rows.order_by("pk").values_list("pk", flat=True):
        if key not in known.rows:
            yield RowFault(model, key, UNKNOWN)


def council_path(model, council) -> str | None:
    """The shortest way of foreign keys, as a filter names it, from `model` to the model `council`:
    empty for itself, None where there is none. A key that must be there goes before one that may be
    empty."""
    for may_be_null in (False, True):
        paths, visited = [(model, ())], {model}
        for current, names in paths:
            if current is council:
                return "__".join(names)
            for item in current._meta.concrete_fields:
                target = item.related_model
                if target and target not in visited and (may_be_null or not item.null):
                    visited.add(target)
                    paths.append((target, (*names, item.name)))
    return None


def _last_digests(slug):
    last = defaultdict(LastDigests)
    for written in WrittenRows.objects.filter(council=slug).order_by("seq").iterator():
        try:
            keys = json.loads(written.digests)
        except ValueError:
            # It is named by its entry; its rows have none.
            continue
        written.digests = ""
        last[written.table].take(written, keys)
    return last


def _entry_names(council):
    entries = HistoryEntry.objects.of(council).values_list("seq", "on")
    return {seq: f"{seq} of {on:%-d %B %Y}" for seq, on in entries.iterator()}
