"""Anyone, signed in nowhere, on a telephone: reads a paper to the paragraph that a recommendation
cites, to a figure, to the PDF; finds papers by words and is told of the next; follows a figure, a
paper and a promise through all papers."""

import hashlib
from datetime import date

import pytest
from django.core import mail
from django.core.cache import cache

from reports.documents.document import Paragraph, Run, Section, Text
from reports.issue import jobs
from reports.language.rules import due_dates
from reports.publication.indexing.editions import index_edition
from tests.browser.keys import tab_to
from tests.browser.reading import assert_at, assert_refused, assert_sound
from tests.make import drafts, promised, published_figures
from tests.make.published_figures import BEFORE, entry
from tests.publication.search import published_papers

TELEPHONE = {"width": 320, "height": 640}
ADDRESS = "/netherby/reports/assurance/january-2016/"


@pytest.fixture
def issued(prepared):
    """The edition of a paper that was written, approved and issued."""
    paper = drafts.sent_and_approved(drafts.written(prepared, with_records=False), prepared)
    return jobs.issue(paper, by=prepared, on=drafts.ON)


def test_anyone_reads_an_issued_paper_on_a_telephone(page, issued):
    page.set_viewport_size(TELEPHONE)
    page.goto("/")
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
        page.click("a.reading-button")
    kept = issued.files.get(media_type="application/pdf")
    assert hashlib.sha256(file.value.path().read_bytes()).hexdigest() == kept.sha256


def test_a_paper_is_read_by_keyboard_and_without_script(page, without_script, issued):
    page.goto(ADDRESS)
    tab_to(page, ".paper li a[href='#para-2']")
    page.keyboard.press("Enter")
    assert_at(page, "#para-2")
    tab_to(page, "#para-3 a.figure")
    page.keyboard.press("Enter")
    assert page.inner_text("#open-figure .app-figure-value") == "188"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('#para-3 a.figure')")
    without_script.goto(ADDRESS)
    without_script.click("#para-3 a.figure >> nth=0")
    assert without_script.inner_text(".app-figure-value") == "188"


@pytest.fixture
def found(built, live_server):
    """A published paper that can be found."""
    cache.clear()
    return published_papers.edition(title="Half-year report")


def test_anyone_finds_a_paper_and_asks_to_be_told_of_the_next(page, without_script, found):
    page.set_viewport_size(TELEPHONE)
    page.goto("/")
    page.fill("#find", "case audits")
    page.press("#find", "Enter")
    assert page.inner_text("[role=status]") == "1 result."
    assert page.inner_text("mark >> nth=0") == "audited"
    assert_sound(page)
    page.set_viewport_size(TELEPHONE)
    page.click("main >> text=Paragraph 1")
    assert_at(page, "#para-1")
    page.goto("/netherby/search/?words=" + "x" * 300)
    assert_refused(page)
    # The console tells of the status as well.
    assert "400" in page.complaints.pop()
    assert_sound(page)
    page.goto("/netherby/reports/?subject=dbs")
    assert page.inner_text("[role=status]") == "1 report."
    page.click("text=Get an e-mail when a report is published")
    page.click("text=Send me a link to confirm")
    assert_refused(page)
    assert_sound(page)
    page.fill("#id_email", "reader@example.org")
    page.click("text=Send me a link to confirm")
    assert_at(page, "/follow/asked/")
    [way] = [one for one in mail.outbox[0].body.splitlines() if "/confirm/" in one]
    page.goto(way.partition("localhost:8000")[2])
    page.click("text=Yes, send me e-mails")
    without_script.goto(page.url)
    without_script.click("text=Stop everything")
    assert_at(without_script, "/follow/stopped/")
    page.reload()
    assert "This link has ended" in page.inner_text("h1")


def edition(says, *figures, **said):
    """A published edition with one paragraph, what it tells of kept."""
    paragraph = Paragraph("para-1", "1.", (), (Text((Run(says),)),))
    made = published_figures.edition(
        *figures, sections=(Section("w", "W", blocks=(paragraph,)),), **said
    )
    index_edition(made)
    return made


def test_anyone_follows_a_figure_a_paper_and_a_promise(page, built, live_server):
    one = edition(
        "A third audit will begin.", entry("24", BEFORE, count=24, base="346"), period_end=BEFORE
    )
    now = edition("The third audit began.", entry("30", count=30, cohort="All staff"))
    promised.commitment(
        paper=one.paper,
        anchor="para-1",
        state=due_dates.MET,
        answered_on=date(2016, 1, 8),
        answered_in=now.paper,
        answered_anchor="para-1",
    )
    page.goto(f"/netherby/reports/assurance/{now.paper.slug}/")
    page.click("text=Changes since the last report")
    assert_sound(page)
    page.click("summary:has-text('1 figure cannot be compared')")
    assert "They count different populations" in page.inner_text("main")
    page.go_back()
    page.click("text=All figures in every report")
    page.click("main >> text=People past their re-check date")
    assert_at(page, "/netherby/figures/dbs.overdue/")
    assert_sound(page)
    # Two values are told in words.
    assert page.locator("svg.app-chart__drawing").count() == 0
    page.goto("/netherby/reports/")
    page.click("nav >> text=Reporting history")
    page.goto("/netherby/commitments/")
    page.click("main tbody th a")
    assert_sound(page)
    assert "The third audit began." in page.inner_text("main")


def test_anyone_chooses_two_reports_and_opens_the_words_that_changed_by_keyboard(page, built):
    one = edition("A third audit will begin.", entry("24", BEFORE, count=24), period_end=BEFORE)
    now = edition("The third audit will end.", entry("30", count=30))
    page.goto("/netherby/reports/")
    page.click("nav >> text=Compare two reports")
    assert_sound(page)
    page.click("main button")
    assert_refused(page)
    page.select_option("#id_earlier", label=f"December 2015: {now.title}")
    page.select_option("#id_later", label=f"June 2015: {one.title}")
    page.click("main button")
    assert page.inner_text("h1") == "June 2015 and December 2015"
    assert "Rose by 6" in page.inner_text("main")
    assert_sound(page)
    words = page.locator("details", has_text="W: 1 change")
    assert not page.locator("del").first.is_visible()
    words.locator("summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("del").first.inner_text().startswith("Removed: ")
    assert page.locator("ins").first.inner_text().startswith("Added: ")
    assert_sound(page)
    page.click("text=Open all parts")
    assert page.locator("details:not([open])").count() == 0
    page.emulate_media(media="print")
    assert not page.locator(".app-choice").is_visible()
    link = "document.querySelector('.app-compared td a'), '::after'"
    assert page.evaluate(f"getComputedStyle({link}).content") == "none"
