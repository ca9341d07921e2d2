"""What other parts of the page put into the text comes into the editor, where its caret is."""

import pytest

from tests.browser.chips.writing import BOX, CHILDREN, press, set_text, text_of, write
from tests.browser.forms import open_lists
from tests.browser.reading import assert_sound

pytestmark = pytest.mark.long


def test_a_token_of_the_lists_goes_in_at_the_caret_as_a_chip(editor):
    set_text(editor, "We had  children.")
    press(editor, *["ArrowLeft"] * len(" children."))
    open_lists(editor)
    assert_sound(editor)
    editor.fill("#figures-filter", "children looked after december")
    editor.locator(f"[data-insert='{CHILDREN}']").click()
    assert text_of(editor) == f"We had {CHILDREN} children."
    assert editor.inner_text(f"{BOX} .app-chip") == "188"
    press(editor, "Control+z")
    assert text_of(editor) == "We had  children."


def test_a_typed_number_becomes_the_figure_that_it_is(editor):
    set_text(editor, "")
    with editor.expect_response("**/show/**"):
        write(editor, "We looked after 188 children.")
    editor.click(f"[data-replace='{CHILDREN}']")
    assert text_of(editor) == f"We looked after {CHILDREN} children."
    assert editor.inner_text(f"{BOX} .app-chip") == "188"


def test_an_error_leads_to_the_text_and_says_what_is_wrong(editor):
    set_text(editor, "")
    editor.click("button:text-is('Save')")
    editor.wait_for_selector(".govuk-error-summary")
    editor.wait_for_selector(BOX)
    assert_sound(editor)
    editor.click(".govuk-error-summary a")
    editor.wait_for_function("document.activeElement.matches('.ProseMirror')")
    described = editor.get_attribute(BOX, "aria-describedby")
    said = " ".join(editor.inner_text(f"#{name}") for name in described.split())
    assert "Write the paragraph" in said


def test_a_recommendation_has_two_texts_and_each_keeps_its_own(editor, paper):
    editor.goto("/reports/assurance/january-2016/blocks/recommend-note/")
    editor.wait_for_selector(f"{BOX} .app-chip")
    assert editor.locator(BOX).count() == 2
    editor.get_by_role("textbox", name="Reason").focus()
    press(editor, "Control+End")
    write(editor, " And more.")
    editor.click("button:text-is('Save')")
    editor.wait_for_selector("text=Your change has been saved.")
    row = paper.blocks.get(slug="recommend-note")
    assert row.text == "note [[paras:audits..children]]"
    assert row.data["reason"] == "The Committee asked for it. And more."
