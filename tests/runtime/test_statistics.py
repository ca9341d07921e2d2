"""How full the tables are is known to SQLite after an import and each night, so that a position of
many people is asked by its indexes."""

import pytest
from django.db import connection

from assurance.imports import operations
from reports.service import daily_commands
from tests import cast
from tests.make import imports, people
from tests.make.imports import ON, checked, row, table

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL counts by itself"),
]


@pytest.fixture(autouse=True)
def nothing_counted():
    """Nothing is known of any table."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("DELETE FROM sqlite_stat1")


def rows_of(table):
    """How many rows SQLite thinks a table to have: nought where it was never counted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = %s", [table])
        return max((int(stat.split()[0]) for (stat,) in cursor.fetchall()), default=0)


def test_an_import_counts_what_the_database_plans_by():
    by = cast.officer()
    run = checked(table(row(1), row(2)), by=by)
    assert rows_of("audits_caseaudit") == 0
    operations.import_files(run=run, kinds=imports.KINDS, by=by, on=ON)
    assert rows_of("audits_caseaudit") == 2


def test_the_night_counts_what_was_written_by_hand():
    for number in range(20):
        people.person(name=f"Member {number}")
    assert rows_of("people_person") == 0
    daily_commands.count_rows.enqueue()
    assert rows_of("people_person") == 20
