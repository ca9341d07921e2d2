"""The workforce list: who works here and in which roles, without any certificate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.dbs.importing import columns
from assurance.dbs.importing.people import (
    RegisterIndex,
    person_of,
    role_of,
    standing_of,
    two_of_one,
    why_not_person,
    why_not_role,
)
from assurance.dbs.importing.register import TWO_NAMES, standing_roles
from assurance.imports.declaration import Column, Fault, Reading, Sheet, TargetRow, Values
from assurance.people.models.people import Engagement


@dataclass(frozen=True)
class PostHolderIndex(RegisterIndex):
    """What the register holds, and the references of everybody whose role has not ended."""

    in_post: set[str] = field(default_factory=set)


def prepare(council: Council, rows: Sequence[Values]) -> PostHolderIndex:
    """What the register holds of everybody in `rows`, and who else holds a role."""
    roles = Engagement.objects.of(council).active()
    in_post = roles.filter(person__withdrawn_on__isnull=True, ends_on__isnull=True)
    references = set(in_post.values_list("person__reference", flat=True))
    return PostHolderIndex(**vars(standing_of(council, rows)), in_post=references)


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: the rules of a person and of a role typed by hand."""
    yield from why_not_person(values, reading)
    yield from why_not_role(values, reading)


def resolve_row(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """The person and the role."""
    person = person_of(values)
    return iter((person, role_of(values, person)))


def across(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[tuple[int, Fault]]:
    """A reference with two names."""
    return two_of_one(rows, "reference", "name", TWO_NAMES)


def warnings(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[str]:
    """How many the register has in post who are not in the list; nobody is taken off it."""
    left_out = len(reading.held.in_post - {values["reference"] for _, values in rows})
    if left_out:
        people = "person has" if left_out == 1 else "people have"
        yield (
            f"{left_out:,} {people} a role on the register that has not ended and "
            f"{'is' if left_out == 1 else 'are'} not in this list. Nobody is taken off the "
            "register by a list: end the roles of those who have left."
        )


def _of_a_role(column: Column) -> Column:
    always = column.name != "ends_on"
    return replace(column, required=always, filled=always)


WORKFORCE = Sheet(
    key="workforce",
    title="Workforce list",
    about="Everybody who works with children here and the roles they hold, from human resources.",
    permission=Permission.RECORD_DBS,
    columns=(
        *(columns.REFERENCE, columns.NAME, columns.WORK_EMAIL),
        *map(_of_a_role, columns.ROLE),
        *columns.NEEDS,
    ),
    wanted=resolve_row,
    faults=faults,
    prepare=prepare,
    across=across,
    warnings=warnings,
    standing=standing_roles,
)
