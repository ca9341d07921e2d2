"""Rows that an import writes at once are the same as those that Django writes one by one."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from assurance.dbs.models.checks import DbsCheck
from assurance.imports.models import RowWritten
from assurance.imports.run.insertion import NONE, insert_columns
from assurance.people.models.people import Engagement, Person
from assurance.people.models.teams import Team
from assurance.reviews.models.frameworks import Framework
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


def insert_values(model, rows):
    """Writes the rows, field → value of each, and gives their keys."""
    names = dict.fromkeys(name for row in rows for name in row)
    columns = {name: [row.get(name, NONE) for row in rows] for name in names}
    return insert_columns(model, columns, len(rows))


def insert(model, rows):
    """Writes the rows by their values, and gives each its key."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    told = [{field.name: getattr(row, field.attname) for field in fields} for row in rows]
    for row, key in zip(rows, insert_values(model, told), strict=True):
        row.pk = key


def values(row):
    """Every field of a row as the database has it, but the key."""
    fresh = type(row)._base_manager.filter(pk=row.pk).values().get()
    return {name: value for name, value in fresh.items() if name != "id"}


def test_rows_are_as_django_writes_them_each_with_its_own_key():
    council = make_council()
    people.person(reference="before")
    made = staff(council, 5)
    insert(Person, made)
    assert len({row.pk for row in made}) == 5
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
        keys = {row.pk for row in made}
        noted = connection.written[Person]
        assert {*noted} >= keys
        # A row that was added and then changed is one.
        noted.update(keys)
        assert len(noted) == len({*noted})
    assert not RowWritten.objects.exists() and not Team.objects.exists()


def test_values_that_cannot_be_kept_by_their_own_value_are_written_each():
    areas = [[], [{"slug": "a", "title": "É ’ \\ %s"}], [{"slug": "b", "title": ""}], [1, True]]
    made = [
        Framework(
            council=make_council(),
            slug=f"own-{place}",
            title=f"Own {place}",
            kind="local",
            areas=value,
            grades=["Secure"],
            from_date=date(2016, 2, 29),
        )
        for place, value in enumerate(areas)
    ]
    insert(Framework, made)
    rows = Framework.objects.filter(pk__in=[row.pk for row in made]).order_by("pk")
    assert [row.areas for row in rows] == areas
    assert [type(value) for value in rows[3].areas] == [int, bool]
    assert {(row.from_date, row.to_date) for row in rows} == {(date(2016, 2, 29), None)}


def test_a_number_and_a_yes_that_are_equal_are_each_written_as_themselves():
    council = make_council()
    [person] = staff(council, 1)
    insert(Person, [person])
    usual = {"person": person, "council": council, "created_on": ON, "starts_on": ON}
    role = {"group": "employee", "service": "Child in Need", "role": "Social Worker"}
    made = [Engagement(**usual, **role, needs_check=True) for _ in range(3)]
    made[1].needs_check, made[1].not_eligible_because = False, "0"
    made[2].starts_on = date.max
    insert(Engagement, made)
    rows = Engagement.objects.order_by("pk")
    assert [row.needs_check for row in rows] == [True, False, True]
    assert [row.starts_on for row in rows] == [ON, ON, date.max]


def test_a_key_is_not_taken_again_when_its_row_is_gone():
    council = make_council()
    first = staff(council, 3)
    insert(Person, first)
    Person.objects.filter(pk__in=[row.pk for row in first]).delete()
    second = staff(council, 2)
    insert(Person, second)
    assert min(row.pk for row in second) > max(row.pk for row in first)
    assert sorted(row.pk for row in second) == [row.pk for row in second]


def test_rows_that_were_refused_leave_the_next_ones_their_place():
    council = make_council()
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(Person, [*staff(council, 1), *staff(council, 1)])
    made = staff(council, 2)
    insert(Person, made)
    assert {row.pk for row in made} == set(Person.objects.values_list("pk", flat=True))


def test_a_field_that_nobody_speaks_of_is_left_as_it_is_made():
    council = make_council()
    told = {"council": council, "slug": "own", "title": "Own", "kind": "local"}
    told["from_date"] = ON
    keys = insert_values(Framework, [told, {**told, "slug": "other", "areas": ["a"]}])
    made = [Framework.objects.get(pk=key) for key in keys]
    usual = Framework(council=council)
    assert [row.areas for row in made] == [usual.areas, ["a"]]
    assert [row.grades for row in made] == [usual.grades] * 2
