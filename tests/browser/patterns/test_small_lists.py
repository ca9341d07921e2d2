"""A list on a telephone: cards that stay rows of a table, chips, and the way to the filter."""

import pytest

from tests.browser.reading import faults
from tests.cast import make_council

pytestmark = pytest.mark.urls("tests.specimens.urls")
TELEPHONE = {"width": 320, "height": 640}


def display(page, selector):
    """How the first element that `selector` finds is laid out."""
    return page.locator(selector).first.evaluate("e => getComputedStyle(e).display")


@pytest.mark.long
def test_a_row_is_a_card_on_a_telephone_and_stays_a_row_of_a_table(page, without_script, skin):
    make_council()
    for one in (page, without_script):
        one.set_viewport_size(TELEPHONE)
        one.goto("/list/")
        assert display(one, ".app-rows tbody tr") == "flex"
        assert one.get_by_role("table").count() == 1
        assert one.get_by_role("row").count() == 2
        assert one.get_by_role("columnheader").count() >= 2
        assert one.get_by_role("rowheader").count() + one.get_by_role("cell").count() >= 2
        assert one.is_visible("thead a >> text=Address")
        one.set_viewport_size({"width": 1000, "height": 800})
        assert display(one, ".app-rows tbody tr") == "table-row"
    assert faults(page) == []


@pytest.mark.long
def test_a_press_leads_to_the_filter_and_another_takes_a_filter_away(page, without_script, skin):
    make_council()
    for one in (page, without_script):
        one.set_viewport_size(TELEPHONE)
        one.goto("/list/?name=nowhere&sort=name")
        one.click("a:text-is('Filter this list (1 in use)')")
        assert one.is_visible("#id_name")
        one.get_by_role("link", name="Remove Name holds: nowhere").press("Enter")
        one.wait_for_url("**/list/?sort=name")
        assert one.inner_text("[role=status]") == "1 found"
        one.goto("/list/?name=nowhere")
        one.get_by_role("link", name="Clear all filters").click()
        assert one.inner_text("[role=status]") == "1 found"
