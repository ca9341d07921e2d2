"""Putting figures into a paragraph."""

import pytest

from tests.browser.reading import faults

pytestmark = pytest.mark.urls("tests.specimens.urls")
TEXT = "#id_text"
SEARCH = "#figures-filter"
INSERT = "button[data-insert]"


@pytest.fixture
def editor(page):
    page.goto("/editor/")
    page.wait_for_selector(SEARCH)
    return page


def shown(page):
    return page.locator("[data-figure]:visible").count()


def test_a_figure_goes_in_at_the_caret_and_the_caret_stays_behind_it(editor):
    editor.fill(TEXT, "Of  staff, few lack one.")
    editor.evaluate("document.querySelector('#id_text').setSelectionRange(3, 3)")
    editor.click(INSERT)
    assert editor.input_value(TEXT) == "Of [[dbs.needing_check]] staff, few lack one."
    assert editor.evaluate("document.activeElement.id") == "id_text"
    editor.keyboard.type("!")
    assert editor.input_value(TEXT).startswith("Of [[dbs.needing_check]]! staff")


def test_a_figure_replaces_what_is_selected(editor):
    editor.fill(TEXT, "There are 351 of them.")
    editor.evaluate("document.querySelector('#id_text').setSelectionRange(10, 13)")
    editor.click(INSERT)
    assert editor.input_value(TEXT) == "There are [[dbs.needing_check]] of them."


def test_the_search_finds_every_word_in_any_order_and_says_how_many(editor):
    assert shown(editor) == 3
    editor.fill(SEARCH, "CHECK past")
    assert shown(editor) == 1
    assert editor.inner_text("[data-figures-status]") == "1 figure fits."
    assert not editor.is_visible("text=Audits done")
    editor.fill(SEARCH, "")
    assert shown(editor) == 3
    assert editor.inner_text("[data-figures-status]") == "3 figures fit."


def test_the_search_hides_a_subject_with_nothing_left(editor):
    editor.fill(SEARCH, "dbs")
    assert editor.locator("h3:visible").all_inner_texts() == ["DBS checks"]


def test_enter_in_the_search_does_not_send_the_paragraph(editor):
    editor.fill(SEARCH, "past")
    editor.press(SEARCH, "Enter")
    assert editor.url.endswith("/editor/")


def test_a_figure_goes_in_with_the_keyboard_alone(editor):
    editor.focus(SEARCH)
    editor.keyboard.type("past")
    editor.keyboard.press("Tab")
    editor.keyboard.press("Tab")
    editor.keyboard.press("Enter")
    assert editor.input_value(TEXT) == "[[dbs.overdue]]"


def test_the_preview_follows_what_is_typed_and_what_is_put_in(editor):
    editor.locator(TEXT).press_sequentially("Now <b>")
    editor.wait_for_selector("#preview p:text-is('Now <b>')")
    editor.click(INSERT)
    editor.wait_for_selector("#preview p:has-text('[[dbs.needing_check]]')")
    assert editor.inner_text("#preview-status") == "The preview is up to date."
    assert faults(editor) == []


def test_without_script_the_names_can_be_read_and_no_dead_button_stands_there(without_script):
    page = without_script
    page.goto("/editor/")
    assert page.is_visible("text=[[dbs.overdue]]")
    assert page.locator(INSERT).locator("visible=true").count() == 0
    assert not page.is_visible(SEARCH)
