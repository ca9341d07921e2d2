"""A record's values as words for a page and as cells for a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Model
from django.utils import timezone

from assurance.runtime.periods import When, say_day, say_short_day

NOT_RECORDED, NONE = "Not recorded", "None"
# A date that has not come is no gap in a record: it has not ended.
UNENDED = dict.fromkeys(("to_date", "ends_on", "last_on"), "No end date") | {
    "closed_on": "Not closed",
    "done_on": "Not done",
    "remedied_on": "Not put right",
}


@dataclass(frozen=True)
class Named:
    """A `row` that a page names by `words` which differ from those of the row itself; words alone
    where `row` is None."""

    row: Model | None
    words: str

    def __str__(self):
        return self.words


def value_of(record, read):
    """What `read`, a function or dotted attributes, gives of `record`; calls methods on the way."""
    if callable(read):
        return read(record)
    value = record
    for part in read.split("."):
        value = getattr(value, part)
        value = value() if callable(value) else value
        if value is None:
            return None
    return value


def can_change(record):
    """Whether a record can still be changed: neither withdrawn nor, of a position, replaced."""
    return getattr(record, "is_in_force", not getattr(record, "is_withdrawn", False))


def fact_of(record, item, value):
    """A row of a record's summary: the label of `item`, the `value` that it reads in words, whether
    it is folded."""
    lapses = _lapses(record, item)
    empty = "" if lapses else UNENDED.get(item.read, "")
    words = display_value(value) or empty
    return {"key": item.label, "value": words, "folded": item.folded, "lapses": lapses}


def with_summary(columns, summary):
    """(column, the row of the `summary` that reads the same or None) of each of `columns`."""
    rows = {item.read: item for item in summary}
    return [(column, rows.get(column.read)) for column in columns]


def cell_of(record, column, item):
    """(text, `column`, words for an empty one) of a cell in the list's row of `record`.

    A row that the summary of its page leaves out while it is empty is no gap, nor is anything that
    a function makes of the record, but for numbers: there “None” would be read as nought. `item` is
    that row, None where there is none.
    """
    text = short_value(value_of(record, column.read)) or UNENDED.get(column.read, "")
    if text:
        return text, column, ""
    is_derived = callable(column.read) and column.kind != "numeric"
    is_none = _lapses(record, item) if item else is_derived
    return text, column, NONE if is_none else NOT_RECORDED


def filled_columns(lines):
    """A dict of `columns` and `lines`: the columns in which any of the `lines` of a list has a
    value, that of the link always, and each line with their cells alone."""
    cells = [line["cells"] for line in lines]
    places = [
        place
        for place, column in enumerate(zip(*cells, strict=True))
        if column[0][1].link or any(text for text, _, _ in column)
    ]
    return {
        "columns": [cells[0][at][1] for at in places],
        "lines": [{**line, "cells": [line["cells"][at] for at in places]} for line in lines],
    }


def _lapses(record, item):
    return item.lapses(record) if callable(item.lapses) else item.lapses


def display_value(value):
    """`value` as a page says it: `3 March 2026`, `Yes`, an empty text for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return f"{say_day(timezone.localdate(value))}, {timezone.localtime(value):%H:%M}"
    if isinstance(value, date):
        return say_day(value)
    if not isinstance(value, str) and isinstance(value, Iterable):
        items = [display_value(item) for item in value]
        return separator(items).join(items)
    return str(value)


def separator(items):
    """The characters between the texts `items`: whole sentences follow one another."""
    are_sentences = len(items) > 1 and all(item.endswith((".", "?", "!")) for item in items)
    return " " if are_sentences else ", "


def short_value(value):
    """`value` as a cell of a list says it: as `display_value`, a day with its month cut short."""
    if isinstance(value, datetime):
        local = timezone.localtime(value)
        return f"{say_short_day(local.date())}, {local:%H:%M}"
    if isinstance(value, When):
        return value.short
    return say_short_day(value) if isinstance(value, date) else display_value(value)


def say_told(values):
    """A value as history keeps it, in JSON, as a page says it."""
    if isinstance(values, str):
        try:
            return say_day(date.fromisoformat(values))
        except ValueError:
            return values
    return display_value(values)


def cell(value):
    """`value` as `tables.workbook.writer` takes it: days and numbers as they are, else words."""
    if isinstance(value, datetime | bool):
        return display_value(value)
    return value if isinstance(value, int | float | Decimal | date) else display_value(value)
