"""The whole report is written where it is read, as a section is: what changed is put in its place,
and everything else stays as it was."""

import pytest
from playwright.sync_api import expect

from reports.editor.models import AutosavedText
from reports.papers.models.blocks import Block
from tests.browser.chips.writing import write
from tests.browser.keys import tab_to
from tests.browser.reading import assert_sound
from tests.make import drafts

pytestmark = pytest.mark.long

REPORT = "/reports/assurance/january-2016/"
HERE = ".app-in-place"
BOX = f"{HERE} .ProseMirror"
SAVE = f"{HERE} button:text-is('Save')"
UNSAVED = "text=You have words here that are not saved."
# What a page has besides what scripts put into the parts that are theirs.
NODES = "() => document.querySelectorAll('main *:not([data-own] *, .draft-add__more *)').length"
MARK = "rows => rows.forEach((row) => { row.seenBefore = true; })"
MARKED = "rows => rows.filter((row) => row.seenBefore).map((row) => row.dataset.block)"


@pytest.fixture
def paper(prepared):
    """A draft whose section has two paragraphs with figures."""
    return drafts.written(prepared, with_records=False)


@pytest.fixture
def report(writer, sign_in, prepared, paper):
    """The page of the whole of it."""
    sign_in(writer, prepared)
    writer.goto(REPORT)
    return writer


def order(page):
    """The slugs of the blocks of the page, in order."""
    return page.eval_on_selector_all("[data-block]", "rows => rows.map(row => row.dataset.block)")


def status(page, words):
    expect(page.locator("[data-in-place-status]")).to_have_text(words)


def in_hand(page, slug):
    expect(page.locator(f"#line-{slug} {BOX}")).to_be_focused()


def test_a_click_or_enter_writes_in_its_place_and_nothing_else_is_drawn_anew(report):
    tab_to(report, "[data-block]")
    report.focus("#line-audits")
    report.keyboard.press("Enter")
    in_hand(report, "audits")
    report.eval_on_selector_all("[data-block]", MARK)
    report.keyboard.press("Control+End")
    write(report, " They say more.")
    assert_sound(report)
    report.keyboard.press("Control+Enter")
    status(report, "Your change has been saved.")
    expect(report.locator("#line-children")).to_be_focused()
    assert report.url.endswith(REPORT) and report.locator(HERE).count() == 0
    assert "They say more." in report.inner_text("#line-audits .draft-shown")
    kept = [slug for slug in order(report) if slug != "audits"]
    assert report.eval_on_selector_all("[data-block]", MARKED) == kept
    report.click("#line-children .draft-shown p", position={"x": 60, "y": 8})
    in_hand(report, "children")
    report.click(SAVE)
    expect(report.locator("#line-children")).to_be_focused()
    report.reload()
    assert "They say more." in report.inner_text("#line-audits")


def test_the_page_has_after_many_savings_what_it_has_when_it_is_opened(report, paper):
    for words in ("One.", "Two.", "Three."):
        report.focus("#line-audits")
        report.keyboard.press("Enter")
        in_hand(report, "audits")
        report.keyboard.press("Control+End")
        write(report, f" {words}")
        report.click(SAVE)
        expect(report.locator("#line-audits .draft-shown")).to_contain_text(words)
        expect(report.locator(HERE)).to_have_count(0)
    saved = report.evaluate(NODES)
    report.reload()
    assert saved == report.evaluate(NODES)


def test_a_paragraph_is_added_where_it_will_stand_and_the_numbers_behind_it_move(report):
    report.focus("#line-audits")
    report.keyboard.press("a")
    expect(report.locator(BOX)).to_be_focused()
    write(report, "Something new.")
    report.click(SAVE)
    status(report, "It has been added.")
    assert order(report)[2:5] == ["audits", "something-new", "children"]
    expect(report.locator("#line-something-new")).to_be_focused()
    named = report.get_attribute("#line-children", "data-name")
    report.reload()
    assert report.get_attribute("#line-children", "data-name") == named == "Paragraph 4"


def test_a_part_is_added_to_at_its_end_and_first_where_it_is_empty(report, paper):
    paper.blocks.filter(slug="purpose").update(removed_on=drafts.ON)
    report.goto(f"{REPORT}?whole=1")
    introduction = report.locator("section[aria-labelledby=part-introduction]")
    for words in ("What it is for.", "And more."):
        introduction.locator(".draft-adding a", has_text="Paragraph").first.click()
        expect(report.locator(BOX)).to_be_focused()
        write(report, words)
        report.click(SAVE)
        expect(report.locator(HERE)).to_have_count(0)
        expect(introduction).to_contain_text(words)
    assert order(report)[:2] == ["what-it-is-for", "and-more"]


def test_words_that_are_left_wait_where_they_were_typed(report):
    report.click("#line-audits .draft-shown p", position={"x": 60, "y": 8})
    in_hand(report, "audits")
    write(report, "Left. ")
    report.keyboard.press("Escape")
    report.wait_for_selector(f"#line-audits >> {UNSAVED}")
    assert AutosavedText.objects.count() == 1
    report.reload()
    report.click("#line-audits >> text=Go on with them")
    expect(report.locator(BOX)).to_contain_text("Left.")


def test_who_works_by_sections_may_write_in_the_whole_and_stays_there(report):
    report.goto(f"{REPORT}sections/work/")
    report.goto(REPORT)
    report.focus("#line-audits")
    report.keyboard.press("Enter")
    in_hand(report, "audits")
    report.keyboard.press("Control+End")
    write(report, " More.")
    report.click(SAVE)
    status(report, "Your change has been saved.")
    assert report.url.endswith(REPORT) and "purpose" in order(report)


def test_it_is_sound_and_its_panel_follows_the_writing_on_a_narrow_page(report):
    assert_sound(report)
    report.set_viewport_size({"width": 320, "height": 700})
    expect(report.locator("[data-beside]")).to_be_hidden()
    report.focus("#line-audits")
    report.keyboard.press("Enter")
    expect(report.locator(f"{HERE} [data-beside]")).to_be_visible()
    report.keyboard.press("Escape")
    expect(report.locator("[data-beside]")).to_be_hidden()


PRESSES = "slugs => { for (const slug of slugs) document.querySelector(slug).click(); }"


@pytest.mark.parametrize("address", [REPORT, f"{REPORT}sections/work/"])
def test_two_quick_presses_leave_one_form_at_the_last(report, address):
    report.goto(address)
    report.evaluate(PRESSES, ["#line-audits .draft-change", "#line-children .draft-change"])
    in_hand(report, "children")
    assert report.locator(HERE).count() == 1
    report.evaluate(PRESSES, ["#line-work .draft-change", "#line-audits .draft-change"])
    in_hand(report, "audits")
    assert report.locator(HERE).count() == 1


@pytest.mark.parametrize("address", [REPORT, f"{REPORT}sections/work/"])
def test_a_press_elsewhere_while_it_is_being_saved_waits_and_loses_nothing(report, address):
    report.goto(address)
    report.focus("#line-audits")
    report.keyboard.press("Enter")
    in_hand(report, "audits")
    report.keyboard.press("Control+End")
    write(report, " Saved.")
    report.evaluate(PRESSES, [SAVE_BUTTON, "#line-children .draft-change"])
    in_hand(report, "children")
    assert report.locator(HERE).count() == 1
    assert Block.objects.get(slug="audits").text.endswith(" Saved.")
    assert not AutosavedText.objects.exists()


SAVE_BUTTON = f"{HERE} button.govuk-button[type=submit]"
