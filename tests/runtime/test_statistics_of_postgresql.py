"""What an import wrote many rows of is counted at once by PostgreSQL, and what got few is not."""

import pytest
from django.db import connection

from assurance.people.models.people import Person
from assurance.people.models.teams import Team
from assurance.runtime.databases import statistics
from tests import cast

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.dialect,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite counts every table"),
]


def rows_of(model):
    """How many rows PostgreSQL plans for in a model's table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [model._meta.db_table]
        )
        return cursor.fetchone()[0]


def test_a_table_of_many_new_rows_is_counted_and_one_of_few_is_not():
    council, before = cast.make_council(), rows_of(Team)
    own = {"council": council, "created_on": "2016-01-18"}
    number = statistics.MANY + 1
    Person.objects.bulk_create(
        Person(reference=f"P{place}", name=f"Post holder {place}", **own) for place in range(number)
    )
    Team.objects.bulk_create([Team(name="North", council=council, from_date="2016-01-01")])
    statistics.count_again()
    assert (rows_of(Person), rows_of(Team)) == (number, before)
