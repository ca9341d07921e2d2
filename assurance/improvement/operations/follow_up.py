"""What officers do with notes on actions, and with links to what shows how they go."""

from django.db import transaction

from assurance.audits.models.case_audits import CaseAudit
from assurance.improvement.models.actions import Action
from assurance.improvement.models.follow_up import ActionEvidence, ActionNote
from assurance.improvement.rules import follow_up
from assurance.records import history, operations
from assurance.records.record import lock, why_not_withdraw
from assurance.records.refusals import refuse_if

WITHDRAWN = "This record was withdrawn and cannot be changed."
ACTION_WITHDRAWN = "This action was withdrawn: nothing can be added to it."


@transaction.atomic
def record_note(*, council, action, by, on, **fields) -> ActionNote:
    """Adds a note to `action`: `noted_on`, `role` and `text`. Refuses a withdrawn action, and a day
    before the action."""
    action = _get_action(council, action)
    refuse_if(follow_up.why_not_note(action, fields["noted_on"]), "noted_on")
    note = ActionNote(council=council, action=action)
    changes = operations.add(note, fields, on=on)
    history.record("notes.record", about=note, by=by, on=on, changes=changes)
    return note


@transaction.atomic
def change_note(*, record, seen, by, on, **fields) -> ActionNote:
    """Changes the fields `said` of the note `record`; refuses as `record_note` does, and a
    withdrawn note. Raises `EditConflict` where somebody saved first."""
    note = lock(record, seen)
    refuse_if(WITHDRAWN if note.is_withdrawn else None)
    refuse_if(
        follow_up.why_not_note(note.action, fields.get("noted_on", note.noted_on)), "noted_on"
    )
    changes = operations.change(note, fields)
    history.record("notes.change", about=note, by=by, on=on, changes=changes)
    return note


@transaction.atomic
def withdraw_note(*, record, seen, because, by, on) -> ActionNote:
    """Withdraws the note `record`; refuses one withdrawn already, or without a reason."""
    note = lock(record, seen)
    refuse_if(why_not_withdraw(note, because), "because")
    changes = operations.withdraw(note, because=because, by=by, on=on)
    history.record("notes.withdraw", about=note, by=by, on=on, changes=changes)
    return note


@transaction.atomic
def record_evidence(
    *, council, action, audit_reference, figure, by, on, **fields
) -> ActionEvidence:
    """Links a case audit by its reference, or a figure by its key, to `action` with what it
    `shows`. Refuses a withdrawn action, an audit that is not there or withdrawn, and anything but
    one of the two."""
    action = _get_action(council, action)
    field, sentence = follow_up.why_not_one(audit_reference, figure) or ("", None)
    refuse_if(sentence, field)
    audit = None
    if audit_reference:
        audit = CaseAudit.objects.of(council).filter(reference=audit_reference).first()
        refuse_if(follow_up.why_not_audit(audit), "audit_reference")
    evidence = ActionEvidence(council=council, action=action)
    changes = operations.add(evidence, {**fields, "audit": audit, "figure": figure}, on=on)
    history.record("evidence.record", about=evidence, by=by, on=on, changes=changes)
    return evidence


@transaction.atomic
def withdraw_evidence(*, record, seen, because, by, on) -> ActionEvidence:
    """Withdraws the link `record`; refuses one withdrawn already, or without a reason."""
    evidence = lock(record, seen)
    refuse_if(why_not_withdraw(evidence, because), "because")
    changes = operations.withdraw(evidence, because=because, by=by, on=on)
    history.record("evidence.withdraw", about=evidence, by=by, on=on, changes=changes)
    return evidence


def _get_action(council, action):
    record = Action.objects.of(council).get(pk=action.pk)
    refuse_if(ACTION_WITHDRAWN if record.is_withdrawn else None)
    return record
