"""A clerk who keeps templates, and a template with standing texts."""

import pytest

from tests.make.template_clerk import browser, clerk  # noqa: F401
from tests.report_templates.template_pages import started


@pytest.fixture
def template(browser, clerk):  # noqa: F811
    """A template with sections, tables and sentences."""
    return started(browser, clerk.council, "york-2017", "Ours")
