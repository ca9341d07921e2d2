"""Headline figures and a subject heading, added by hand: found by words, seen as tiles, saved."""

import pytest
from playwright.sync_api import expect

from tests.browser.reading import assert_at, assert_sound
from tests.make import drafts

pytestmark = pytest.mark.long

REPORT = "/reports/assurance/january-2016"
NEW = f"{REPORT}/add/headlines/?part=body"


@pytest.fixture
def paper(prepared):
    """A draft with two figures."""
    return drafts.written(prepared, with_records=False)


def chosen(page, place, name):
    """Chooses a figure by its name, as a person does from a list."""
    page.get_by_label(f"Figure {place}", exact=True).select_option(name)


def test_figures_are_found_by_words_previewed_and_saved(page, sign_in, prepared, paper):
    sign_in(page, prepared)
    page.goto(f"{REPORT}/sections/work/")
    page.locator("#line-audits summary", has_text="More").click()
    page.locator("#line-audits").get_by_role("link", name="Headline figures").click()
    assert_sound(page)
    select = page.get_by_label("Figure 1", exact=True)
    every = select.locator("option").count()
    page.get_by_label("Search for figure 1").fill("children looked after")
    left = select.locator("option").all_inner_texts()
    assert 1 < len(left) < every
    assert all("children looked after" in one.lower() for one in left[1:])
    chosen(page, 1, "Children looked after")
    chosen(page, 2, "Children looked after")
    page.get_by_label("Date of figure 2").select_option("1 January 2015")
    page.get_by_label("Label of figure 2").fill("A year before")
    # What was chosen stays, whatever is sought.
    page.get_by_label("Search for figure 1").fill("nothing of the kind")
    assert select.input_value() == "Children looked after"
    chosen(page, 3, "Case-file audits done")
    tiles = page.locator("#preview dl.headlines")
    expect(tiles.locator("dd.headline")).to_have_text(["188", "210", "1"])
    expect(tiles.locator("dt").nth(1)).to_have_text("A year before")
    assert_sound(page)
    page.get_by_role("button", name="Save").click()
    assert_at(page, "#line-headlines")
    expect(page.locator("#line-headlines dd.headline")).to_have_text(["188", "210", "1"])
    assert_sound(page)


def test_a_subject_heading_is_added_behind_a_paragraph(page, sign_in, prepared, paper):
    sign_in(page, prepared)
    page.goto(f"{REPORT}/sections/work/")
    page.locator("#line-audits summary", has_text="More").click()
    page.locator("#line-audits").get_by_role("link", name="Subject heading").click()
    page.get_by_label("Subject heading").fill("The children")
    assert_sound(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="The children")).to_be_visible()
    assert_sound(page)


def test_without_script_figures_are_chosen_from_lists(without_script, sign_in, prepared, paper):
    page = without_script
    sign_in(page, prepared)
    page.goto(NEW)
    for place, name in enumerate(("Children looked after", "Case-file audits done"), 1):
        page.get_by_label(f"Figure {place}", exact=True).fill(name)
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Choose at least three figures")
    page.get_by_label("Figure 3", exact=True).fill("Children looked after")
    page.get_by_label("Date of figure 3").select_option("1 January 2015")
    page.get_by_role("button", name="Save").click()
    assert_at(page, "#line-headlines")
    expect(page.locator("#line-headlines dd.headline")).to_have_text(["188", "1", "210"])


def test_figures_and_points_are_moved_with_and_without_script(
    page, without_script, sign_in, prepared, paper
):
    for one in (page, without_script):
        sign_in(one, prepared)
        one.goto(NEW)
        for place, name in enumerate(("Children looked after", "Case-file audits done"), 1):
            field = one.get_by_label(f"Figure {place}", exact=True)
            if one is page:
                field.select_option(name)
            else:
                field.fill(name)
        one.get_by_role("button", name="Move up Case-file audits done").or_(
            one.get_by_role("button", name="Move up Second figure")
        ).click()
        assert one.get_by_label("Figure 1", exact=True).input_value() == "Case-file audits done"
        status = one.locator("[role=status]", has_text="is now")
        expect(status).to_have_text("Case-file audits done is now 1 of 6. Save to keep this order.")
        focused = one.evaluate("document.activeElement.textContent")
        assert focused == "Move down Case-file audits done, 1 of 6"
    assert_sound(page)
