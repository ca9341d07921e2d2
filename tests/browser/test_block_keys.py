"""A section worked by keys: from block to block, what can be done with each, and where they end."""

import pytest
from playwright.sync_api import expect

from tests.browser.keys import tab_to
from tests.browser.reading import assert_at, assert_sound
from tests.make import drafts, papers

pytestmark = pytest.mark.long

SECTION = "/reports/assurance/january-2016/sections/work/"


def order(page):
    """The slugs of the blocks of the page, in order."""
    return page.eval_on_selector_all("[data-block]", "rows => rows.map(row => row.dataset.block)")


def at_block(page, slug):
    expect(page.locator(f"#line-{slug}")).to_be_focused()


def test_blocks_are_reached_moved_changed_and_removed_by_keys(page, sign_in, prepared):
    drafts.written(prepared, with_records=False)
    sign_in(page, prepared)
    page.goto(SECTION)
    tab_to(page, "[data-block]")
    at_block(page, "work")
    for key, slug in (
        ("ArrowDown", "audits"),
        ("j", "children"),
        ("j", "children"),
        ("k", "audits"),
    ):
        page.keyboard.press(key)
        at_block(page, slug)
    assert page.locator("[data-block][tabindex='0']").count() == 1
    assert_sound(page)
    page.keyboard.press("Alt+ArrowDown")
    page.wait_for_selector("text=It has been moved")
    assert order(page) == ["work", "children", "audits"]
    at_block(page, "audits")
    page.keyboard.press(".")
    expect(page.locator("#line-audits summary")).to_be_focused()
    page.wait_for_selector("#line-audits >> text=/^Move up/")
    page.keyboard.press("c")
    assert_at(page, "#line-audits")
    page.focus("#line-audits")
    page.keyboard.press("c")
    page.wait_for_url("**/blocks/audits/remark/")
    page.goto(f"{SECTION}#line-audits")
    page.keyboard.press("a")
    expect(page.locator("#line-audits + .app-in-place textarea")).to_be_focused()
    page.keyboard.press("Escape")
    at_block(page, "audits")
    page.keyboard.press("Delete")
    page.wait_for_url("**/blocks/audits/remove/")
    page.goto(f"{SECTION}#line-children")
    page.keyboard.press("Enter")
    expect(page.locator("#line-children textarea")).to_be_focused()


def test_a_long_section_goes_over_pages_and_a_block_moves_across_them(page, sign_in, prepared):
    paper = drafts.written(prepared, with_records=False)
    work = paper.blocks.get(slug="work")
    for number in range(30):
        text = f"This is text {number}. " + "It says what was done, and says it at length. " * 12
        papers.block(paper=paper, slug=f"long-{number}", part="body", parent=work, text=text)
    sign_in(page, prepared)
    page.goto(SECTION)
    first = order(page)
    assert_sound(page)
    page.click(".govuk-pagination__next a")
    second = order(page)
    assert first and second and not set(first) & set(second)
    page.focus(f"#line-{second[0]}")
    page.keyboard.press("Alt+ArrowUp")
    page.wait_for_selector("text=It has been moved")
    at_block(page, second[0])
    assert second[0] in order(page)
    assert order(page)[-2:] == [second[0], first[-1]] or order(page)[-1] == second[0]
