"""A kind of file read from plain values, without a file: what is refused and what is asked for."""

from datetime import date

from assurance.imports.declaration import Reading
from tests.cast import make_council

ON = date(2016, 1, 18)


def against(sheet, *rows):
    """The `Reading` that `rows` of `sheet` are read against."""
    council = make_council()
    return Reading(council, ON, sheet.prepare(council, rows))


def refused(sheet, *rows):
    """The names of the columns that refuse the first of `rows`."""
    return [one.column for one in sheet.faults(rows[0], against(sheet, *rows))]


def sentences(sheet, *rows):
    """What is said to be wrong with the first of `rows`."""
    return [one.wrong for one in sheet.faults(rows[0], against(sheet, *rows))]


def asked(sheet, row):
    """The `TargetRow`s of `row`."""
    return list(sheet.wanted(row, against(sheet, row)))


def across(sheet, *rows):
    """The numbers of the rows that only the whole file refuses."""
    numbered = list(enumerate(rows, 2))
    return [number for number, _ in sheet.across(numbered, against(sheet, *rows))]


def warned(sheet, *rows):
    """The warnings about `rows`."""
    return list(sheet.warnings(list(enumerate(rows, 2)), against(sheet, *rows)))
