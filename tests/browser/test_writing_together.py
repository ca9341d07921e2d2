"""Two people at one paper: nobody's words are lost, remarks are answered, versions compared, and a
warning is passed over with a reason."""

import pytest

from reports.checks.models import CheckException
from reports.papers.models.blocks import Block
from tests import cast
from tests.browser.keys import follow, tab_to, typed
from tests.browser.reading import assert_sound
from tests.make import drafts

DRAFT = "/reports/assurance/january-2016/"
EDITOR = f"{DRAFT}blocks/purpose/"
TEXT, SAVE = "#id_text", "form[data-keep] button[type=submit]"
FIRST = "This paper tells what was audited. It names nobody. It is short."


@pytest.fixture
def paper(prepared):
    """A paper whose first paragraph has three sentences, since its second version."""
    made = drafts.written(prepared, with_records=False)
    words = {"heading": "", "text": FIRST, "data": {}}
    block = made.blocks.get(slug="purpose")
    drafts.writing.change_block(block=block, version=1, words=words, by=prepared, on=drafts.ON)
    return made


def text():
    """The words of the paragraph as they are kept."""
    return Block.objects.get(slug="purpose").text


def saved_as(page, words):
    """Writes `words` into the paragraph's page that is open, and saves."""
    page.fill(TEXT, words)
    page.click(SAVE)


@pytest.mark.long
def test_two_editors_two_tabs_and_the_way_back_lose_no_word(
    page, open_page, client, sign_in, prepared, paper
):
    other = open_page()
    sign_in(page, prepared)
    client.cookies.clear()
    sign_in(other, cast.make_user("clerk", council=prepared.council))
    for one in (page, other):
        one.goto(EDITOR)
    saved_as(other, FIRST.replace("nobody", "no person"))
    saved_as(page, FIRST.replace("short", "long"))
    page.wait_for_selector("text=Your changes and theirs do not touch")
    page.complaints.clear()  # the browser complains of the status 409 itself
    assert_sound(page)
    tab_to(page, "#merged-h ~ form button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    both = "This paper tells what was audited. It names no person. It is long."
    assert text() == both
    page.goto(EDITOR)
    tab = page.context.new_page()
    tab.goto(EDITOR)
    saved_as(tab, "From the second tab.")
    saved_as(page, "From the first tab.")
    assert text() == "From the second tab."
    page.wait_for_selector("text=Someone else changed this while you were writing")
    assert "From the first tab." in page.input_value(TEXT)
    page.click("button:text-is('Save')")
    page.wait_for_selector("text=Your change has been saved.")
    tab.go_back()
    tab.goto(EDITOR)
    saved_as(tab, "Forward.")
    tab.wait_for_selector("text=Your change has been saved.")
    tab.go_back()
    saved_as(tab, "After the way back.")
    tab.wait_for_selector("text=Your change has been saved.")
    assert text() == "After the way back."


def test_a_remark_is_answered_and_settled_versions_compared_and_a_warning_passed_over(
    page, open_page, client, sign_in, prepared, paper
):
    paper.blocks.filter(slug="purpose").update(text=f"{FIRST} It will close in March 2015.")
    approver = open_page()
    sign_in(page, prepared)
    client.cookies.clear()
    sign_in(approver, cast.approver(prepared.council))
    approver.goto(f"{DRAFT}blocks/purpose/remark/")
    typed(approver, "#id_words", "Who is nobody?")
    follow(approver, "main form button[type=submit]")
    page.goto(f"{DRAFT}remarks/")
    follow(page, "a[href$='/answer/']")
    typed(page, "#id_words", "No child.")
    follow(page, "main form button[type=submit]")
    approver.goto(f"{DRAFT}remarks/")
    assert "No child." in approver.inner_text("main")
    follow(approver, "form[action$='/settle/'] button")
    assert "settled by" in approver.inner_text("main")
    assert_sound(approver)
    page.goto(f"{DRAFT}versions/")
    page.click("main form button[type=submit]")
    assert "will close in March" in page.inner_text("#words-h ~ .app-finding ins")
    assert_sound(page)
    page.goto(f"{DRAFT}checks/")
    tab_to(page, "#warnings ~ div article summary")
    page.keyboard.press("Enter")
    typed(page, "[name=reason]", "The committee knows when.")
    follow(page, "form[action$='/pass-over/'] button")
    assert CheckException.objects.get().reason == "The committee knows when."
    assert "The committee knows when." in page.text_content("main")
    assert_sound(page)
