"""What administrators do with re-check policies and the wordings of reminders: one records it,
another approves it where the council asks for two; then it holds, and the one before ends."""

from datetime import timedelta
from itertools import pairwise

from django.db import transaction

from assurance.accounts.models.accounts import User
from assurance.dbs.models.approvals import ApprovedModel
from assurance.dbs.models.policies import RecheckPolicy
from assurance.dbs.models.reminders import ReminderWording
from assurance.dbs.rules import second_persons
from assurance.people.models.second_persons import needs_second_person
from assurance.people.second_steps import refuse_other_post
from assurance.records import history, operations, writes
from assurance.records.refusals import refuse_if


@transaction.atomic
def record_policy(*, council, by, on, **fields) -> RecheckPolicy:
    """Adds a policy from `from_date`; with its `approver` the open one of the same group ends the
    day before, else it waits. Audits kept already stay with the policy that they used. Refuses an
    approver where another person approves, and what `RecheckPolicy.faults` say."""
    fields |= _writer(council, by, on, fields.get("approver"))
    policy = operations.create(model=RecheckPolicy, council=council, by=by, on=on, **fields)
    return _in_turn(policy)


@transaction.atomic
def change_policy(*, record, by, on, **fields) -> RecheckPolicy:
    """Corrects a policy; what was changed without an `approver` waits for approval, and the one
    before holds meanwhile. Refuses as `record_policy` does."""
    if needs_second_person(record.council, "policies", on):
        fields = {"approver": None, **fields}
    fields |= _writer(record.council, by, on, fields.get("approver", record.approver))
    return _in_turn(operations.change(record=record, by=by, on=on, **fields))


@transaction.atomic
def record_wording(*, council, by, on, **fields) -> ReminderWording:
    """Adds a wording from `from_date`, with its `subject` and `body`; as `record_policy` it holds
    with its `approver` or waits, and letters sent stay as they were. Refuses what
    `ReminderWording.faults` say."""
    fields |= _writer(council, by, on, fields.get("approver"))
    wording = operations.create(model=ReminderWording, council=council, by=by, on=on, **fields)
    return _in_turn(wording)


@transaction.atomic
def approve(*, record, approver, by, on) -> ApprovedModel:
    """Approves a policy or a wording for the post `approver` of `by`: it holds from its first day.
    Refuses who wrote it, where the council asks for a second person, a post that is not theirs, and
    what is approved already."""
    row = type(record).objects.select_for_update(of=("self",)).get(pk=record.pk)
    needs_second = needs_second_person(row.council, "policies", on)
    refuse_if(second_persons.why_not_approve_text(row, by, needs_second=needs_second))
    refuse_other_post(approver, row, "approver", by=by, on=on)
    changes = writes.update(row, {"approver": approver})
    history.record(f"{row.history_prefix}.approve", about=row, by=by, on=on, changes=changes)
    return _in_turn(row)


def _writer(council, account, day, approver):
    """Who wrote it, from an account; a command speaks for the whole council."""
    is_account = isinstance(account, User)
    needs_second = is_account and needs_second_person(council, "policies", day)
    sentence = second_persons.why_not_record(approver, needs_second=needs_second)
    refuse_if(sentence, "approver")
    return {"recorded_by": account, "recorded_on": day} if is_account else {}


def _in_turn(row):
    """Ends each approved one before the next begins; the one before `row` goes on while that waits,
    to where it would without it."""
    rows = type(row).objects.of(row.council)
    rows = rows.filter(group=row.group) if isinstance(row, RecheckPolicy) else rows
    approved = rows.approved().select_for_update(of=("self",)).order_by("from_date")
    if row.approver_id is None:
        before = approved.filter(to_date=row.from_date - timedelta(1))
        for earlier in before:
            writes.update(earlier, {"to_date": None})
    for earlier, later in pairwise(approved.all()):
        if earlier.to_date is None or earlier.to_date >= later.from_date:
            writes.update(earlier, {"to_date": later.from_date - timedelta(1)})
    row.refresh_from_db()
    return row
