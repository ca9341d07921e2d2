"""A clerk sends, issues and corrects a paper, and readers of either edition are told; then keeps
what it promises and what was decided of it."""

import pytest

from assurance.accounts.models.accounts import User
from reports.demonstration import load
from reports.papers.models.papers import Paper
from tests.browser.forms import SAVE, send, send_refused
from tests.browser.reading import assert_at, assert_sound, open_notices
from tests.issue.test_issue import frozen, published
from tests.make import drafts

JANUARY = "/reports/safeguarding/january-2016/"
PAPER, DRAFT = "/netherby/reports/assurance/january-2016/", "/reports/assurance/january-2016/"


def issued(paper, clerk):
    """The next edition of a paper that waits for approval by another than `clerk`."""
    paper = drafts.approve(Paper.objects.get(pk=paper.pk))
    return published(frozen(paper, clerk), clerk)


def test_a_paper_is_corrected_and_both_editions_say_so(page, sign_in, prepared):
    paper = drafts.sent_and_approved(drafts.written(prepared, with_records=False), prepared)
    published(frozen(paper, prepared), prepared)
    sign_in(page, prepared)
    page.goto(DRAFT)
    page.click("text=Correct this report")
    page.click("button:text-is('Correct this report')")
    assert_sound(page)
    page.click("a:text-is('Describe the changes')")
    page.fill("#id_note", "")
    send_refused(page, "Save the description")
    page.fill("#id_note", "Paragraph 1 named the wrong quarter.")
    send(page, "Save the description", "Readers see this")
    page.goto(f"{DRAFT}send/")
    send(page, "Send for approval", "The report has been sent for approval.")
    issued(paper, prepared)
    for address in (PAPER, f"{PAPER}edition-1/"):
        page.goto(address)
        open_notices(page)
        assert page.is_visible("text=Paragraph 1 named the wrong quarter.")
        assert_sound(page)


def test_a_paper_is_written_sent_and_issued_without_script(without_script, sign_in, prepared):
    page, paper = without_script, drafts.written(prepared, with_records=False)
    sign_in(page, prepared)
    page.goto(DRAFT)
    page.locator("#line-purpose >> text=/^Change/").click()
    page.fill("#id_text", "Told of [[looked_after.children]] children.")
    page.click(SAVE)
    page.click("a:text-is('See it as readers will')")
    assert "Told of 188 children." in page.inner_text("main")
    page.goto(DRAFT)
    page.click("a:text-is('Send for approval')")
    page.click("button:text-is('Send for approval')")
    assert "by Clerk" in page.inner_text("main")
    drafts.approve(paper)
    page.goto(DRAFT)
    page.click("a:text-is('Publish the report')")
    page.click("button:text-is('Publish the report')")
    assert "The report is public." in page.inner_text("main")
    page.click("a:has-text('/netherby/reports/assurance/january-2016/')")
    assert_at(page, "/netherby/reports/assurance/january-2016/")


@pytest.mark.long
def test_a_clerk_keeps_promises_and_decisions_that_anybody_reads(
    page, sign_in, built, transactional_db, demonstration, settings
):
    settings.CANDOUR_TODAY = load.DAY.isoformat()
    sign_in(page, User.objects.get(email="clerk@eborford.example"))
    page.goto(f"{JANUARY}commitments/")
    page.check("fieldset:has-text('From 2016') >> text=It is no commitment")
    page.click("button:text-is('Save the commitments')")
    page.wait_for_selector("text=The commitments have been saved.")
    assert "From 2016" not in page.inner_text("main")
    page.goto(f"{JANUARY}decisions/")
    page.locator("select").first.select_option("amended")
    for name, value in (("day", load.DAY.day), ("month", load.DAY.month), ("year", load.DAY.year)):
        page.locator(f"main input[name$={name}]").first.fill(str(value))
    page.click("button:text-is('Save the decisions')")
    page.wait_for_selector("text=Write the recommendation as the committee amended it")
    assert_sound(page)
    page.locator("textarea").first.fill("note all of it")
    page.click("button:text-is('Save the decisions')")
    page.wait_for_selector("text=The decisions have been saved.")
    page.context.clear_cookies()
    for register, words in (("recommendations", "note all of it"), ("commitments", "Kept")):
        page.goto(f"/eborford/{register}/")
        assert words in page.inner_text("main")
        assert_sound(page)
    page.goto("/eborford/commitments/")
    page.click("tbody a[href*='/january-2016/#'] >> nth=0")
    assert "#para-" in page.url
