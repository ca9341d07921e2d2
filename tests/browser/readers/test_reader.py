"""Anyone's walk, on a telephone and signed in nowhere: from the front page to the paragraph that a
recommendation cites, to a figure, to the PDF."""

import hashlib

import pytest

from reports.issue import jobs
from tests.browser.keys import tab_to
from tests.browser.reading import assert_at, assert_sound
from tests.make import drafts

TELEPHONE = {"width": 320, "height": 640}
ADDRESS = "/netherby/papers/assurance/january-2016/"


@pytest.fixture
def issued(prepared):
    """The edition of a paper that was written, approved and issued."""
    paper = drafts.sent_and_approved(drafts.written(prepared, with_records=False), prepared)
    return jobs.issue(paper, by=prepared, on=drafts.ON)


def test_anyone_reads_an_issued_paper_on_a_telephone(page, issued):
    page.set_viewport_size(TELEPHONE)
    page.goto("/")
    assert_sound(page)
    page.click("text=Assurance report")
    assert_sound(page)
    page.set_viewport_size(TELEPHONE)
    page.click(".paper-words li a >> text=paragraphs 2–3")
    assert_at(page, "#para-2")
    page.wait_for_selector("#para-2:target")
    page.click("#para-3 a.figure >> nth=0")
    assert page.inner_text(".app-figure-value") == "188"
    assert_sound(page)
    page.click("a:text-is('paragraph 3')")
    assert_at(page, "#para-3")
    with page.expect_download() as file:
        page.evaluate("document.querySelector('a[href$=\".pdf\"]').setAttribute('download', '')")
        page.click("text=Download this paper as PDF")
    kept = issued.files.get(media_type="application/pdf")
    assert hashlib.sha256(file.value.path().read_bytes()).hexdigest() == kept.sha256


def test_a_paper_is_read_by_keyboard_and_without_script(page, without_script, issued):
    page.goto(ADDRESS)
    tab_to(page, ".paper li a[href='#para-2']")
    page.keyboard.press("Enter")
    assert_at(page, "#para-2")
    tab_to(page, "#para-3 a.figure")
    page.keyboard.press("Enter")
    assert page.inner_text("dialog[open] .app-figure-value") == "188"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('#para-3 a.figure')")
    without_script.goto(ADDRESS)
    without_script.click("#para-3 a.figure >> nth=0")
    assert without_script.inner_text(".app-figure-value") == "188"
