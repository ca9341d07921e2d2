"""What officers do with applications for checks beside adding and changing them."""

from django.db import transaction

from assurance.dbs.models.checks import DbsApplication, DbsCheck
from assurance.dbs.rules import bulk, faults
from assurance.people.models.people import Engagement, Person
from assurance.records import history, operations, writes
from assurance.records.record import EditConflict, lock_active
from assurance.records.refusals import refuse_if


@transaction.atomic
def close_application(*, record, version, closed_on, outcome, by, on) -> DbsApplication:
    """Closes the application `record` with what came of it (``certificate`` or ``stopped``);
    refuses one withdrawn or closed already, a day before it was submitted, no outcome."""
    application = lock_active(record, version)
    refuse_if("This application was closed already." if application.closed_on else None)
    fields = {"closed_on": closed_on, "outcome": outcome}
    for field, sentence in faults.faults_of_application(application.submitted_on, **fields):
        refuse_if(sentence, field)
    changes = writes.update(application, fields)
    history.record("dbs_register.close", about=application, by=by, on=on, changes=changes)
    return application


@transaction.atomic
def record_certificate(*, answers: DbsApplication | None = None, by, on, **fields) -> DbsCheck:
    """Adds a certificate with `fields`, and closes the application that it `answers` on the date on
    which it was seen, or else issued; refuses what adding and closing refuse."""
    certificate = operations.create(model=DbsCheck, by=by, on=on, **fields)
    if answers:
        closed_on = certificate.seen_on or certificate.issued_on
        close_application(
            **{"record": answers, "version": answers.version, "by": by, "on": on},
            **{"closed_on": closed_on, "outcome": "certificate"},
        )
    return certificate


WITHDRAWN = "was withdrawn and cannot be changed"


@transaction.atomic
def change_roles(*, rows, by, on, **fields) -> list[Person]:
    """Sets `ends_on`, `service` or both on the roles, open on the day `on`, of the people in
    `rows`, pairs of a person and the version seen (`rules.version_of`); one row of history for each
    role. All are changed or none: refuses, naming the person by reference, a withdrawn one, one
    without an open role, and days out of order. Raises `EditConflict` where somebody saved a person
    or a role first."""
    people = {record.pk: version for record, version in rows}
    result = _locked(people)
    for person, roles in result:
        if bulk.version_of(person, roles) != people[person.pk]:
            raise EditConflict(person)
        refuse_if(f"{person.reference} {WITHDRAWN}" if person.is_withdrawn else None)
        for sentence in bulk.faults_of(roles, fields, on):
            refuse_if(f"{person.reference}: {sentence}")
    for role in (role for _, roles in result for role in bulk.open_roles(roles, on)):
        if values := bulk.values_for(role, fields):
            changes = writes.update(role, values)
            what = "dbs_register.change_role"
            history.record(what, about=role, by=by, on=on, changes=changes)
    return [person for person, _ in result]


def _locked(keys):
    """A list of (person, all its roles), held until the transaction ends, in the order of keys."""
    people = Person.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
    roles = Engagement.objects.select_for_update(of=("self",)).filter(person__in=keys)
    by_person = {}
    for role in roles.order_by("pk"):
        by_person.setdefault(role.person_id, []).append(role)
    return [(person, by_person.get(person.pk, [])) for person in people]
