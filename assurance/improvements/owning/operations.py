"""Giving several actions to another owner at once."""

from django.db import transaction

from assurance import history, writing
from assurance.improvements.models.actions import Action
from assurance.improvements.owning.rules import faults_of
from assurance.records import lock
from assurance.refusals import refuse_if

WITHDRAWN = "was withdrawn and cannot be changed"


@transaction.atomic
def change_owner(*, rows, owner_role, by, on) -> list[Action]:
    """Gives the actions in `rows`, pairs of an action and the version seen, to the role
    `owner_role`; one row of history for each. All are changed or none: refuses, naming the action,
    a withdrawn one and an owner who checked it. Raises `Changed` where somebody saved first."""
    changed = []
    for record, seen in sorted(rows, key=lambda row: row[0].pk):
        action = lock(record, seen)
        refuse_if(f"{action} {WITHDRAWN}" if action.is_withdrawn else None)
        for sentence in faults_of(action, {"owner_role": owner_role}):
            refuse_if(f"{action}: {sentence}")
        changes = writing.change(action, {"owner_role": owner_role})
        history.record("actions.change", about=action, by=by, on=on, changes=changes)
        changed.append(action)
    return changed
