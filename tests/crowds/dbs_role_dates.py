"""Roles that begin, are away from and end on, before and after every edge, with a certificate and a
risk assessment on, before and after the start."""

from datetime import timedelta
from itertools import product

from assurance.dbs.models.checks import DbsCheck
from assurance.people.models.people import Engagement, Person
from tests.crowds.days import EDGES, LONG_AGO, ONE, around

GROUPS = ("employee", "agency", "foster_carer")
AROUND = tuple(day for edge in EDGES for day in around(edge))
# Days from the start to the certificate; None for one without a date, no entry for none at all.
CERTIFICATES = ((), (-ONE,), (0 * ONE,), (ONE,), (None,), (ONE, -ONE))
ASSESSED = (None, 0 * ONE, ONE)
OLD = timedelta(3 * 365)


def build(council, by, every):
    """One in `every` of the product."""
    rows = [*_starts(), *_absences(), *_ends()][::every]
    people = Person.objects.bulk_create(
        Person(council=council, reference=f"SECRET-R{n}", name="Confidential", created_on=LONG_AGO)
        for n in range(len(rows))
    )
    known = {"council": council, "created_on": LONG_AGO}
    Engagement.objects.bulk_create(
        Engagement(
            **{"group": GROUPS[n % 3], "service": "Child in Need", "role": "Social Worker"},
            **{"level": "enhanced", "person": person, **known, **role},
        )
        for n, (person, (role, _issued)) in enumerate(zip(people, rows, strict=True))
    )
    DbsCheck.objects.bulk_create(
        DbsCheck(person=person, issued_on=day, **known)
        for person, (_role, issued) in zip(people, rows, strict=True)
        for day in issued
    )


def _starts():
    for day, (offsets, assessed) in product(AROUND, product(CERTIFICATES, ASSESSED)):
        role = {"starts_on": day, "risk_assessed_on": None if assessed is None else day + assessed}
        yield role, [None if offset is None else day + offset for offset in offsets]


def _absences():
    for day in AROUND:
        away = {"starts_on": LONG_AGO, "absent_because": "parental"}
        yield {**away, "absent_from": day}, [LONG_AGO]
        yield {**away, "absent_from": LONG_AGO, "absent_until": day}, [LONG_AGO]


def _ends():
    # Issued so that the re-check falls on the last day, before and after it, or never.
    for day, offset in product(AROUND, (None, -ONE, 0 * ONE, ONE)):
        issued = [] if offset is None else [day.replace(day=min(day.day, 28)) - OLD + offset]
        yield {"starts_on": LONG_AGO, "ends_on": day}, issued
