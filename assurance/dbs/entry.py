"""Somebody new in one go: the person, a role, and a certificate or an application, each recorded
by its own operation with its own history. All are kept, or none."""

from collections.abc import Mapping

from django.db import transaction

from assurance.dbs.models.checks import DbsApplication, DbsCheck
from assurance.people.models.people import Engagement, Person
from assurance.records import operations


@transaction.atomic
def add_person(
    *,
    role: Mapping | None = None,
    certificate: Mapping | None = None,
    application: Mapping | None = None,
    council,
    by,
    on,
    **fields,
) -> Person:
    """Adds a person with `fields` and each part that is known, a mapping of its own fields;
    refuses what the operation of each part refuses."""
    who = {"council": council, "by": by, "on": on}
    person = operations.create(model=Person, **who, **fields)
    parts = ((Engagement, role), (DbsCheck, certificate), (DbsApplication, application))
    for model, values in parts:
        if values:
            operations.create(model=model, person=person, **who, **values)
    return person
