"""A clerk's browser, and the paper that the clerk writes."""

import pytest

from tests import cast
from tests.make import drafts


@pytest.fixture
def clerk(db):
    """A clerk of the usual council."""
    return cast.clerk()


@pytest.fixture
def paper(clerk):
    """A paper that nothing stops, being written by the clerk."""
    return drafts.written(clerk)


@pytest.fixture
def browser(client, clerk):
    """The clerk's browser, signed in."""
    client.force_login(clerk)
    return client
