"""Rows of one file that speak of one record: read as one where they agree, so that what one of them
leaves empty another says, and all refused where they do not.
"""

from collections import defaultdict
from collections.abc import Sequence

from assurance.imports.declaration import Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.things import is_empty
from assurance.runtime.typography import with_capital
from assurance.tables.phrases import numbers


def as_one(sheet: Sheet, rows: Sequence[tuple[int, Values]], reading: Reading):
    """The rows, (number, values), each completed by the others of its record, and (number, `Fault`)
    of those that contradict others. The record of a row is the last that it speaks of."""
    groups = defaultdict(list)
    for number, values in reading.over(_repeated(sheet, rows, reading)):
        record = _record_of(sheet, values)
        place = reading.place(record.name, values)
        if _is_found(place):
            groups[record.name, place].append((number, values))
    full, faults = {}, []
    for (name, _), group in groups.items():
        if len(group) > 1:
            values, wrong = _settled(reading.records[name], group)
            full |= values
            faults += wrong
    return [(number, full.get(number, values)) for number, values in rows] if full else rows, faults


def _record_of(sheet, values):
    record = next((item for item in reversed(sheet.records) if item.is_told(values)), None)
    # A shared record is spoken of by many rows, and one with further fields by other ones.
    return None if record and (record.shared or record.identity or record.link) else record


def _repeated(sheet, rows, reading):
    """The rows that speak of one record, and may not be the only ones of it that do."""
    known, several = set(), set()
    for _, values in rows if reading.is_by_row else ():
        if record := _record_of(sheet, values):
            key = record.name, reading.key(record.name, values)
            (several if key in known else known).add(key)
    for number, values in rows:
        if (record := _record_of(sheet, values)) and (
            not reading.is_by_row or (record.name, reading.key(record.name, values)) in several
        ):
            yield number, values


def _is_found(place):
    """Whether every part of what finds a record is there."""
    if isinstance(place, tuple):
        return all(map(_is_found, place))
    return not is_empty(place)


def _settled(record, group):
    known, differing = {}, set()
    for _, values in group:
        for column in record.columns:
            value = values.get(column.name)
            if not is_empty(value) and known.setdefault(column.name, value) != value:
                differing.add(column.name)
    differing -= {*record.by}
    wrong = [(number, _fault(record, name, number, group)) for name in sorted(differing)
             for number, _ in group if name in record.fills]  # fmt: skip
    if differing:
        return {}, wrong
    return {
        number: {
            name: known.get(name) if is_empty(value) else value for name, value in values.items()
        }
        for number, values in group
    }, []


def _fault(record, name, number, group):
    others = [other for other, _ in group if other != number]
    verb = "says" if len(others) == 1 else "say"
    rows = numbers(others)
    label = record.column(name).label
    wrong = f"{with_capital(rows)} of the file {verb} something else of the same "
    return Fault(name, f"{wrong}{record.noun} ({label})", "Keep one")
