"""The DBS register as a file: a row for each person, role and latest certificate."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.dbs.importing import columns
from assurance.dbs.importing.certificates import (
    certificate_of,
    has_certificate,
    why_not_certificate,
)
from assurance.dbs.importing.people import (
    FURTHER,
    ROLE_FIELDS,
    has_role,
    person_of,
    role_of,
    standing_of,
    two_of_one,
    why_not_person,
    why_not_role,
)
from assurance.imports.declaration import Fault, Reading, Sheet, TargetRow, Values
from assurance.people.models.people import Person

OF_A_ROLE = (*ROLE_FIELDS, *FURTHER)
TWO_NAMES = "This reference stands in the file with two different names: mend the one that is wrong"
TWO_PEOPLE = "This certificate number stands in the file for two people: mend the one that is wrong"


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: the rules of a person, a role and a certificate typed by hand."""
    yield from why_not_person(values, reading)
    yield from why_not_role(values, reading)
    yield from why_not_certificate(values, reading)


def resolve_row(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """The person, and where the row tells of them the role and the certificate."""
    person = person_of(values)
    yield person
    if has_role(values):
        yield role_of(values, person)
    if has_certificate(values):
        yield certificate_of(values, person, reading)


def across(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[tuple[int, Fault]]:
    """A reference with two names, and a certificate number that two people have."""
    return chain(
        two_of_one(rows, "reference", "name", TWO_NAMES),
        two_of_one(rows, "certificate_number", "reference", TWO_PEOPLE),
    )


def warnings(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[str]:
    """How many people have no role in the file or on the register, and so count nowhere."""
    current = {reference for reference, *_ in reading.held.roles}
    names = {values["reference"] for _, values in rows if has_role(values)}
    alone = {values["reference"] for _, values in rows} - names - current
    if alone:
        yield (
            f"{len(alone):,} {'person has' if len(alone) == 1 else 'people have'} no role here or "
            "on the register: without a role nobody is counted in a DBS audit."
        )


def export_rows(council: Council) -> Iterator[Values]:
    """A row for each role that stands, with the person's latest certificate; somebody without a
    role has one row."""
    for person, values in _people(council, "checks"):
        values = values | _latest(
            [check for check in person.checks.all() if not check.is_withdrawn]
        )
        yield from _rows_of_roles(person, values) or [values]


def standing_roles(council: Council) -> Iterator[Values]:
    """A row for each role that stands, of people who stand, without any certificate."""
    for person, values in _people(council):
        yield from _rows_of_roles(person, values)


def _people(council, *besides):
    people = Person.objects.of(council).active().order_by("reference")
    for person in people.prefetch_related("engagements", *besides).iterator(chunk_size=500):
        yield person, {name: getattr(person, name) for name in ("reference", "name", "work_email")}


def _rows_of_roles(person, values):
    roles = [engagement for engagement in person.engagements.all() if not engagement.is_withdrawn]
    return [
        {**values, **{name: getattr(role, name) for name in OF_A_ROLE}}
        for role in sorted(roles, key=lambda item: item.pk)
    ]


def _latest(checks):
    if not checks:
        return {}
    check = max(checks, key=lambda item: (item.issued_on or date.min, item.pk))
    return {
        "certificate_number": check.certificate_number,
        "issued_on": check.issued_on,
        "certificate_level": check.level,
        "certificate_workforce": check.workforce,
        "seen_on": check.seen_on,
    }


DBS_REGISTER = Sheet(
    key="dbs-register",
    title="DBS register",
    about="People who need a DBS check, with their roles and latest certificates, as human "
    "resources keeps them. A row without a certificate is somebody without a check.",
    permission=Permission.RECORD_DBS,
    columns=(
        *(columns.REFERENCE, columns.NAME, columns.WORK_EMAIL),
        *(*columns.ROLE, *columns.NEEDS, *columns.CERTIFICATE),
    ),
    wanted=resolve_row,
    faults=faults,
    prepare=standing_of,
    across=across,
    warnings=warnings,
    standing=export_rows,
)
