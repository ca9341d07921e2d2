"""Every pattern in a real browser, in both looks, at both widths."""

from itertools import pairwise

import pytest

from tests.browser.reading import faults, headings, small_targets
from tests.cast import make_council

pytestmark = pytest.mark.urls("tests.specimens.urls")
PAGES = [
    *("/parts/", "/form/", "/list/", "/editor/", "/sign-in/login/", "/accessibility/", "/privacy/"),
]
REFUSED = ["/conflict/", "/locked-out/", "/missing/", "/forbidden/"]


@pytest.fixture
def councils(db):
    for number in range(60):
        make_council(f"council-{number}")


@pytest.mark.long
def test_no_pattern_has_a_fault_in_either_look(page, skin, councils):
    for address in PAGES:
        page.goto(address)
        assert page.evaluate("document.body.className").split()[1] == f"app-{skin}"
        assert_headings_are_in_order(page)
        assert faults(page) == [], address
        assert small_targets(page) == [], address
    for address in REFUSED:
        page.goto(address)
        assert_headings_are_in_order(page)
        assert [one for one in faults(page) if "Failed to load resource" not in one] == [], address
        page.complaints.clear()


def assert_headings_are_in_order(page):
    """One h1, and no level skipped after it."""
    levels = headings(page)
    assert levels.count(1) == 1
    body = levels[levels.index(1) :]
    assert all(after - before <= 1 for before, after in pairwise(body))
