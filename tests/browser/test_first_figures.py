"""Every report of the demonstration on a telephone of 320 × 640: its first figure is on the first
screen, for who is signed in as for the public, and what the head folds for it opens with its menu.
"""

import pytest

from assurance.accounts.models.accounts import User
from reports.demonstration import load
from reports.editions.models.editions import Edition
from reports.papers.addresses import paper_address
from tests.browser.reading import assert_sound

TELEPHONE = {"width": 320, "height": 640}
# The value is read only where a few pixels remain below it.
LAST = 637
FOLDED = (".app-masthead__account", ".app-find nav", ".app-find__form")
pytestmark = pytest.mark.usefixtures("built", "transactional_db", "whole_demonstration")


@pytest.fixture
def addresses(settings):
    """Those of every report that readers can open, on the demonstration's last day."""
    settings.CANDOUR_TODAY = load.LAST_DAY.isoformat()
    rows = Edition.objects.published().filter(removals=None)
    found = sorted({paper_address(one.paper) for one in rows.select_related("paper__series")})
    assert len(found) > 9
    return found


def edges(page, addresses):
    """Address → where the first value ends, in pixels, if that is below the first screen."""
    page.set_viewport_size(TELEPHONE)
    late = {}
    for address in addresses:
        page.goto(address)
        box = page.locator(".tile__value").first.bounding_box()
        if (edge := box["y"] + box["height"]) > LAST:
            late[address] = edge
    return late


@pytest.mark.long
def test_the_first_figure_of_every_report_is_on_the_first_screen(page, sign_in, addresses):
    assert edges(page, addresses) == {}
    sign_in(page, User.objects.get(email="member@eborford.example"))
    assert edges(page, addresses) == {}
    menu = page.get_by_role("button", name="Menu", exact=True)
    for shown in (False, True):
        assert [page.locator(one).is_visible() for one in FOLDED] == [shown] * len(FOLDED)
        menu.click()
    menu.click()
    page.emulate_media(color_scheme="dark")
    assert_sound(page)
