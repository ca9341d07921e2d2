"""What officers do with breaches of the re-check policy."""

from django.db import transaction

from assurance.dbs.models.breaches import Breach
from assurance.dbs.rules import breaches as rules
from assurance.records import history, operations
from assurance.records.record import lock, why_not_withdraw
from assurance.records.refusals import refuse_if

WITHDRAWN = "This record was withdrawn and cannot be changed."
BOUND_TOGETHER = (
    *("person", "people", "found_on", "told_meeting", "told_on", "remedy", "remedied_on"),
    *("closed_on", "closed_by_role"),
)


@transaction.atomic
def record_breach(*, council, person=None, by, on, **fields) -> Breach:
    """Records a breach by `person`, or by `people` of a `group`, with the `policy`, `found_on` and
    `cause`, and what came of it as far as it is known. Refuses days out of order, a meeting without
    its day, and one that is closed before it was put right."""
    refuse_if(WITHDRAWN if person and person.is_withdrawn else None)
    breach = Breach(council=council, person=person)
    _refuse(breach, fields)
    changes = operations.add(breach, fields, on=on)
    history.record("dbs_breaches.record", about=breach, by=by, on=on, changes=changes)
    return breach


@transaction.atomic
def change_breach(*, record, seen, by, on, **fields) -> Breach:
    """Changes the fields `said` of the breach `record`, closes it or opens it again; refuses as
    `record_breach` does, and a withdrawn one. Raises `EditConflict` where somebody saved first."""
    breach = lock(record, seen)
    refuse_if(WITHDRAWN if breach.is_withdrawn else None)
    _refuse(breach, fields)
    changes = operations.change(breach, fields)
    history.record("dbs_breaches.change", about=breach, by=by, on=on, changes=changes)
    return breach


@transaction.atomic
def withdraw_breach(*, record, seen, because, by, on) -> Breach:
    """Withdraws the breach `record`, recorded by mistake; refuses one withdrawn already, or without
    a reason."""
    breach = lock(record, seen)
    refuse_if(why_not_withdraw(breach, because), "because")
    changes = operations.withdraw(breach, because=because, by=by, on=on)
    history.record("dbs_breaches.withdraw", about=breach, by=by, on=on, changes=changes)
    return breach


def _refuse(breach, value):
    current = {name: value.get(name, getattr(breach, name)) for name in BOUND_TOGETHER}
    for field, sentence in rules.faults_of_breach(current):
        refuse_if(sentence, field)
