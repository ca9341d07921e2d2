"""The tables of an empty database at once are those that migrations make one after another."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from assurance.records import database
from assurance.records.database import create_tables, is_empty
from tests.own_database import empty_database, with_migrations
from tests.test_migrations import assert_same_schema, national_rows, schema

pytestmark = [pytest.mark.dialect, pytest.mark.django_db]


def test_it_has_the_tables_guards_and_national_rows_of_all_migrations():
    with empty_database() as own, with_migrations():
        assert is_empty(own)
        create_tables(own)
        assert not is_empty(own)
        made, rows = schema(own), national_rows()
    assert_same_schema(made, schema(connection))
    assert rows == national_rows()
    assert all(rows.values())


def test_no_migration_is_left_to_apply():
    with empty_database() as own, with_migrations():
        create_tables(own)
        applied = MigrationRecorder(own).applied_migrations()
        assert {*applied} == {*MigrationLoader(None).disk_migrations}
        # It would end with 1.
        call_command("migrate", check_unapplied=True, verbosity=0)
        call_command("migrate", verbosity=0)
        assert MigrationRecorder(own).applied_migrations().keys() == applied.keys()


def test_who_breaks_it_off_leaves_the_database_empty(monkeypatch):
    def stop(_connection):
        raise KeyboardInterrupt

    monkeypatch.setattr(database, "place_all", stop)
    with empty_database() as own, with_migrations():
        with pytest.raises(KeyboardInterrupt):
            create_tables(own)
        assert is_empty(own)
