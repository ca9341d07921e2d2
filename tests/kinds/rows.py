"""A kind of file read from plain values: against records made by hand, or the database's."""

from datetime import date

from assurance.imports.plan.lookup import Reading, targets_of
from assurance.imports.plan.row_faults import faults_of
from tests.cast import make_council

ON = date(2016, 1, 18)


def reading(sheet, *rows, held=None, on=ON, **standing):
    """The `Reading` of `rows` against the `standing` records of each name, without a database."""
    made = Reading(sheet.records, on, held)
    for record in sheet.records:
        made.take(record, rows, standing.get(record.name, ()))
    return made


def against(sheet, *rows, council=None):
    """The `Reading` that `rows` of `sheet` are read against in the database."""
    council = council or make_council()
    made = Reading(sheet.records, ON, sheet.prepare(council, rows))
    made.look_up(council, rows)
    return made


def faults(sheet, row, found):
    """What refuses a row that is read against `found`."""
    return list(faults_of(sheet, row, found))


def targets(sheet, row, found):
    """The `TargetRow`s of a row that is read against `found`."""
    return list(targets_of(sheet, row, found))
