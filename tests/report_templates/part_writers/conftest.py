"""Who keeps report templates and writes reports in these tests."""

import pytest

from tests import cast
from tests.make.template_clerk import browser, clerk, written  # noqa: F401
from tests.report_templates.template_pages import started


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day of the reports: four weeks before their meeting, so that texts are not due yet."""
    settings.CANDOUR_TODAY = "2015-12-01"


@pytest.fixture
def template(browser, clerk):  # noqa: F811
    """A template that was started from an example."""
    return started(browser, clerk.council)


@pytest.fixture
def manager(clerk):  # noqa: F811
    """An account that may only sign in."""
    return cast.make_user("officer", name="Adoption Manager")
