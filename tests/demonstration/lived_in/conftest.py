"""All of the demonstration, put into the database once for the tests of a file."""

import pytest
from django.db import transaction

from tests.make.demonstration import WHOLE, put_in


@pytest.fixture(scope="module")
def everything_once(load_once, django_db_blocker):
    """Its rows, in a transaction that is taken back after the last test of the file."""
    with django_db_blocker.unblock(), transaction.atomic():
        demonstration = load_once("whole", WHOLE)
        put_in(demonstration)
        yield demonstration.said
        transaction.set_rollback(True)


@pytest.fixture
def everything(everything_once, db, settings):
    """What the command printed that loaded it, on its last day."""
    settings.CANDOUR_TODAY = WHOLE["day"]
    return everything_once
