"""What officers do with roles of people who are set aside: one records it, another approves it."""

from django.db import transaction

from assurance.dbs.rules import second_persons
from assurance.people.models.people import Engagement
from assurance.people.second_steps import refuse_other_post
from assurance.records import history, operations, writes
from assurance.records.record import lock_active
from assurance.records.refusals import refuse_if


@transaction.atomic
def record_role(*, council, by, on, **fields) -> Engagement:
    """Adds a role; keeps who recorded that its holder is set aside, which waits for approval.
    Refuses what `Engagement.faults` say."""
    fields |= _recorded(by, on) if fields.get("set_aside_from") else {}
    return operations.create(model=Engagement, council=council, by=by, on=on, **fields)


@transaction.atomic
def change_role(*, record, version, by, on, **fields) -> Engagement:
    """Changes the `fields` of the role `record`; what is set aside otherwise than it was approved
    waits for approval again, but an earlier last day does not. Refuses what `Engagement.faults`
    say, and a withdrawn one. Raises `EditConflict` where somebody saved first."""
    if second_persons.asks_again(record, fields):
        is_aside = fields.get("set_aside_from", record.set_aside_from)
        fields |= {"set_aside_approver": None, **(_recorded(by, on) if is_aside else NOBODY)}
    return operations.change(record=record, version=version, by=by, on=on, **fields)


@transaction.atomic
def approve_set_aside(*, record, version, approver, by, on) -> Engagement:
    """Approves for the post `approver` of `by` that the holder of the role `record` is set aside.
    Refuses who recorded it, where the council asks for a second person, a post that is not theirs,
    and what is approved already. Raises `EditConflict` where somebody saved first."""
    role = lock_active(record, version)
    refuse_if(second_persons.why_not_approve(role, by, needs_second=role.needs_second))
    refuse_other_post(approver, role, "approver", by=by, on=on)
    changes = writes.update(role, {"set_aside_approver": approver})
    history.record("dbs_register.approve_set_aside", about=role, by=by, on=on, changes=changes)
    return role


NOBODY = {"set_aside_recorded_by": None, "set_aside_recorded_on": None}


def _recorded(account, day):
    return {"set_aside_recorded_by": account, "set_aside_recorded_on": day}
