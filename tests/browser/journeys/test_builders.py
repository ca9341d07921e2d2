"""Tables and lists are made by choosing: with the keyboard alone, without a script, in a narrow
window, with chips in what was written of them."""

import pytest
from playwright.sync_api import expect

from tests.browser.chips.test_pasting import PASTE
from tests.browser.keys import follow, tab_to
from tests.browser.reading import assert_refused, assert_sound
from tests.make import drafts

pytestmark = pytest.mark.long

DRAFT = "/reports/assurance/january-2016/"
ADD, SAVE = f"{DRAFT}add/", "form[data-keep] button[type=submit]"
CHILDREN = "#id_rows label:text-is('Children looked after')"
NOW = "label[for^='columns-']:has-text('date of the report’s position')"
EARLIER = "label[for^='columns-']:has-text('1 January 2015')"


@pytest.fixture
def paper(prepared):
    """A draft whose council has counted its children twice."""
    return drafts.written(prepared, with_records=False)


def ticked_by_keys(page, label):
    """Ticks the box of a label by Tab and Space."""
    box = page.locator(label).first.get_attribute("for")
    tab_to(page, f"#{box}")
    page.keyboard.press("Space")


def new(paper):
    """The data of the block that was added last."""
    return paper.blocks.order_by("-pk").first().data


def test_a_table_is_made_with_the_keyboard_alone_and_shows_at_once(page, sign_in, prepared, paper):
    sign_in(page, prepared)
    page.goto(f"{ADD}table/?part=body")
    assert_sound(page)
    tab_to(page, "#rows-find")
    page.keyboard.type("children looked")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("#rows-find")).to_be_focused()
    assert_sound(page)
    ticked_by_keys(page, CHILDREN)
    for day in (NOW, EARLIER):
        ticked_by_keys(page, day)
    expect(page.locator("#preview tbody td")).to_have_text(["210", "188"])
    follow(page, "#id_columns button[value=show]")
    expect(page.locator("#preview tbody td")).to_have_text(["210", "188"])
    follow(page, "button[value='columns:up:1']")
    expect(page.locator("button[value='columns:down:0']")).to_be_focused()
    expect(page.locator("#preview tbody td")).to_have_text(["188", "210"])
    assert_sound(page)
    page.focus("#main-content")
    follow(page, SAVE)
    assert [column["when"] for column in new(paper)["grid"]["columns"]] == [
        "position",
        "comparison",
    ]


def test_a_table_and_a_list_are_made_without_a_script(without_script, sign_in, prepared, paper):
    page = without_script
    sign_in(page, prepared)
    page.goto(f"{ADD}table/?part=body")
    page.click(SAVE)
    assert_refused(page)
    page.fill("#rows-find", "children looked")
    page.click("#id_rows >> text=Search >> nth=-1")
    for label in (CHILDREN, NOW):
        page.locator(label).first.click()
    page.check("text=Figures across the top")
    page.click(SAVE)
    assert new(paper)["grid"]["turned"]
    page.goto(f"{ADD}records/?part=body")
    page.select_option("#id_what", label="Reviews")
    page.click("text=Choose its columns")
    page.uncheck("text=Judgement")
    page.click("button[value='columns:up:2']")
    page.select_option("#id_order", label="From, last to first")
    page.click(SAVE)
    assert new(paper)["records"] == {
        "what": "reviews",
        "columns": ["title", "started", "body", "ended"],
        "within": "period",
        "order": "-started",
    }


def test_a_list_shows_its_rows_while_it_is_chosen_and_fits_a_narrow_window(
    page, sign_in, prepared, paper
):
    sign_in(page, prepared)
    page.goto(f"{ADD}records/?part=body")
    assert_sound(page)
    page.select_option("#id_what", label="Reviews")
    page.click("text=Choose its columns")
    expect(page.locator("#preview table")).to_contain_text("Inspection 1")
    assert_sound(page)
    page.select_option("#id_within", label="All, whenever it was")
    expect(page.locator("#preview caption")).to_contain_text("18 January 2016")
    page.uncheck("label:text-is('By')")
    expect(page.locator("#preview thead")).not_to_contain_text("By")
    page.set_viewport_size({"width": 320, "height": 700})
    page.click(SAVE)
    page.wait_for_selector("text=It has been added.")
    assert "by" not in new(paper)["records"]["columns"]


def test_live_words_of_a_caption_and_a_heading_are_chips(writer, sign_in, prepared, paper):
    columns = [{"label": "By [[date:position]]", "when": "position", "form": "number"}]
    rows = [{"label": "All", "quote": "looked_after.children"}]
    grid = {"rows": rows, "columns": columns}
    data = {"caption": "Children, [[date:comparison]]", "grid": grid}
    block = paper.blocks.create(slug="live", part="body", kind="table", order=99, data=data)
    sign_in(writer, prepared)
    writer.goto(f"{DRAFT}blocks/live/")
    chips = writer.locator(".ProseMirror .app-chip")
    expect(chips).to_have_text(["1 December 2015", "1 January 2015"])
    assert "[[" not in writer.locator("form[data-keep]").inner_text()
    assert_sound(writer)
    writer.click(SAVE)
    writer.wait_for_selector("text=Your change has been saved.")
    block.refresh_from_db()
    assert block.data == data


def test_a_table_of_words_shows_its_figures_as_chips_and_takes_a_pasted_table(
    writer, sign_in, prepared, paper
):
    rows = [["All", "[[looked_after.children]]", ""], ["Some", "few", "at [[date:position]]"]]
    columns = [{"label": "What"}, {"label": "Number", "numeric": True}, {"label": "Why"}]
    data = {"caption": "Words", "cells": {"columns": columns, "rows": rows}}
    block = paper.blocks.create(slug="typed", part="body", kind="table", order=99, data=data)
    sign_in(writer, prepared)
    writer.goto(f"{DRAFT}blocks/typed/")
    expect(writer.locator(".ProseMirror .app-chip")).to_have_text(["188", "1 December 2015"])
    assert "[[" not in writer.locator("form[data-keep]").inner_text()
    assert_sound(writer)
    writer.locator(".ProseMirror").press("Control+End")
    writer.keyboard.press("Enter")
    table = f"<table><tr>{'<td>A</td>' * 3}</tr></table>"
    writer.evaluate(PASTE, [".ProseMirror", {"text/html": table}])
    writer.click(SAVE)
    writer.wait_for_selector("text=Your change has been saved.")
    block.refresh_from_db()
    assert block.data["cells"]["rows"] == [*rows, ["A", "A", "A"]]
