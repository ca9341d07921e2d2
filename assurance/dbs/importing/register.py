"""The DBS register as a file: a row for each person, role and latest certificate."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.dbs.importing.certificates import (
    CERTIFICATE,
    checks_by_number,
    why_not_certificate,
)
from assurance.dbs.importing.people import (
    PERSON,
    ROLE,
    standing_roles,
    two_of_one,
    why_not_role,
)
from assurance.imports.declaration import Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading, in_portions
from assurance.people.models.people import Engagement
from assurance.runtime.typography import with_capital
from assurance.tables.phrases import numbers

TWO_NAMES = "This reference is in the file with two different names: correct the wrong one"
TWO_PEOPLE = "This certificate number is in the file for two people: correct the wrong one"


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: the rules of a role and a certificate typed by hand."""
    yield from why_not_role(values)
    yield from why_not_certificate(values, reading)


def across(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[tuple[int, Fault]]:
    """A reference with two names, and a certificate number that two people have."""
    return chain(
        two_of_one(rows, "reference", "name", TWO_NAMES),
        two_of_one(rows, "certificate_number", "reference", TWO_PEOPLE),
    )


def warnings(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[str]:
    """The rows of people without a role in the file or on the register, who count nowhere."""
    alone = {values["reference"] for _, values in rows}
    alone -= {values["reference"] for _, values in rows if values.get("role")}
    roles = Engagement.objects.of(reading.council).active()
    for some in in_portions(alone):
        known = roles.filter(person__reference__in=some)
        alone.difference_update(known.values_list("person__reference", flat=True))
    if alone:
        place = numbers([number for number, values in rows if values["reference"] in alone])
        yield (
            f"{with_capital(place)}: {len(alone):,} "
            f"{'person has' if len(alone) == 1 else 'people have'} no role "
            "here or on the register: without a role no one is counted in a DBS audit."
        )


def export_rows(council: Council) -> Iterator[tuple]:
    """Each standing role with the person's latest certificate; somebody without a role alone."""
    for person, roles in standing_roles(council, "checks"):
        checks = [check for check in person.checks.all() if not check.is_withdrawn]
        latest = max(checks, key=lambda item: (item.issued_on or date.min, item.pk), default=None)
        for role in roles or [None]:
            yield person, role, latest


DBS_REGISTER = Sheet(
    key="dbs-register",
    title="DBS register",
    about="People who need a DBS check, with their roles and latest certificates, as human "
    "resources keeps them. A row without a certificate is a person without a check.",
    permission=Permission.RECORD_DBS,
    records=(PERSON, ROLE, CERTIFICATE),
    faults=faults,
    prepare=checks_by_number,
    across=across,
    warnings=warnings,
    standing=export_rows,
)


ALWAYS = ("group", "service", "role", "starts_on")


def references_in_post(council: Council, rows: Sequence[Values]) -> set[str]:
    """The references of everybody whose role has not ended."""
    roles = Engagement.objects.of(council).active()
    in_post = roles.filter(person__withdrawn_on__isnull=True, ends_on__isnull=True)
    return set(in_post.values_list("person__reference", flat=True))


def warnings(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[str]:
    """How many the register has in post who are not in the list; nobody is taken off it."""
    left_out = len(reading.held - {values["reference"] for _, values in rows})
    if left_out:
        people = "person has" if left_out == 1 else "people have"
        yield (
            f"{left_out:,} {people} a role on the register that has not ended and "
            f"{'is' if left_out == 1 else 'are'} not in this list. A list takes no one off "
            "the register: end the roles of those who have left."
        )


WORKFORCE = Sheet(
    key="workforce",
    title="Workforce list",
    about="Everyone who works with children here and their roles, from human resources.",
    permission=Permission.RECORD_DBS,
    records=(
        PERSON,
        replace(
            ROLE,
            columns=tuple(
                replace(column, required=column.name in ALWAYS, filled=column.name in ALWAYS)
                for column in ROLE.columns
            ),
        ),
    ),
    faults=lambda values, reading: why_not_role(values),
    prepare=references_in_post,
    across=lambda rows, reading: two_of_one(rows, "reference", "name", TWO_NAMES),
    warnings=warnings,
    standing=lambda council: (
        (person, role) for person, roles in standing_roles(council) for role in roles
    ),
)
