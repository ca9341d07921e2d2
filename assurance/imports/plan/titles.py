"""Cells that name records of the council by their titles, such as posts."""

from collections.abc import Sequence

from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Fault, Sheet, TitledRecords, Values
from assurance.imports.plan.lookup import Reading
from assurance.tables.clean import plain


def with_named_records(sheet: Sheet, council: Council, rows: Sequence[tuple[int, Values]]):
    """The rows, (number, values), with records in place of the titles that cells name; for a title
    that nobody knows stands one that is not saved, the same in each of its rows."""
    named = {column.name: column.titles for column in sheet.columns if column.titles}
    known = {item: item.by_title(council) for item in set(named.values())}
    new, result = {}, []
    for number, values in rows:
        records = {}
        for name, item in named.items():
            if title := values.get(name):
                at = (item, plain(title))
                records[name] = known[item].get(at[1]) or new.setdefault(at, item.new(title))
        result.append((number, {**values, **records}))
    return result


def unknown_records(sheet: Sheet, rows: Sequence[tuple[int, Values]], reading: Reading):
    """(number, column's name, `TitledRecords`, title) of each record that `rows`, or others of the
    same record, name and that is not saved, for nobody knows its title."""
    named = {column.name: column.titles for column in sheet.columns if column.titles}
    if any(_is_new(values.get(name)) for _, values in rows for name in named):
        for number, values in rows:
            for name, item in named.items():
                record = values.get(name) or _of_other_rows(sheet, name, values, reading)
                if _is_new(record):
                    yield number, name, item, str(record)


def _is_new(record):
    return bool(record) and record.pk is None


def _of_other_rows(sheet, name, values, reading):
    shared = (record for record in sheet.records if record.shared and record.column(name))
    fields = (reading.fields(record.name, values)[record.column(name).field] for record in shared)
    return next(fields, None)


def unknown_title(column: str, item: TitledRecords) -> Fault:
    """What refuses a row whose cell names nothing that is known."""
    wrong = f"No {item.noun} has this title"
    return Fault(column, wrong, f"Write it as the list of {item.plural} has it, or add it first.")
