"""The column of each heading of a given table, or the likely one, as JSON for the page."""

from collections.abc import Sequence

from assurance.imports.plan.headings import (
    columns_read,
    likely,
    nearest,
    plain,
    shape_of,
)
from assurance.imports.plan.rows import RowsRead
from assurance.imports.run.same_files import reading_digest
from assurance.imports.upload import TableChoice


def columns_found(choice: TableChoice, read: RowsRead | None) -> list[dict[str, str]]:
    """Each heading with the name and label of its column, and of the likely one until the officer
    has chosen; an empty list for a table that is not read by columns."""
    if read is None:
        return []
    labels = {column.name: column.label for column in choice.kind.columns}
    names = {place: name for name, place in read.columns.items()}
    near = {} if choice.choices.columns else likely(choice.kind, choice.table, read.columns)
    return [
        {
            "heading": heading,
            "key": plain(heading),
            "name": names.get(place, ""),
            "label": labels.get(names.get(place), ""),
            "likely": near.get(place, ""),
            "likely_label": labels.get(near.get(place), ""),
        }
        for place, heading in enumerate(choice.table.headings)
    ]


def columns_lacked(choice: TableChoice, read: RowsRead | None) -> list[str]:
    """The names of the columns that a table lacks and that may be the same in every row: those
    that new records need, but for what tells one record from another."""
    if read is None:
        return []
    identity = {name for record in choice.kind.records for name in record.by}
    return [
        column.name
        for column in choice.kind.columns
        if column.required or column.needed
        if column.name not in {*read.columns, *identity} and not column.names_staff
    ]


def columns_to_look_at(table: dict) -> list[str]:
    """A sentence for each heading of a kept table that is not read and likely to be a column."""
    return [
        f"“{column['heading']}” is not read and may be {column['likely_label']}."
        for column in table.get("columns", ())
        if column.get("likely")
    ]


def nearest_kind(choice: TableChoice, kinds: Sequence) -> str:
    """The key of the kind that a table is likely to be where that has to be asked, else ""."""
    asked = choice.kind is None and not choice.is_left_out and not choice.fits
    kind = nearest(choice.table, kinds) if asked else None
    return kind.key if kind else ""


def read_as(choice: TableChoice) -> str:
    """The digest of how a table is read; empty where its kind was chosen against its headings."""
    kind, table = choice.kind, choice.table
    if kind not in choice.fits:
        return ""
    return reading_digest(kind, shape_of(table), columns_read(kind, table, choice.choices))
