"""One chooser over everything that can be quoted, by words and keys alone."""

from datetime import date

import pytest
from playwright.sync_api import expect

from assurance.figures.labels import RECORD_NAMES
from reports.papers.manuscript import read
from tests.browser.chips.writing import (
    BOX,
    CHILDREN,
    choose,
    look_for,
    press,
    set_text,
    text_of,
    write,
)
from tests.browser.keys import tab_to
from tests.browser.reading import assert_sound
from tests.make import looked_after
from tests.make.drafts import POSITION
from tests.papers.assembly.test_every_record_quoted import SAID, token, with_records

OPEN, ACTIVE = ".app-chooser:not([hidden])", "[role=option][aria-selected=true]"


@pytest.mark.long
def test_a_paragraph_is_written_and_saved_by_the_keyboard_alone(editor, paper):
    tab_to(editor, BOX)
    press(editor, "Control+a", "Delete")
    write(editor, "In all /")
    editor.wait_for_selector(OPEN)
    look_for(editor, "children december")
    assert_sound(editor)
    press(editor, "ArrowDown", "ArrowUp", "Enter")
    write(editor, " children were with us.")
    assert text_of(editor) == f"In all {CHILDREN} children were with us."
    tab_to(editor, "form[data-keep] button[type=submit]")
    with editor.expect_navigation():
        editor.keyboard.press("Enter")
    saved = paper.blocks.get(slug="children").text
    assert saved == f"In all {CHILDREN} children were with us."


@pytest.mark.long
def test_the_box_has_the_focus_and_says_what_is_active(editor):
    set_text(editor, "")
    editor.click("button:text-is('Insert')")
    look_for(editor, "children")
    box = editor.locator("[role=combobox]")
    assert editor.evaluate("document.activeElement.getAttribute('role')") == "combobox"
    assert box.get_attribute("aria-expanded") == "true"
    for key, place in (("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", -1), ("ArrowDown", 0)):
        press(editor, key)
        options = editor.locator("[role=option]").all()
        assert box.get_attribute("aria-activedescendant") == options[place].get_attribute("id")
    name = editor.inner_text(ACTIVE)
    assert "188" in name and "1 December 2015" in name and "Counts children" in name
    editor.wait_for_selector(".app-chooser__status:has-text('Enter inserts')")
    tree = editor.locator(OPEN).aria_snapshot()
    assert tree.startswith('- dialog "Insert"') and 'group "Looked-after children"' in tree
    assert_sound(editor)
    write(editor, " nothing such")
    editor.wait_for_selector(".app-chooser__status:has-text('Nothing fits')")
    press(editor, "Enter")
    assert editor.is_visible(OPEN)
    press(editor, "Escape")
    assert not editor.is_visible(OPEN)
    assert editor.evaluate("s => document.activeElement.matches(s)", BOX)
    assert text_of(editor) == ""


@pytest.mark.long
def test_a_slash_within_words_stays_and_so_does_one_that_was_not_meant(editor):
    set_text(editor, "")
    write(editor, "24/7 and/or ")
    assert not editor.is_visible(OPEN)
    write(editor, "/")
    editor.wait_for_selector(OPEN)
    write(editor, "over")
    press(editor, "Escape")
    assert text_of(editor) == "24/7 and/or /over"
    write(editor, f" {CHILDREN}/")
    assert text_of(editor).endswith(f"{CHILDREN}/") and not editor.is_visible(OPEN)


@pytest.mark.long
def test_another_form_is_a_second_step(editor):
    set_text(editor, "")
    choose(editor, "children december")
    press(editor, "ArrowRight")
    editor.wait_for_selector(f"{OPEN} input[type=radio]:focus")
    assert_sound(editor)
    press(editor, "ArrowLeft")
    editor.wait_for_selector(ACTIVE)
    assert editor.evaluate("document.activeElement.getAttribute('role')") == "combobox"
    press(editor, "ArrowRight")
    editor.wait_for_selector(f"{OPEN} input[type=radio]:focus")
    press(editor, "ArrowDown", "Enter")
    assert text_of(editor) == "[[looked_after.children | words]]"
    assert editor.inner_text(f"{BOX} .app-chip") == "one hundred and eighty-eight"


@pytest.mark.long
def test_a_chip_is_changed_replaced_and_removed_from_its_panel(editor):
    set_text(editor, f"We had {CHILDREN}")
    press(editor, "ArrowLeft", "Enter")
    panel = editor.wait_for_selector(".app-chip-panel:not([hidden])")
    assert "Live figure: 188" in panel.inner_text()
    editor.wait_for_selector(".app-chip-panel input[type=radio]")
    assert_sound(editor)
    definition = editor.get_by_role("link", name="Its definition (opens in new tab)")
    with editor.expect_popup() as opened:
        definition.click()
    assert "Source of the number" in opened.value.inner_text("main")
    opened.value.close()
    assert text_of(editor) == f"We had {CHILDREN}", "what is typed is still there"
    editor.get_by_label("fell from 210 to 188").check()
    compared = "[[compare looked_after.children @comparison @position]]"
    assert text_of(editor) == f"We had {compared}"
    assert editor.inner_text(f"{BOX} .app-chip") == "fell from 210 to 188"
    editor.click(".app-chip-panel button:text-is('Replace')")
    look_for(editor, "the report’s period")
    press(editor, "Enter")
    assert text_of(editor) == "We had [[date:period]]"
    editor.click(f"{BOX} .app-chip")
    editor.click(".app-chip-panel button:text-is('Remove')")
    assert text_of(editor) == "We had "
    press(editor, "Control+z")
    editor.click(f"{BOX} .app-chip")
    editor.wait_for_selector(".app-chip-panel:not([hidden])")
    press(editor, "Escape")
    assert editor.evaluate("s => document.activeElement.matches(s)", BOX)
    assert not editor.is_visible(".app-chip-panel")


@pytest.mark.long
def test_every_kind_of_record_is_found_by_words_and_put_in(editor, paper):
    looked_after.Census.objects.filter(date=POSITION.end).delete()
    with_records(paper.council)
    paper.paper_date = date(2017, 12, 31)
    paper.save()
    assert read(paper).report_date == paper.paper_date
    for kind, record in RECORD_NAMES.items():
        set_text(editor, "")
        choose(editor, record.name)
        wanted = token(kind, record.first)
        place = editor.locator("[role=option]").all_inner_texts()
        named = [text for text in place if text.startswith(f"{record.name}:")]
        assert named, (kind, place)
        option = named[0]
        editor.locator("[role=option]").nth(place.index(option)).click()
        assert text_of(editor).startswith(f"[[record:{kind}/"), kind
        if text_of(editor) == wanted:
            expect(editor.locator(f"{BOX} .app-chip")).to_have_text(SAID[kind, record.first])


@pytest.mark.long
def test_a_press_of_the_mouse_puts_in_at_the_caret(editor):
    set_text(editor, f"We had {CHILDREN}")
    press(editor, "Home", *["ArrowRight"] * len("We had "))
    choose(editor, "the report’s period")
    editor.locator("[role=option]").first.click()
    assert text_of(editor) == f"We had [[date:period]]{CHILDREN}"


@pytest.mark.long
def test_a_lost_connection_is_told_and_what_was_chosen_keeps_its_value(editor):
    set_text(editor, "")
    choose(editor, "children december")
    editor.context.set_offline(True)
    press(editor, "Enter")
    assert editor.inner_text(f"{BOX} .app-chip") == "188"
    press(editor, "Control+Space")
    editor.wait_for_selector(".app-chooser__status:has-text('could not be read')")
    editor.context.set_offline(False)
    assert text_of(editor) == CHILDREN
    editor.complaints.clear()  # the browser complains of the lost connection itself


@pytest.mark.long
def test_parts_are_added_up_and_one_kind_is_left(editor):
    set_text(editor, "")
    choose(editor, "grade good + not graded")
    with editor.expect_response("**/quotable/**kind=figures"):
        editor.click("[aria-label=Kinds] button:text-is('Figures')")
    pressed = editor.locator("[aria-label=Kinds] [aria-pressed=true]")
    assert pressed.all_inner_texts() == ["Figures"]
    editor.wait_for_selector("[role=option]:has-text('Good + Not graded')")
    assert_sound(editor)
    with editor.expect_response("**/quotable/**kind=dates"):
        editor.click("[aria-label=Kinds] button:text-is('Dates')")
    editor.wait_for_selector(".app-chooser__status:has-text('Nothing fits')")
    editor.click("[aria-label=Kinds] button:text-is('All')")
    editor.focus("[role=combobox]")
    editor.wait_for_selector("[role=option]:has-text('Good + Not graded')")
    press(editor, "Enter")
    assert text_of(editor).startswith("[[sum audits.by_grade:good + audits.by_grade:not_graded")


@pytest.mark.long
def test_a_number_finds_its_figure_and_words_that_find_nothing_offer_others(editor):
    set_text(editor, "We had ")
    press(editor, "Control+Space")
    editor.wait_for_selector(".app-chooser__subject:text-is('Recently used')")
    write(editor, "188")
    editor.wait_for_selector(".app-chooser__subject:text-is('Has the value 188 now')")
    editor.wait_for_selector("[role=listbox]:not([aria-busy])")
    editor.wait_for_selector(".app-chooser__status:has-text('Enter inserts')")
    assert_sound(editor)
    press(editor, "Enter")
    assert text_of(editor) == f"We had {CHILDREN}"
    press(editor, "Control+Space")
    write(editor, "childern decembre")
    offered = editor.locator(".app-chooser__nearest button")
    expect(offered.first).to_have_text("children december")
    assert_sound(editor)
    offered.first.click()
    editor.wait_for_selector("[data-answers='children december'] [role=option]")
    assert not editor.is_visible(".app-chooser__nearest")
    assert editor.evaluate("document.activeElement.getAttribute('role')") == "combobox"
    press(editor, "Escape")
    assert text_of(editor) == f"We had {CHILDREN}"
