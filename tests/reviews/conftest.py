"""Who is signed in."""

import pytest

from tests.cast import officer


@pytest.fixture
def signed_in(client):
    """The client of an officer."""
    client.force_login(officer())
    return client
