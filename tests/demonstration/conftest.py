"""The demonstration, put into the database once for the tests of a file."""

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from tests.make import demonstration as rows


@pytest.fixture(scope="module")
def demonstration_once(loaded_demonstration, django_db_blocker):
    """Its rows, in a transaction that is taken back after the last test of the file."""
    with django_db_blocker.unblock(), transaction.atomic():
        with connection.cursor() as cursor:
            tables = loaded_demonstration.tables
            for table in sorted(tables, key=lambda table: table not in rows.FIRST):
                rows._insert(cursor, table, *tables[table])
            for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
                cursor.execute(statement)
        yield loaded_demonstration.said
        transaction.set_rollback(True)


@pytest.fixture
def demonstration(demonstration_once, db):
    """What the command said that loaded it; what a test does to it is its own."""
    return demonstration_once
