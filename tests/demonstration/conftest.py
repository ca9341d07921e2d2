"""The demonstration, put into the database once for the tests of a file."""

import pytest
from django.db import transaction

from tests.make.demonstration import put_in


@pytest.fixture(scope="module")
def demonstration_once(loaded_demonstration, django_db_blocker):
    """Its rows, in a transaction that is taken back after the last test of the file."""
    with django_db_blocker.unblock(), transaction.atomic():
        put_in(loaded_demonstration)
        yield loaded_demonstration.said
        transaction.set_rollback(True)


@pytest.fixture
def demonstration(demonstration_once, db):
    """What the command said that loaded it; what a test does to it is its own."""
    return demonstration_once
