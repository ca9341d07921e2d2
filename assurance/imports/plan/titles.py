"""Cells that name records of the council: posts and others by their titles, and people, audits and
actions by their references, which are the same in capitals and small letters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Fault, Sheet, TitledRecords, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.register import rows_of
from assurance.imports.plan.rows import RowsRead
from assurance.records.named_record import ReferencedQuerySet
from assurance.tables.clean import plain


def with_named_records(sheet: Sheet, council: Council, rows: Sequence[tuple[int, Values]]):
    """The rows, (number, values), with records in place of the titles that cells name; for a title
    that nobody knows stands one that is not saved, the same in each of its rows."""
    named = _named(sheet)
    known = {item: item.by_title(council) for item in {column.titles for column in named}}
    new, result = {}, []

    def record_of(item, title):
        at = (item, plain(title))
        return known[item].get(at[1]) or new.setdefault(at, item.new(title))

    for number, values in rows:
        records = {}
        for column in named:
            if titles := values.get(column.name):
                several = _parted(titles) if column.several else [titles]
                unique = {plain(title): title for title in several}.values()
                matches = [record_of(column.titles, title) for title in unique]
                records[column.name] = matches if column.several else matches[0]
        result.append((number, {**values, **records}))
    return result


def unknown_records(sheet: Sheet, rows: Sequence[tuple[int, Values]], reading: Reading):
    """(number, column's name, `TitledRecords`, title) of each record that `rows`, or others of the
    same record, name and that is not saved, for nobody knows its title."""
    named = _named(sheet)
    if any(_new_of(values.get(column.name)) for _, values in rows for column in named):
        for number, values in rows:
            for column in named:
                records = values.get(column.name) or _of_other_rows(sheet, column, values, reading)
                for record in _new_of(records):
                    yield number, column.name, column.titles, str(record)


def _named(sheet):
    return [column for column in sheet.columns if column.titles]


def _parted(titles):
    return [" ".join(part.split()) for part in re.split(r"[;\n]", titles) if part.strip()]


def _new_of(records):
    several = records if isinstance(records, list) else [records]
    return [record for record in several if record and record.pk is None]


def _of_other_rows(sheet, column, values, reading):
    shared = (record for record in sheet.records if record.shared and record.column(column.name))
    fields = (
        reading.fields(record.name, values)[record.column(column.name).field] for record in shared
    )
    return next(fields, None)


def unknown_title(column: str, item: TitledRecords, values: Values) -> Fault:
    """What refuses the row `values` whose cell names nothing that is known; where the cell is
    empty, another row of the same record names it."""
    wrong = f"No {item.noun} has this title"
    if not values.get(column):
        wrong = f"Another row of this record names a {item.noun} that is not listed"
    return Fault(column, wrong, f"Write it as the list of {item.plural} has it, or add it first.")


def with_known_references(sheet: Sheet, council: Council, read: RowsRead) -> RowsRead:
    """The rows with each reference in the letters of the record that has it, or else as the first
    row of the file has it."""
    columns = dict(_columns(sheet))
    if not columns:
        return read
    every = [*(values for _, values in read.rows), *(row.values for row in read.partial)]
    spellings = {
        model: _spellings(
            model, council, [name for name in columns if columns[name] is model], every
        )
        for model in set(columns.values())
    }

    def spelled(values):
        typed = {name: values[name] for name in columns if isinstance(values.get(name), str)}
        current = {name: spellings[columns[name]].get(_key(typed[name])) for name in typed}
        return values if current == typed else {**values, **current}

    rows = [(number, spelled(values)) for number, values in read.rows]
    partial = [replace(row, values=spelled(row.values)) for row in read.partial]
    return replace(read, rows=rows, partial=partial)


def _columns(sheet) -> Iterator[tuple[str, type]]:
    """The name of each column of references, and the model whose records it names."""
    for record in sheet.records:
        for column in record.columns:
            if column.field == "reference" and _has_references(record.model):
                yield column.name, record.model
            elif column.field and not column.titles:
                target = record.model._meta.get_field(column.field).related_model
                if target and _has_references(target):
                    yield column.name, target


def _has_references(model):
    return isinstance(model._default_manager.all(), ReferencedQuerySet)


def _spellings(model, council, names, rows):
    """Reference in small letters → its recorded letters."""
    result = {}
    for values in rows:
        for name in names:
            if isinstance(reference := values.get(name), str):
                result.setdefault(_key(reference), reference)
    if result:
        recorded = rows_of(model, council).values_list("reference", flat=True)
        for reference in recorded.iterator(chunk_size=2000):
            if (key := _key(reference)) in result:
                result[key] = reference
    return result


def _key(reference):
    return reference.casefold()
