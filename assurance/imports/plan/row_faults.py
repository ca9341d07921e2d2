"""What refuses one row of a file, weighed against the register."""

from collections.abc import Iterator
from datetime import date

from assurance.imports.declaration import Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading, is_withdrawn
from assurance.imports.plan.records import Record
from assurance.imports.plan.things import is_empty
from assurance.runtime.periods import say_day

ERASED = (
    "This {noun} was erased on {day}, and an import does not bring it back",
    "Leave the row out. If this is another {noun}, add the record by hand",
)
STILL_TO_COME = ("It is still to come", "Write a date that is not in the future.")


def faults_of(sheet: Sheet, values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: its records, dates to come, rules of typed records, its kind's rules."""
    known, lost = [], set()
    for record in sheet.records:
        if record.is_told(values) and not lost & set(record.by):
            known.append(record)
            faults = list(_why_not_record(record, values, reading))
            yield from faults
            # What lies within a record that is only led to cannot be weighed without it.
            lost |= {record.name} if faults and record.link else set()
    for name in sheet.past:
        day = values.get(name)
        if isinstance(day, date) and day > reading.today:
            yield Fault(name, *STILL_TO_COME)
    for record in known:
        if record.faults:
            for name, *sentences in record.faults(reading.after(record.name, values)):
                column = record.column(name)
                yield Fault(column.name if column else name, *sentences)
    yield from sheet.faults(values, reading)


def _why_not_record(record: Record, values, reading):
    current = reading.current(record.name, values)
    place = record.title or record.by[-1]
    if current is not None:
        if is_withdrawn(current):
            yield Fault(place, *record.withdrawn(current))
        return
    if erased_on := _erased_on(record, values, reading):
        given = (record.dated,) if record.dated else ()
        words = {"noun": record.noun, "day": say_day(erased_on)}
        yield Fault(place, *(text.format(**words) for text in ERASED), given=given)
        return
    if record.unknown:
        unknown = record.unknown
        sentences = unknown(values, reading) if callable(unknown) else unknown
        yield Fault(place, *sentences, missing=record.model)
        return
    if record.why_not_name:
        slug = reading.slug(record, values)
        is_used = reading.is_used(record.name, values, slug)
        if sentence := record.why_not_name(record.noun, slug, is_used):
            yield Fault(place, sentence, record.rename)
    fields = reading.fields(record.name, values) if record.needed else {}
    for column in record.needed:
        if is_empty(fields.get(column.field, values.get(column.name))):
            yield Fault(column.name, *_needed(record, column))


def _erased_on(record, values, reading):
    """The date on which the record that a row names was erased; None where the row is of a later
    one."""
    names = _flat(reading.key(record.name, values))
    erased_on = reading.erased.date_of(reading.council, record.model, names)
    started = values.get(record.dated)
    return None if erased_on and started and started > erased_on else erased_on


def _flat(key):
    for item in key:
        yield from _flat(item) if isinstance(item, tuple) else (item,)


def _needed(record, column):
    if not isinstance(column.needed, str):
        return column.needed
    article = "An" if record.noun[0] in "aeiou" else "A"
    return f"{article} {record.noun} that is new needs this", column.needed
