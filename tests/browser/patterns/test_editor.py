"""Putting figures into a paragraph."""

import pytest

from tests.browser.reading import faults

pytestmark = pytest.mark.urls("tests.specimens.urls")
TEXT = "#id_text"
SEARCH = "#figures-filter"
INSERT = "button[data-insert]"


def shown(page):
    return page.locator("[data-figure]:visible").count()


def select(page, first, last):
    page.evaluate(f"document.querySelector('{TEXT}').setSelectionRange({first}, {last})")


@pytest.mark.long
def test_a_figure_is_found_and_put_in_by_mouse_and_by_keyboard(page):
    page.goto("/editor/")
    page.wait_for_selector(SEARCH)
    a_figure_goes_in_at_the_caret_and_the_caret_stays_behind_it(page)
    a_figure_replaces_what_is_selected(page)
    the_search_finds_every_word_and_says_how_many(page)
    page.fill(TEXT, "")
    page.focus(SEARCH)
    page.keyboard.type("past")
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    assert page.input_value(TEXT) == "[[dbs.overdue]]"
    the_preview_follows_what_is_typed_and_what_is_put_in(page)


def a_figure_goes_in_at_the_caret_and_the_caret_stays_behind_it(page):
    page.fill(TEXT, "Of  staff, few lack one.")
    select(page, 3, 3)
    page.click(INSERT)
    assert page.input_value(TEXT) == "Of [[dbs.needing_check]] staff, few lack one."
    assert page.evaluate("document.activeElement.id") == "id_text"
    page.keyboard.type("!")
    assert page.input_value(TEXT).startswith("Of [[dbs.needing_check]]! staff")


def a_figure_replaces_what_is_selected(page):
    page.fill(TEXT, "There are 351 of them.")
    select(page, 10, 13)
    page.click(INSERT)
    assert page.input_value(TEXT) == "There are [[dbs.needing_check]] of them."


def the_search_finds_every_word_and_says_how_many(page):
    """In any order; a subject with nothing left is hidden, and Enter sends no paragraph."""
    assert shown(page) == 3
    page.fill(SEARCH, "CHECK past")
    assert shown(page) == 1
    assert page.inner_text("[data-figures-status]") == "1 figure fits."
    assert not page.is_visible("text=Audits done")
    page.press(SEARCH, "Enter")
    assert page.url.endswith("/editor/")
    page.fill(SEARCH, "dbs")
    assert page.locator("h3:visible").all_inner_texts() == ["DBS checks"]
    page.fill(SEARCH, "")
    assert shown(page) == 3
    assert page.inner_text("[data-figures-status]") == "3 figures fit."


def the_preview_follows_what_is_typed_and_what_is_put_in(page):
    page.fill(SEARCH, "")
    page.fill(TEXT, "")
    page.locator(TEXT).press_sequentially("Now <b>")
    page.wait_for_selector("#preview p:text-is('Now <b>')")
    page.click(INSERT)
    page.wait_for_selector("#preview p:has-text('[[dbs.needing_check]]')")
    assert page.inner_text("#preview-status") == "The preview is up to date."
    assert faults(page) == []


def test_without_script_the_names_can_be_read_and_no_dead_button_stands_there(without_script):
    page = without_script
    page.goto("/editor/")
    assert page.is_visible("text=[[dbs.overdue]]")
    assert page.locator(INSERT).locator("visible=true").count() == 0
    assert not page.is_visible(SEARCH)
