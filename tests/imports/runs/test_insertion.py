"""Rows that an import writes at once are the same as those that Django writes one by one."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from assurance.dbs.models.checks import DbsCheck
from assurance.imports.models import RowWritten
from assurance.imports.run.insertion import insert
from assurance.people.models.people import Engagement, Person
from assurance.people.models.teams import Team
from tests.cast import make_council
from tests.make import people

pytestmark = pytest.mark.django_db
ON = date(2016, 1, 18)
NAMES = ("Ann O’Neill", "100 % sure", "a 'quoted' \\ name\t", "{}", "")


def staff(council, number=3):
    """So many people who are on no register yet."""
    return [
        Person(council=council, created_on=ON, reference=f"N{place}", name=NAMES[place % 5])
        for place in range(number)
    ]


def values(row):
    """Every field of a row as the database has it, but the key."""
    fresh = type(row)._base_manager.filter(pk=row.pk).values().get()
    return {name: value for name, value in fresh.items() if name != "id"}


def test_rows_are_as_django_writes_them_each_with_its_own_key():
    council = make_council()
    people.person(reference="before")
    made = staff(council, 5)
    insert(Person, made)
    assert len({row.pk for row in made}) == 5 and not any(row._state.adding for row in made)
    roles = [
        Engagement(
            person=row,
            council=council,
            created_on=ON,
            group="employee",
            service="Child in Need",
            role="Social Worker",
            starts_on=ON,
            needs_check=place % 2 == 0,
            not_eligible_because="" if place % 2 == 0 else "No contact",
        )
        for place, row in enumerate(made)
    ]
    insert(Engagement, roles)
    for row in (*made, *roles):
        other = type(row)(**{**values(row), **_apart(row)})
        wanted = {**values(row), **_apart(row)}
        other.save()
        assert values(other) == wanted
    by_django = people.person(reference="after")
    assert by_django.pk > max(row.pk for row in made), "keys go on after those that were taken"


def _apart(row):
    return {"reference": f"{row.reference}-2"} if isinstance(row, Person) else {}


def test_what_the_database_refuses_is_refused_as_djangos_is():
    council = make_council()
    for refused in (
        [*staff(council, 1), *staff(council, 1)],
        [Person(council=council, created_on=ON, reference="N9", name=None)],
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            insert(Person, refused)
    assert not Person.objects.exists()
    person = people.person()
    numbers = [
        DbsCheck(council=council, created_on=ON, person=person, certificate_number=number)
        for number in ("500000000001", "5")
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(DbsCheck, numbers)
    assert not DbsCheck.objects.exists()


def test_what_was_written_is_noted_for_history_and_nothing_writes_nothing():
    council = make_council()
    insert(Team, [])
    with transaction.atomic():
        made = staff(council)
        insert(Person, made)
        assert connection.written[Person] >= {row.pk for row in made}
    assert not RowWritten.objects.exists() and not Team.objects.exists()
