"""Cells that name records of the council by their titles, such as posts."""

import re
from collections.abc import Sequence

from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Fault, Sheet, TitledRecords, Values
from assurance.imports.plan.lookup import Reading
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


def unknown_title(column: str, item: TitledRecords) -> Fault:
    """What refuses a row whose cell names nothing that is known."""
    wrong = f"No {item.noun} has this title"
    return Fault(column, wrong, f"Write it as the list of {item.plural} has it, or add it first.")
