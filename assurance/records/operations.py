"""The operations that serve every kind of record: create, change and withdraw one row, undo that,
or change several at once.

A kind says on its model (`RecordedModel`) what refuses it, what follows from what is typed and what
history calls it. A subject has an operation of its own only where more than one row is written.
"""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from assurance.records import history, writes
from assurance.records.record import (
    RecordedModel,
    checked_fields,
    lock,
    lock_active,
    why_not_withdraw,
)
from assurance.records.refusals import refuse_if
from assurance.records.withdrawals import undo
from assurance.records.withdrawals.holds import why_held
from assurance.records.withdrawals.quoted_changes import before_change

# The places in `history_verbs`, and what follows them.
CREATION, CHANGE, WITHDRAWAL, UNDOING = range(4)
UNDO = "undo_withdrawal"
GONE = "was withdrawn and cannot be changed"


@transaction.atomic
def create(*, model: type[RecordedModel], council, by, on, **fields) -> RecordedModel:
    """Adds a row of `model` with `fields`, within its parent where it has one; refuses what the
    model's `faults` say, rows of another council, and a parent that was withdrawn."""
    record = model(council=council) if "council" in model.field_names() else model()
    if parent := _locked_parent(record, council, fields):
        refuse_if(model.why_not_within(parent))
        fields.pop(model.parent_field, None)
        setattr(record, model.parent_field, parent)
    fields = checked_fields(record, fields)
    changes = writes.insert(record, fields, on=on)
    _write_history(record, CREATION, changes, by, on)
    return record


@transaction.atomic
def change(*, record: RecordedModel, version: int | None = None, by, on, **fields) -> RecordedModel:
    """Changes the `fields` of `record`; refuses as `create` does, and a withdrawn one. Raises
    `EditConflict` where somebody saved after `version`, which models without versions leave out."""
    parent = _locked_parent(record, record.council, fields)
    record = lock_active(record, version)
    if parent and parent.pk == getattr(record, f"{record.parent_field}_id"):
        setattr(record, record.parent_field, parent)
    fields = checked_fields(record, fields)
    changes = writes.update(record, fields)
    _write_history(record, CHANGE, changes, by, on)
    return record


@transaction.atomic
def withdraw(*, record: RecordedModel, version: int, because: str, by, on) -> RecordedModel:
    """Withdraws `record`, which then counts nowhere; refuses one withdrawn already, one without a
    reason, what is on legal hold, and what its `withdrawal_faults` say. Raises `EditConflict` as
    `change` does."""
    record = lock(record, version)
    refuse_if(why_not_withdraw(record, because), "because")
    refuse_if(why_held(record, on))
    for field, sentence in record.withdrawal_faults():
        refuse_if(sentence, field)
    changes = writes.mark_withdrawn(record, because=because, by=by, on=on)
    _write_history(record, WITHDRAWAL, changes, by, on)
    return record


@transaction.atomic
def undo_withdrawal(*, record: RecordedModel, version: int, at: datetime, by, on) -> RecordedModel:
    """Lets a withdrawn `record` count again, as it was; `at` is the moment now. Refuses anybody but
    who withdrew it, after a day, what its `faults` say, within a parent that was withdrawn, and
    once a report was frozen that it would change. Raises `EditConflict` as `change` does."""
    parent = _locked_parent(record, record.council, {})
    record = lock(record, version)
    since = undo.withdrawn_at(record) if record.is_withdrawn else None
    refuse_if(undo.why_not_undo(record, since, at, by))
    refuse_if(record.why_not_within(parent) if parent else None)
    frozen_since = before_change(record.council, since)
    checked_fields(record, {})
    changes = writes.unmark_withdrawn(record)
    refuse_if(undo.why_not_quoted(record, frozen_since()))
    _write_history(record, UNDOING, changes, by, on)
    return record


@transaction.atomic
def change_several(*, rows, faults: Callable, by, on, **fields) -> list[RecordedModel]:
    """Sets `fields` on the records in `rows`, pairs of a record and its version; one row of history
    for each. All are changed or none: refuses, naming the record, a withdrawn one and what
    `faults(record, fields)` says. Raises `EditConflict` where somebody saved first."""
    changed = []
    for row, version in sorted(rows, key=lambda pair: pair[0].pk):
        record = lock(row, version)
        refuse_if(f"{record} {GONE}" if record.is_withdrawn else None)
        for sentence in faults(record, fields):
            refuse_if(f"{record}: {sentence}")
        _write_history(record, CHANGE, writes.update(record, fields), by, on)
        changed.append(record)
    return changed


def _locked_parent(record, council, fields):
    """The parent of a record, locked so that two who add to it get two places; or None."""
    name = record.parent_field
    parent = name and (fields.get(name) or getattr(record, name, None))
    if not parent:
        return None
    rows = type(parent)._default_manager.of(council).select_for_update(of=("self",))
    return rows.get(pk=parent.pk)


def _write_history(record, verb, changes, by, on):
    verbs = (*record.history_verbs, UNDO)
    what = f"{record.history_prefix or history.subject_kind(record)}.{verbs[verb]}"
    changes = record.history_changes(changes)
    history.record(what, about=record, by=by, on=on, changes=changes)
