"""The workforce list: who works here and in which roles, without any certificate."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.dbs.importing.people import (
    PERSON,
    ROLE,
    standing_roles,
    two_of_one,
    why_not_role,
)
from assurance.dbs.importing.register import TWO_NAMES
from assurance.imports.declaration import Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.people.models.people import Engagement

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
            f"{'is' if left_out == 1 else 'are'} not in this list. Nobody is taken off the "
            "register by a list: end the roles of those who have left."
        )


WORKFORCE = Sheet(
    key="workforce",
    title="Workforce list",
    about="Everybody who works with children here and the roles they hold, from human resources.",
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
