"""Giving several actions to another owner, and moving when they are due, at once."""

from django.db import transaction

from assurance.improvement.models.actions import Action, DueChange
from assurance.improvement.rules.bulk import faults_of
from assurance.records import history, writes
from assurance.records.record import lock
from assurance.records.refusals import refuse_if

WITHDRAWN = "was withdrawn and cannot be changed"


@transaction.atomic
def change_actions(*, rows, by, on, **fields) -> list[Action]:
    """Sets `owner_role`, `due_on` with its `reason`, or all of them on the actions in `rows`, pairs
    of an action and the version seen; each move is kept with its reason, and one row of history
    tells of each action. All are changed or none: refuses, naming the action, a withdrawn one, an
    owner who checked it, and a move as `move_due` does. Raises `EditConflict` where somebody saved
    first."""
    changed = []
    for record, version in sorted(rows, key=lambda row: row[0].pk):
        action = lock(record, version)
        refuse_if(f"{action} {WITHDRAWN}" if action.is_withdrawn else None)
        for sentence in faults_of(action, fields):
            refuse_if(f"{action}: {sentence}")
        why = _move(action, fields, on)
        values = {name: value for name, value in fields.items() if name != "reason"}
        changes = (*writes.update(action, values), *why)
        history.record("actions.change", about=action, by=by, on=on, changes=changes)
        changed.append(action)
    return changed


def _move(action, value, on):
    """Keeps the move of the due date, if there is one; gives its reason for history."""
    to_day = value.get("due_on", action.due_on)
    if to_day == action.due_on:
        return ()
    values = {"from_day": action.due_on, "to_day": to_day, "reason": value["reason"]}
    DueChange.objects.create(action=action, moved_on=on, **values)
    return history.changes({}, {"reason": value["reason"]}, DueChange.personal)
