"""What officers do with breaches: who records how one was put right does not close it alone."""

from django.db import transaction

from assurance.dbs.models.breaches import Breach
from assurance.dbs.rules import second_persons
from assurance.people.second_steps import refuse_other_post
from assurance.records import history, operations, writes
from assurance.records.record import checked_fields, lock_active
from assurance.records.refusals import refuse_if

REMEDY = ("remedy", "remedied_on")


@transaction.atomic
def record_breach(*, council, by, on, **fields) -> Breach:
    """Adds a breach, open; keeps who recorded how it was put right. Refuses what `Breach.faults`
    say, and one that is closed already."""
    refuse_if(second_persons.CLOSE_LATER if fields.get("closed_on") else None, "closed_on")
    fields |= _recorded(by, on) if fields.get("remedied_on") else {}
    return operations.create(model=Breach, council=council, by=by, on=on, **fields)


@transaction.atomic
def change_breach(*, record, version, by, on, **fields) -> Breach:
    """Changes the `fields` of the breach `record`, and keeps who recorded how it was put right;
    what closed it may be corrected or emptied. Refuses to close one, what `Breach.faults` say, and
    a withdrawn one. Raises `EditConflict` where somebody saved first."""
    is_open = record.closed_on is None
    refuse_if(
        second_persons.CLOSE_LATER if is_open and fields.get("closed_on") else None, "closed_on"
    )
    if any(fields.get(name, getattr(record, name)) != getattr(record, name) for name in REMEDY):
        fields |= _recorded(by, on) if fields.get("remedied_on", record.remedied_on) else NOBODY
    return operations.change(record=record, version=version, by=by, on=on, **fields)


@transaction.atomic
def close_breach(*, record, version, closed_on, closer, by, on) -> Breach:
    """Closes the breach `record` for the post `closer` of `by`. Refuses who recorded how it was put
    right, where the council asks for a second person, a post that is not theirs, and one that was
    not put right. Raises `EditConflict` where somebody saved first."""
    breach = lock_active(record, version)
    refuse_if(second_persons.why_not_close(breach, by, needs_second=breach.needs_second))
    refuse_other_post(closer, breach, "closer", by=by, on=on)
    fields = checked_fields(breach, {"closed_on": closed_on, "closer": closer})
    changes = writes.update(breach, fields)
    history.record("dbs_breaches.close", about=breach, by=by, on=on, changes=changes)
    return breach


NOBODY = {"remedy_recorded_by": None, "remedy_recorded_on": None}


def _recorded(account, day):
    return {"remedy_recorded_by": account, "remedy_recorded_on": day}
