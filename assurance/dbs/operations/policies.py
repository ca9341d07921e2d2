"""What an administrator does with re-check policies and the wordings of reminders: a new one begins
and ends the one before."""

from datetime import timedelta

from django.db import transaction

from assurance.dbs.models.policies import RecheckPolicy
from assurance.dbs.models.reminders import ReminderWording
from assurance.records import operations, writes


@transaction.atomic
def record_policy(*, council, by, on, **fields) -> RecheckPolicy:
    """Adds a policy from `from_date` with `approver`; the open one of the same group ends the
    day before. Audits kept already stay with the policy that they used. Refuses what
    `RecheckPolicy.faults` say."""
    group = fields.get("group", "")
    newest = _newest(RecheckPolicy.objects.of(council).filter(group=group))
    policy = operations.create(model=RecheckPolicy, council=council, by=by, on=on, **fields)
    return _end_before(policy, newest)


@transaction.atomic
def record_wording(*, council, by, on, **fields) -> ReminderWording:
    """Adds a wording from `from_date`, with its `subject`, `body` and `approver`; the one before
    ends the day before, and letters sent stay as they were. Refuses what
    `ReminderWording.faults` say."""
    newest = _newest(ReminderWording.objects.of(council))
    wording = operations.create(model=ReminderWording, council=council, by=by, on=on, **fields)
    return _end_before(wording, newest)


def _newest(rows):
    return rows.select_for_update().order_by("-from_date").first()


def _end_before(row, newest):
    if newest and (newest.to_date is None or newest.to_date >= row.from_date):
        writes.update(newest, {"to_date": row.from_date - timedelta(1)})
    return row
