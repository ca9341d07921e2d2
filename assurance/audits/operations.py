"""Adding a scale of grades, moderating the grade of an audit, drawing a sample of cases."""

import secrets

from django.db import transaction

from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.checkers import why_not_check
from assurance.audits.models.moderators import why_not_moderate
from assurance.audits.models.samples import AuditSample
from assurance.audits.models.scales import Grade, GradeScale
from assurance.audits.rules import agreed_actions, samples
from assurance.people.completion import NOT_MARKED, take_mark_off
from assurance.people.evidence_words import why_not_named
from assurance.people.models.second_persons import needs_second_person
from assurance.people.second_steps import refuse_other_post
from assurance.records import history, operations, writes
from assurance.records.record import checked_fields, lock_active
from assurance.records.refusals import refuse_if


@transaction.atomic
def add_grade_scale(*, council, grades, by, on, **fields) -> GradeScale:
    """Adds a scale of `grades`, (code, label) pairs with the best first: `slug`, `title`,
    `from_date` and, once it has ended, `to_date`. Refuses a slug or title already used."""
    scale = operations.create(model=GradeScale, council=council, by=by, on=on, **fields)
    Grade.objects.bulk_create(
        Grade(scale=scale, order=order, code=code, label=label)
        for order, (code, label) in enumerate(grades, 1)
    )
    return scale


@transaction.atomic
def moderate(*, record, version, grade, moderator, moderated_on, by, on) -> CaseAudit:
    """Keeps the `grade` that the audit `record` was given at moderation, by `by` for their post
    `moderator`. Refuses who is in the auditor's post, or was at the audit's date, where the council
    asks for a second person, a post that is not theirs, and a grade that does not fit the first.
    Raises `EditConflict` where somebody saved first."""
    audit = lock_active(record, version)
    needs_second = needs_second_person(audit.council, "audits", moderated_on)
    refuse_if(why_not_moderate(audit, by, on, needs_second=needs_second))
    refuse_other_post(moderator, audit, "moderator", by=by, on=on)
    fields = {"moderated_grade": grade, "moderator": moderator, "moderated_on": moderated_on}
    changes = writes.update(audit, checked_fields(audit, fields))
    history.record("audits.moderate", about=audit, by=by, on=on, changes=changes)
    return audit


@transaction.atomic
def mark_action_done(*, record, version, done_on, evidence, by, on) -> AuditAction:
    """Marks the action of an audit `record` as done on `done_on` with the `evidence` that shows it;
    it waits for its check where the council asks for a second person. Refuses evidence that names
    nothing, a date before the audit or to come, and an action that is done or marked already.
    Raises `EditConflict` where another person saved first."""
    action = lock_active(record, version)
    refuse_if(agreed_actions.why_not_mark(action))
    refuse_if(why_not_named(evidence), "evidence")
    fields = {"done_on": done_on}
    if needs_second_person(action.council, "actions", done_on):
        refuse_if(agreed_actions.why_not_finished(done_on, action.audit.audited_on), "done_on")
        fields = {"finished_on": done_on, "marked_done_on": on, "marked_done_by": by}
    fields = checked_fields(action, {**fields, "evidence": evidence})
    changes = writes.update(action, fields)
    history.record("audit_actions.mark_done", about=action, by=by, on=on, changes=changes)
    return action


@transaction.atomic
def confirm_action_done(*, record, version, checker, by, on) -> AuditAction:
    """Closes the action of an audit `record`, marked as done, as checked for the post `checker` of
    `by`. Refuses the account that marked it or is in its owner's post, where the council asks for a
    second person, and a post that is not theirs. Raises `EditConflict` where another person saved
    first."""
    action = lock_active(record, version)
    refuse_if(why_not_check(action, by, on))
    refuse_other_post(checker, action, "checker", by=by, on=on)
    fields = {"done_on": action.finished_on, "checker": checker, **NOT_MARKED}
    changes = writes.update(action, checked_fields(action, fields))
    history.record("audit_actions.confirm_done", about=action, by=by, on=on, changes=changes)
    return action


@transaction.atomic
def send_action_back(*, record, version, reason, by, on) -> AuditAction:
    """Sends the action of an audit `record`, marked as done, back to its owner with the `reason`.
    Raises `EditConflict` where another person saved first."""
    action = lock_active(record, version)
    refuse_if(agreed_actions.why_not_check(action, is_own=False))
    changes = take_mark_off(action, reason)
    history.record(agreed_actions.SEND_BACK, about=action, by=by, on=on, changes=changes)
    return action


@transaction.atomic
def draw_sample(*, council, cases, size, by, on, seed="", **fields) -> AuditSample:
    """Draws `size` of the references `cases` by `seed`, a new one where it is empty, and keeps
    those drawn with how many there were. Refuses a list that holds anything but references, more
    than it has, and a title already used."""
    cases = samples.unique(cases)
    refuse_if(samples.why_not_list(cases), "cases")
    refuse_if(samples.why_not_size(size, cases), "size")
    seed = seed.strip() or secrets.token_hex(4)
    values = {"seed": seed, "listed": len(cases), "drawn_on": on}
    values["references"] = samples.draw(cases, size, seed)
    return operations.create(model=AuditSample, council=council, by=by, on=on, **values, **fields)
