"""Who keeps report templates in these tests, and their browser."""

import pytest

from tests import cast
from tests.page_requests import browser_of


@pytest.fixture
def keeper(db):
    """An administrator."""
    return cast.administrator()


@pytest.fixture
def council(keeper):
    """The council of the administrator."""
    return keeper.council


@pytest.fixture
def browser(keeper):
    """A browser in which the administrator is signed in."""
    return browser_of(keeper)
