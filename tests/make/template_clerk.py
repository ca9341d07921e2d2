"""A clerk who keeps templates and writes reports, for a conftest to import."""

from datetime import date

import pytest

from tests import cast
from tests.make import drafts
from tests.page_requests import browser_of

# The details of a report that follows another.
NEXT = {
    "title": "Next",
    "slug": "next",
    "period_start": date(2016, 1, 1),
    "period_end": date(2016, 6, 30),
}


@pytest.fixture
def clerk(db):
    """Who keeps the templates and writes the reports."""
    return cast.clerk()


@pytest.fixture
def browser(clerk):
    """A browser in which the clerk is signed in."""
    return browser_of(clerk)


@pytest.fixture
def written(clerk):
    """A report that is being written."""
    return drafts.written(clerk)
