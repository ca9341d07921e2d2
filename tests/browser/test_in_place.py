"""A section is written where it is read: nothing typed is lost, and beside a block stands what
belongs to it."""

import pytest
from playwright.sync_api import expect

from assurance.sign_in.models.sessions import Session
from reports.editor.models import AutosavedText
from reports.editor.operations.block_order import remove_block
from reports.papers.models.blocks import Block
from tests import cast
from tests.browser.chips.writing import write
from tests.browser.reading import assert_at, assert_sound
from tests.make import drafts

SECTION = "/reports/assurance/january-2016/sections/work/"
HERE = ".app-in-place"
BOX = f"{HERE} .ProseMirror"
SAVE = f"{HERE} button:text-is('Save')"
SAVED = "Your change has been saved."
UNSAVED = "text=You have words here that are not saved."


@pytest.fixture
def paper(prepared):
    """A draft whose section has two paragraphs with figures."""
    return drafts.written(prepared, with_records=False)


@pytest.fixture
def section(writer, sign_in, prepared, paper):
    """The page of that section."""
    sign_in(writer, prepared)
    writer.goto(SECTION)
    return writer


def text_of(slug):
    """The text of a block as it is stored."""
    return Block.objects.get(slug=slug, removed_on__isnull=True).text


def opened(page, slug):
    """Opens a block by a click on its words, and goes to the end of its text."""
    page.click(f"#line-{slug} .draft-shown p", position={"x": 60, "y": 8})
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("Control+End")


def status(page, words):
    expect(page.locator("[data-in-place-status]")).to_have_text(words)


@pytest.mark.long
def test_a_paragraph_is_written_where_it_stands_and_the_next_is_in_hand(section):
    opened(section, "audits")
    assert section.locator("#line-audits .draft-shown").is_hidden()
    write(section, " They say more.")
    assert_sound(section)
    section.keyboard.press("Control+Enter")
    status(section, SAVED)
    expect(section.locator("#line-children")).to_be_focused()
    assert text_of("audits") == "Managers audited [[audits.done @year]] files. They say more."
    assert "They say more." in section.inner_text("#line-audits .draft-shown")
    assert not AutosavedText.objects.exists()
    # What came anew is worked as what was there.
    section.keyboard.press("Enter")
    expect(section.locator(BOX)).to_be_focused()
    section.keyboard.press("Control+End")
    write(section, " It grew.")
    section.click(SAVE)
    expect(section.locator("#line-children")).to_be_focused()
    assert text_of("children").endswith(
        "[[compare looked_after.children @comparison @position]]. It grew."
    )
    section.reload()
    assert "It grew." in section.inner_text("#line-children")


@pytest.mark.long
def test_escape_leaves_and_the_words_wait_where_they_were_typed(section):
    opened(section, "audits")
    section.keyboard.press("Escape")
    expect(section.locator("#line-audits")).to_be_focused()
    assert section.locator(UNSAVED).count() == 0
    opened(section, "audits")
    write(section, " Left.")
    section.keyboard.press("Escape")
    section.wait_for_selector(f"#line-audits >> {UNSAVED}")
    expect(section.locator("#line-audits")).to_be_focused()
    assert AutosavedText.objects.get().words["text"].endswith("Left.")
    section.reload()
    section.click("#line-audits >> text=Go on with them")
    expect(section.locator(BOX)).to_contain_text("Left.")
    opened_elsewhere = section.locator("#line-children .draft-shown p")
    opened_elsewhere.click(position={"x": 60, "y": 8})
    section.wait_for_selector("#line-children .ProseMirror")
    assert section.locator(HERE).count() == 1
    section.keyboard.press("Escape")
    section.click("#line-audits >> a:has-text('Go on')")
    section.wait_for_selector(f"{BOX} >> text=Left.")
    section.click(SAVE)
    status(section, SAVED)
    assert text_of("audits").endswith("Left.") and not AutosavedText.objects.exists()


@pytest.mark.long
def test_words_kept_are_thrown_away_where_they_stand(section):
    opened(section, "audits")
    write(section, " Left.")
    section.keyboard.press("Escape")
    section.wait_for_selector(UNSAVED)
    section.focus("#line-audits")
    section.keyboard.press("Enter")
    section.wait_for_selector(f"{HERE} >> text=You have words here that were not saved")
    assert_sound(section)
    section.click(f"{HERE} >> text=Throw them away")
    expect(section.locator(f"{HERE} .app-unsaved:visible")).to_have_count(0)
    assert "Left." not in section.inner_text(BOX) and not AutosavedText.objects.exists()


@pytest.mark.long
def test_a_paragraph_is_added_where_it_will_stand(section, paper):
    section.focus("#line-audits")
    section.keyboard.press("a")
    expect(section.locator(BOX)).to_be_focused()
    section.click(SAVE)
    section.wait_for_selector(f"{HERE} >> text=There is a problem")
    assert_sound(section)
    section.click(f"{HERE} >> a:text-is('Write the paragraph')")
    expect(section.locator(BOX)).to_be_focused()
    write(section, "Something new.")
    section.click(SAVE)
    status(section, "It has been added.")
    order = section.eval_on_selector_all("[data-block]", "all => all.map(one => one.dataset.block)")
    assert order == ["work", "audits", "something-new", "children"]
    expect(section.locator("#line-something-new")).to_be_focused()
    section.click("#line-children summary")
    section.click("#line-children .draft-add__kinds a:text-is('Paragraph')")
    expect(section.locator(BOX)).to_be_focused()
    section.keyboard.press("Escape")
    assert paper.blocks.filter(removed_on__isnull=True).count() == 6


@pytest.mark.long
def test_a_heading_is_written_in_its_place_and_a_table_on_a_page_of_its_own(section):
    section.focus("#line-work")
    section.keyboard.press("Enter")
    section.fill(f"{HERE} #id_heading", "What was looked at")
    section.keyboard.press("Enter")
    status(section, SAVED)
    assert "What was looked at" in section.inner_text("#line-work")
    section.click("#line-work summary")
    section.click("#line-work .draft-add__kinds >> text=Table of words >> nth=0")
    assert_at(section, "/add/cells/?parent=work&after=children")


@pytest.mark.long
def test_two_writers_at_one_paragraph_see_both_wordings(section, prepared, paper):
    opened(section, "audits")
    write(section, " Mine.")
    block = paper.blocks.get(slug="audits")
    words = {"heading": "", "text": "Theirs.", "data": {}}
    other = cast.make_user("clerk", council=prepared.council)
    drafts.writing.change_block(block=block, version=1, words=words, by=other, on=drafts.ON)
    section.click(SAVE)
    section.wait_for_selector("text=Someone else changed this while you were writing")
    assert text_of("audits") == "Theirs."
    assert "Mine." in section.inner_text("main") and "Theirs." in section.inner_text("main")
    section.complaints.clear()  # the browser complains of the status 409 itself


@pytest.mark.long
def test_a_paragraph_removed_meanwhile_is_kept_and_can_stand_again(section, prepared, paper):
    opened(section, "audits")
    write(section, " Mine.")
    block = paper.blocks.get(slug="audits")
    remove_block(block=block, version=1, by=prepared, on=drafts.ON)
    section.click(SAVE)
    section.wait_for_selector("text=Another person removed this from the report")
    assert "Mine." in section.input_value("#id_text")


@pytest.mark.long
def test_a_lost_connection_and_an_ended_session_lose_no_word(section):
    opened(section, "audits")
    section.route("**/blocks/audits/**", lambda route: route.abort())
    write(section, " Kept.")
    section.click(SAVE)
    section.wait_for_selector("[data-keep-status] >> text=The connection is lost.")
    section.unroute("**/blocks/audits/**")
    Session.objects.all().delete()
    section.click(SAVE)
    section.wait_for_selector("text=Your text is here")
    section.complaints.clear()  # the browser complains of the lost connection and the 401


@pytest.mark.long
def test_the_panel_follows_the_block_in_hand(section):
    section.focus("#line-audits")
    panel = section.locator("[data-beside]")
    expect(panel.locator("h2")).to_have_text("Paragraph 2")
    panel.get_by_text("Figures and dates here").wait_for()
    panel.get_by_text("This was not in the last report.").wait_for()
    section.keyboard.press("ArrowDown")
    expect(panel.locator("h2")).to_have_text("Paragraph 3")
    section.keyboard.press("F6")
    expect(panel).to_be_focused()
    section.keyboard.press("F6")
    expect(section.locator("nav.app-contents a[aria-current]")).to_be_focused()
    section.keyboard.press("F6")
    expect(section.locator("#line-children")).to_be_focused()
    section.set_viewport_size({"width": 320, "height": 700})
    expect(panel).to_be_hidden()
    section.keyboard.press("Enter")
    expect(section.locator(f"{HERE} [data-beside]")).to_be_visible()
    section.keyboard.press("Escape")
    expect(panel).to_be_hidden()


@pytest.mark.long
def test_without_the_bundle_of_the_editor_the_text_is_a_box_in_its_place(
    page, sign_in, prepared, paper
):
    page.route("**/prosemirror*", lambda route: route.abort())
    sign_in(page, prepared)
    page.goto(SECTION)
    page.click("#line-audits .draft-shown p", position={"x": 60, "y": 8})
    page.fill(f"{HERE} #id_text", "Plain.")
    page.keyboard.press("Control+Enter")
    status(page, SAVED)
    assert text_of("audits") == "Plain."
    page.complaints.clear()  # the browser complains of what it was refused
