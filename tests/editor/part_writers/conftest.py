"""Who keeps report templates and writes reports in these tests."""

import pytest

from tests import cast
from tests.editor.report_templates.template_pages import started
from tests.make import drafts
from tests.page_requests import browser_of


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day of the reports: four weeks before their meeting, so that texts are not due yet."""
    settings.CANDOUR_TODAY = "2015-12-01"


@pytest.fixture
def clerk(db):
    """Who keeps the templates and writes the reports."""
    return cast.clerk()


@pytest.fixture
def browser(clerk):
    """A browser in which the clerk is signed in."""
    return browser_of(clerk)


@pytest.fixture
def template(browser, clerk):
    """A template that was started from an example."""
    return started(browser, clerk.council)


@pytest.fixture
def manager(clerk):
    """An account that may only sign in."""
    return cast.make_user("officer", name="Adoption Manager")


@pytest.fixture
def written(clerk):
    """A report that is being written."""
    return drafts.written(clerk)
