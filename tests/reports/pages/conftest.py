"""A clerk's browser, and the paper that the clerk writes."""

import pytest

from tests import cast
from tests.reports import writing


@pytest.fixture
def clerk(db):
    """A clerk of the usual council."""
    return cast.clerk()


@pytest.fixture
def paper(clerk):
    """A paper that nothing stops, being written by the clerk."""
    return writing.written(clerk)


@pytest.fixture
def browser(client, clerk):
    """The clerk's browser, signed in."""
    client.force_login(clerk)
    return client
