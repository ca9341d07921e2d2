"""A long list of boxes to tick is searched by the words of their labels."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from reports.oversight.models import Scorecard
from tests import cast
from tests.browser.reading import faults
from tests.make import matters

TITLES = ("Visits in time", "Reviews in time", "Plans rated good")


@pytest.mark.long
def test_a_choice_among_many_is_found_by_its_words(page, sign_in):
    user = cast.officer()
    council = user.council
    board = matters.forum(council=council)
    for title in (*TITLES, *(f"Places in home {number}" for number in range(12))):
        matters.measure(council=council, title=title)
    sign_in(page, user)
    page.goto(reverse("oversight:scorecard-add"))
    assert faults(page) == []

    page.get_by_label("Plans rated good").check()
    search = page.get_by_label("Search these 15")
    search.fill("TIME")
    expect(page.get_by_text("2 found, 1 selected")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(3)
    page.get_by_label("Visits in time").check()
    search.press("Enter")
    expect(page.get_by_text("2 found, 2 selected")).to_be_visible()

    page.get_by_label("Title").fill("Board")
    page.get_by_label("Board", exact=True).last.select_option(str(board.pk))
    page.get_by_role("button", name="Save", exact=True).click()
    chosen = Scorecard.objects.get().measures.values_list("title", flat=True)
    assert {*chosen} == {"Visits in time", "Plans rated good"}
