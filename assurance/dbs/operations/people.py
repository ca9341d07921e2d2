"""What officers do with the people of the DBS register and with the roles they hold."""

from django.db import transaction

from assurance.dbs.rules import faults
from assurance.people.models.people import Engagement, Person
from assurance.records import history, operations
from assurance.records.record import lock, why_not_withdraw
from assurance.records.refusals import refuse_if

WITHDRAWN = "This record was withdrawn and cannot be changed."


@transaction.atomic
def record_person(*, council, by, on, **fields) -> Person:
    """Adds a person with `reference`, `name` and, if wished, `work_email`; refuses a reference
    already used."""
    person = Person(council=council)
    _refuse_person(person, fields)
    changes = operations.add(person, fields, on=on)
    history.record("dbs_register.record_person", about=person, by=by, on=on, changes=changes)
    return person


@transaction.atomic
def change_person(*, record, seen, by, on, **fields) -> Person:
    """Changes the fields `said` of the person `record`, seen at version `seen`; refuses as
    `record_person` does, and somebody withdrawn. Raises `EditConflict` where somebody saved
    first."""
    person = lock(record, seen)
    refuse_if(WITHDRAWN if person.is_withdrawn else None)
    _refuse_person(person, fields)
    changes = operations.change(person, fields)
    history.record("dbs_register.change_person", about=person, by=by, on=on, changes=changes)
    return person


@transaction.atomic
def withdraw_person(*, record, seen, because, by, on) -> Person:
    """Withdraws the person `record`, who then counts nowhere; refuses somebody withdrawn already,
    or no reason."""
    person = lock(record, seen)
    refuse_if(why_not_withdraw(person, because), "because")
    changes = operations.withdraw(person, because=because, by=by, on=on)
    history.record("dbs_register.withdraw_person", about=person, by=by, on=on, changes=changes)
    return person


@transaction.atomic
def add_engagement(*, council, person, by, on, **fields) -> Engagement:
    """Adds a role that `person` holds; refuses dates out of order, and a role without a check or
    somebody set aside without the reason."""
    refuse_if(WITHDRAWN if person.is_withdrawn else None)
    engagement = Engagement(council=council, person=person)
    _refuse_engagement(engagement, fields)
    changes = operations.add(engagement, fields, on=on)
    history.record("dbs_register.add_role", about=engagement, by=by, on=on, changes=changes)
    return engagement


@transaction.atomic
def change_engagement(*, record, seen, by, on, **fields) -> Engagement:
    """Changes the fields `said` of the role `record`; refuses as `add_engagement` does, and a
    withdrawn one. Raises `EditConflict` where somebody saved first."""
    engagement = lock(record, seen)
    refuse_if(WITHDRAWN if engagement.is_withdrawn else None)
    _refuse_engagement(engagement, fields)
    changes = operations.change(engagement, fields)
    history.record("dbs_register.change_role", about=engagement, by=by, on=on, changes=changes)
    return engagement


@transaction.atomic
def withdraw_engagement(*, record, seen, because, by, on) -> Engagement:
    """Withdraws the role `record`, recorded by mistake; one that ended has its last day instead.
    Refuses one withdrawn already, or without a reason."""
    engagement = lock(record, seen)
    refuse_if(why_not_withdraw(engagement, because), "because")
    changes = operations.withdraw(engagement, because=because, by=by, on=on)
    history.record("dbs_register.withdraw_role", about=engagement, by=by, on=on, changes=changes)
    return engagement


def _refuse_person(person, value):
    reference = value.get("reference", person.reference)
    others = Person.objects.of(person.council).exclude(pk=person.pk)
    clash = others.filter(reference=reference).first()
    refuse_if(faults.why_not_refer(clash), "reference")


def _refuse_engagement(engagement, value):
    current = {name: value.get(name, getattr(engagement, name)) for name in faults.BOUND_TOGETHER}
    for field, sentence in faults.faults_of_engagement(current):
        refuse_if(sentence, field)
