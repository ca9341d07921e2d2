"""An approver's walk: what waits is read to its end, returned or approved; what they edited they
cannot."""

from reports.approvals.operations import approvals
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as operations
from tests import cast
from tests.browser.reading import assert_refused, assert_sound
from tests.make import drafts

DRAFT = "/reports/assurance/january-2016/"


def sent(clerk, **said):
    """A paper that `clerk` has written and sent."""
    paper = drafts.written(clerk, with_records=False, **said)
    return approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)


def test_an_approver_returns_a_paper_and_approves_the_next_round(page, sign_in, prepared):
    paper = sent(prepared)
    sign_in(page, cast.approver())
    page.goto("/home/")
    page.click("text=Read and decide: Assurance report")
    page.wait_for_selector("h1:has-text('Approve: Assurance report')")
    assert_sound(page)
    page.click("summary:has-text('Read the whole report')")
    assert "188 children" in page.inner_text("article")
    assert_sound(page)
    page.click("text=Send back the whole report")
    page.fill("#id_remarks", "Say why.")
    page.click("button:text-is('Return it to its writers')")
    page.wait_for_selector("text=The report is back with its writers.")
    approvals.send_for_approval(paper=paper, by=prepared, on=drafts.ON)
    page.goto(f"{DRAFT}approve/")
    page.click("button:text-is('Approve the report')")
    assert_refused(page)
    page.check("#id_read")
    page.click("button:text-is('Approve the report')")
    page.wait_for_selector("text=You have approved the report.")
    assert page.is_visible("text=You have approved this report already.")
    page.click("text=Restricted version")
    assert page.is_visible("text=RESTRICTED")
    assert Paper.objects.get().status == Paper.APPROVED


def test_an_approver_sends_single_paragraphs_back_and_reads_their_outcome(page, sign_in, prepared):
    paper = sent(prepared)
    sign_in(page, cast.approver())
    page.goto(f"{DRAFT}approve/")
    page.click("text=Send back single paragraphs")
    assert_sound(page)
    page.click("button:text-is('Send these paragraphs back')")
    assert_refused(page)
    page.click("#open-purpose summary")
    page.fill("#id_at-purpose", "Say what was found.")
    assert_sound(page)
    page.click("button:text-is('Send these paragraphs back')")
    page.wait_for_selector("text=The report is back with its writers")
    assert page.is_visible("text=“Say what was found.”")
    assert_sound(page)
    paper = Paper.objects.get()
    block = paper.blocks.get(slug="purpose")
    words = {"text": "This tells what was found."}
    operations.change_block(
        block=block, version=block.version, words=words, by=prepared, on=drafts.ON
    )
    approvals.send_for_approval(paper=paper, by=prepared, on=drafts.ON)
    page.goto(f"{DRAFT}approve/")
    assert page.is_visible("h2:has-text('(1 paragraph)')")
    assert page.is_visible("ins:has-text('found.')")
    assert_sound(page)


def test_who_edited_a_paper_finds_the_reason_in_place_of_the_button(page, sign_in, prepared):
    both = cast.make_user("clerk", "approver")
    paper = drafts.written(prepared, with_records=False)
    block = paper.blocks.get(slug="purpose")
    operations.change_block(block=block, version=1, words={"text": "Mine."}, by=both, on=drafts.ON)
    approvals.send_for_approval(paper=paper, by=prepared, on=drafts.ON)
    sign_in(page, both)
    page.goto(DRAFT)
    assert page.is_visible("text=You have edited this report in this round")
    assert not page.is_visible("text=Read and approve")
    page.goto(f"{DRAFT}approve/")
    assert page.locator("button:text-is('Approve the report')").count() == 0
    assert_sound(page)
