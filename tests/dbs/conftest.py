"""Who is signed in, and on which day."""

from datetime import date

import pytest

from tests.cast import administrator, officer
from tests.dbs.reminding import somebody
from tests.make import dbs, people


@pytest.fixture
def on_the_day(settings):
    """The demonstration's own day."""
    settings.CANDOUR_TODAY = "2016-01-18"


@pytest.fixture
def signed_in(client, db, on_the_day):
    """The client of an officer."""
    client.force_login(officer())
    return client


@pytest.fixture
def keeping(client, db, on_the_day):
    """The client of an administrator."""
    client.force_login(administrator())
    return client


@pytest.fixture
def due(signed_in):
    """Two with a work e-mail address and one without, due in January 2016; one due later."""
    dbs.policy()
    people.cohort(usual=True)
    somebody("Later Holder", issued=date(2013, 2, 3))
    return [somebody("First Holder"), somebody("Second Holder"), somebody("Third Holder", "")]
