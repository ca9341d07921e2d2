"""What officers do with actions and what follows them beside changing one row."""

from django.db import transaction

from assurance.audits.models.case_audits import CaseAudit
from assurance.improvement.models.actions import Action, DueChange, StatusChange
from assurance.improvement.models.checkers import why_not_checker
from assurance.improvement.models.follow_up import ActionEvidence, ImpactChange
from assurance.improvement.rules import actions, completion
from assurance.improvement.rules.actions import faults_of
from assurance.improvement.rules.board import is_shown
from assurance.people.completion import NOT_MARKED, take_mark_off
from assurance.people.evidence_words import why_not_named
from assurance.people.second_steps import refuse_other_post
from assurance.records import history, operations, writes
from assurance.records.personal import Personal
from assurance.records.record import checked_fields, lock, lock_active
from assurance.records.refusals import Refused, refuse_if

MOVE_IT = "Move the due date on its own page: it needs a reason."
# What history holds of actions added together: their references, and apart their words.
SEVERAL = {"actions": Personal.NONE, "words": Personal.MAY}


@transaction.atomic
def record_actions(*, council, plan, rows, by, on) -> list[Action]:
    """Adds many actions to `plan` at once: `rows` of mappings of their fields, their priorities of
    that plan. One row of history tells of all, under the plan.

    Refuses what `Action.faults` say, naming the row; all are kept or none.
    """
    made = []
    for place, value in enumerate(rows, 1):
        action = Action(council=council)
        refuse_if(_not_of(plan, value["priority"], place))
        try:
            value = checked_fields(action, value)
        except Refused as refused:
            raise Refused(f"Row {place}: {refused.sentence}") from refused
        writes.insert(action, value, on=on)
        made.append(action)
    values = {"actions": [item.reference for item in made], "words": [item.text for item in made]}
    changes = history.changes({}, values, SEVERAL)
    history.record("plans.record_actions", about=plan, by=by, on=on, changes=changes)
    return made


@transaction.atomic
def change_action(
    *, record, version, by, on, impact_reason="", status_reason="", **fields
) -> Action:
    """Changes the `fields` of the action `record`, and keeps changed ratings of progress and
    impact with their day and `status_reason` or `impact_reason`; refuses as `record_action` does, a
    better rating without evidence (of impact: one attached or linked, else a reason), another due
    date (see `move_due`), progress to “done” (see `mark_done`) and a withdrawn action. Raises
    `EditConflict` where somebody saved first."""
    action = lock_active(record, version)
    refuse_if(MOVE_IT if fields.get("due_on", action.due_on) != action.due_on else None, "due_on")
    before, impact = action.status, action.impact
    refuse_if(completion.why_not_set(before, fields.get("status", before)), "status")
    fields = checked_fields(action, fields)
    better = fields.get("impact", impact), is_shown(action), impact_reason
    refuse_if(actions.why_not_impact(impact, *better), "impact_reason")
    status = fields.get("status", before)
    refuse_if(actions.why_not_rate(before, status, status_reason), "status_reason")
    fields |= {} if status == before else NOT_MARKED
    changes = (*writes.update(action, fields), *_rate(action, before, status_reason, on))
    if action.impact != impact:
        values = {"from_impact": impact, "to_impact": action.impact, "reason": impact_reason}
        ImpactChange.objects.create(action=action, changed_on=on, **values)
        why = {"impact_reason": impact_reason} if impact_reason else {}
        changes = (*changes, *history.changes({}, why, {"impact_reason": Personal.MAY}))
    history.record("actions.change", about=action, by=by, on=on, changes=changes)
    return action


@transaction.atomic
def move_due(*, record, version, to_day, reason, by, on) -> Action:
    """Moves the due date of the action `record` to `to_day` and keeps the move with its reason;
    refuses the same day, one before the start, a move without a reason or of an action that is
    done or withdrawn. Raises `EditConflict` where somebody saved first."""
    action = lock_active(record, version)
    field, sentence = actions.why_not_move(action, to_day, reason) or ("", None)
    refuse_if(sentence, field)
    from_day = action.due_on
    DueChange.objects.create(
        action=action, moved_on=on, from_day=from_day, to_day=to_day, reason=reason
    )
    changes = writes.update(action, {"due_on": to_day})
    why = history.changes({}, {"reason": reason}, DueChange.personal)
    history.record("actions.move_due", about=action, by=by, on=on, changes=(*changes, *why))
    return action


def _rate(action, before, reason, on):
    """Keeps the rating of progress, if it is another than `before`; gives its reason for
    history."""
    if action.status == before:
        return ()
    values = {"from_status": before, "to_status": action.status, "reason": reason}
    StatusChange.objects.create(action=action, changed_on=on, **values)
    why = {"status_reason": reason} if reason else {}
    return history.changes({}, why, {"status_reason": Personal.MAY})


@transaction.atomic
def mark_done(*, record, version, finished_on, evidence, by, on) -> Action:
    """Marks the action `record` as done on `finished_on` with the `evidence` that shows it; it
    waits for its check. Refuses evidence that names nothing, one that is done, marked already or
    withdrawn. Raises `EditConflict` where somebody saved first."""
    action = lock_active(record, version)
    refuse_if(completion.why_not_mark(action))
    sentence = completion.why_not_finished(action.starts_on, finished_on, on)
    refuse_if(sentence, "finished_on")
    refuse_if(why_not_named(evidence), "evidence")
    fields = {"finished_on": finished_on, "evidence": evidence}
    changes = writes.update(action, {**fields, "marked_done_on": on, "marked_done_by": by})
    history.record("actions.mark_done", about=action, by=by, on=on, changes=changes)
    return action


@transaction.atomic
def confirm_done(*, record, version, checker, by, on) -> Action:
    """Closes the action `record`, which somebody marked as done, as checked for the post `checker`
    of `by`. Refuses who marked it or is in its owner's post, where the council asks for a second
    person, and a post that is not theirs. Raises `EditConflict` where somebody saved first."""
    action = lock_active(record, version)
    refuse_if(why_not_checker(action, by, on))
    refuse_other_post(checker, action, "checker", by=by, on=on)
    before, fields = action.status, {"status": actions.DONE, "checker": checker}
    fields = checked_fields(action, {**fields, "done_on": action.finished_on, **NOT_MARKED})
    changes = writes.update(action, fields)
    # History has the evidence under the mark already.
    _rate(action, before, action.evidence[:200], on)
    history.record("actions.confirm_done", about=action, by=by, on=on, changes=changes)
    return action


@transaction.atomic
def send_back(*, record, version, reason, by, on) -> Action:
    """Sends the action `record`, which somebody marked as done, back to its owner with the
    `reason`. Raises `EditConflict` where somebody saved first."""
    action = lock_active(record, version)
    refuse_if(completion.why_not_confirm(action, by, needs_second=False))
    changes = take_mark_off(action, reason)
    history.record(completion.SEND_BACK, about=action, by=by, on=on, changes=changes)
    return action


def _not_of(plan, priority, place):
    if priority.plan_id == plan.pk:
        return None
    return f"Row {place}: “{priority.title}” is a priority of another plan"


WITHDRAWN = "was withdrawn and cannot be changed"


@transaction.atomic
def change_actions(*, rows, by, on, **fields) -> list[Action]:
    """Sets `owner`, `due_on` with its `reason`, or all of them on the actions in `rows`, pairs
    of an action and the version seen; each move is kept with its reason, and one row of history
    tells of each action. All are changed or none: refuses, naming the action, a withdrawn one, an
    owner who checked it, and a move as `move_due` does. Raises `EditConflict` where somebody saved
    first."""
    changed = []
    for record, version in sorted(rows, key=lambda row: row[0].pk):
        action = lock(record, version)
        refuse_if(f"{action} {WITHDRAWN}" if action.is_withdrawn else None)
        for sentence in faults_of(action, fields, needs_second=action.needs_second):
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


@transaction.atomic
def record_evidence(*, council, audit_reference, figure, by, on, **fields) -> ActionEvidence:
    """Links a case audit by its reference, or a figure by its key, to an `action` with what it
    `shows`. Refuses a withdrawn action, an audit that is not there or withdrawn, and anything but
    one of the two."""
    field, sentence = actions.why_not_one(audit_reference, figure) or ("", None)
    refuse_if(sentence, field)
    audit = None
    if audit_reference:
        audit = CaseAudit.objects.of(council).with_reference(audit_reference).first()
        refuse_if(actions.why_not_audit(audit), "audit_reference")
    fields |= {"council": council, "audit": audit, "figure": figure}
    return operations.create(model=ActionEvidence, by=by, on=on, **fields)
