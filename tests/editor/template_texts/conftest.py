"""A clerk who keeps templates, and a template with standing texts."""

import pytest

from tests import cast
from tests.editor.report_templates.template_pages import started
from tests.page_requests import browser_of


@pytest.fixture
def clerk(db):
    """Who keeps the templates."""
    return cast.clerk()


@pytest.fixture
def browser(clerk):
    """A browser in which the clerk is signed in."""
    return browser_of(clerk)


@pytest.fixture
def template(browser, clerk):
    """A template with sections, tables and sentences."""
    return started(browser, clerk.council, "york-2017", "Ours")
