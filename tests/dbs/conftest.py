"""Who is signed in, and on which day."""

import pytest

from tests.cast import officer


@pytest.fixture
def on_the_day(settings):
    """The demonstration's own day."""
    settings.CANDOUR_TODAY = "2016-01-18"


@pytest.fixture
def signed_in(client, db, on_the_day):
    """The client of an officer."""
    client.force_login(officer())
    return client
