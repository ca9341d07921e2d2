"""The saving of one row, which every operation on records shares: insert, update, mark withdrawn.

Each saves one row and gives the history `Change`s it made; the operation around it holds the
transaction, refuses by its rules first, and records history once.
"""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import Model

from assurance.records import history
from assurance.records.refusals import Refused

CONFLICT = (
    "This conflicts with a record that is already here: another record may have been "
    "saved with the same reference a moment ago. Check the reference and the dates."
)


def history_values(record, fields):
    """Field → value of `record` as history holds it: another row by its name, never by its key, and
    an account by what history calls it, which outlives an erasure.

    A field that names another row stands in the model's `personal`, or counts as personal.
    """
    return {name: _named(getattr(record, name)) for name in fields}


def insert(record, values, *, on):
    """Saves `record`, new and without its `values` yet; gives the changes from nothing to them.

    `values` maps field → value, a many-to-many field to its rows. Raises `Refused` where the
    database will not have it.
    """
    if hasattr(record, "created_on"):
        record.created_on = on
    _write(record, values)
    index = {
        name: value
        for name, value in history_values(record, values).items()
        if value not in ("", [])
    }
    return history.changes({}, index, _personal(record))


def update(record, values):
    """Saves `values` on `record`, which `records.lock` gave; gives the changes, maybe none."""
    before = history_values(record, values)
    if hasattr(record, "version"):
        record.version += 1
    _write(record, values)
    return history.changes(before, history_values(record, values), _personal(record))


def mark_withdrawn(record, *, because, by, on):
    """Marks `record`, which `records.lock` gave, as withdrawn; gives the changes."""
    fields = {"withdrawn_on": on, "withdrawn_because": because}
    record.withdrawn_by = by
    return update(record, fields)


def unmark_withdrawn(record):
    """Takes the mark of `mark_withdrawn` from `record` again; gives the changes."""
    record.withdrawn_by = None
    return update(record, {"withdrawn_on": None, "withdrawn_because": ""})


def _write(record, values):
    several = {field.name for field in record._meta.many_to_many}
    for name, value in values.items():
        if name not in several:
            setattr(record, name, value)
    try:
        # A savepoint, so that the operation can still refuse with a sentence.
        with transaction.atomic():
            record.save()
            for name in several & set(values):
                getattr(record, name).set(values[name])
    except IntegrityError as error:
        raise Refused(CONFLICT) from error


def _personal(record):
    known, aliases = record.personal, getattr(record, "aliases", {})
    return known | {alias: known.get(name) for alias, name in aliases.items() if name in known}


def _named(value):
    if hasattr(value, "all"):
        return sorted(_named(row) for row in value.all())
    if isinstance(value, AbstractBaseUser):
        # An account may have a person's name, and the chain keeps what it has for ever.
        return value.history_name
    return str(value) if isinstance(value, Model) else value
