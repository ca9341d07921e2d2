"""Whole people of the register, for the rules that work a status out person by person."""

from collections import defaultdict

from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.rules.statuses import PersonRecords
from assurance.people.models.people import Engagement


def whole_people(council, groups):
    """A list of (person, engagements in `groups`, `PersonRecords`) of everybody of `council` with a
    standing engagement there."""
    engagements = _roles(groups).of(council).filter(person__withdrawn_on__isnull=True)
    whose = engagements.order_by().values("person")
    checks, applications, lookups = (
        _by_person(model.objects.of(council), whose)
        for model in (DbsCheck, DbsApplication, UpdateLookup)
    )
    roles = defaultdict(list)
    for engagement in engagements.select_related("person").order_by("person", "pk"):
        roles[engagement.person_id].append(engagement)
    return [
        (some[0].person, some, PersonRecords(checks[key], applications[key], lookups[key]))
        for key, some in roles.items()
    ]


def _roles(groups):
    roles = Engagement.objects.active()
    return roles if groups is None else roles.filter(group__in=groups)


def _by_person(rows, whose):
    index = defaultdict(list)
    for row in rows.active().filter(person__in=whose).order_by("pk"):
        index[row.person_id].append(row)
    return index
