"""The demonstration, put into the database once for the tests of a file."""

import pytest
from django.db import connection, transaction

from tests.make.demonstration import put_in


@pytest.fixture(scope="module")
def demonstration_once(loaded_demonstration, django_db_blocker):
    """Its rows, in a transaction that is taken back after the last test of the file. Their
    constraints are checked here: PostgreSQL would do it anew at the end of each test."""
    with django_db_blocker.unblock(), transaction.atomic():
        put_in(loaded_demonstration)
        connection.check_constraints()
        yield loaded_demonstration.said
        transaction.set_rollback(True)


@pytest.fixture
def demonstration(demonstration_once, db):
    """What the command said that loaded it; what a test does to it is its own."""
    return demonstration_once
