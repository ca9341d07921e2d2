"""The legal implications from being asked for to the approved report: the clerk asks, the lawyer
writes and clears with one press, the report is sent and approved; and the same without script."""

import pytest

from reports.approvals.models.clearances import Clearance
from reports.approvals.operations import approvals
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as writing
from tests import cast
from tests.browser.reading import assert_refused, assert_sound
from tests.make import clearances as make
from tests.make import drafts, papers

pytestmark = pytest.mark.long

DRAFT = "/reports/assurance/january-2016/"
NAME = "Legal implications"


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.CANDOUR_TODAY = drafts.ON.isoformat()


@pytest.fixture
def lawyer(prepared):
    """Whom the rule names for the legal implications."""
    found = cast.make_user("approver", council=prepared.council, name="Head of Legal Services")
    make.rule(council=prepared.council, approver=found)
    return found


def press(page, words):
    """Presses a button by its words."""
    page.click(f"button:has-text('{words}')")


def test_they_are_asked_for_written_cleared_and_approved(
    page, open_page, sign_in, prepared, lawyer
):
    drafts.written(prepared, with_records=False)
    director = papers.approval_rule(council=prepared.council).approver
    sign_in(page, prepared)
    page.goto(f"{DRAFT}job/")
    assert_sound(page)
    press(page, "Ask for the clearance that is not asked for")
    page.wait_for_selector(f"text=Asked for: {NAME}.")
    theirs = open_page()
    sign_in(theirs, lawyer)
    theirs.goto("/home/")
    theirs.click(f"a:has-text('{NAME} of')")
    assert_sound(theirs)
    press(theirs, "Save and clear")
    assert_refused(theirs)
    press(theirs, "Nothing to write")
    theirs.wait_for_selector("text=There are no legal implications.")
    press(theirs, "Save and clear")
    theirs.wait_for_selector("text=You have cleared the legal implications.")
    assert_sound(theirs)
    sign_in(page, prepared)
    page.goto(f"{DRAFT}job/")
    page.wait_for_selector("text=Cleared on 18 January 2016 by Head of Legal Services")
    assert_sound(page)
    page.goto(f"{DRAFT}send/")
    press(page, "Send for approval")
    sign_in(theirs, director)
    theirs.goto(f"{DRAFT}approve/")
    theirs.wait_for_selector("text=Cleared 18 January 2016")
    assert_sound(theirs)
    theirs.check("input[name=read]")
    press(theirs, "Approve the report")
    theirs.wait_for_selector("text=You have approved the report.")
    assert Paper.objects.get().status == Paper.APPROVED


def test_without_script_one_press_writes_and_clears(without_script, sign_in, prepared, lawyer):
    page, paper = without_script, drafts.written(prepared, with_records=False)
    make.entry(paper, text="The Council must assure itself.", slug="law", order=99)
    sign_in(page, lawyer)
    page.goto(f"{DRAFT}clearances/{make.LEGAL}/")
    page.fill("#id_text", "The Act of 1989 asks it.")
    press(page, "Save and clear")
    page.wait_for_selector("text=You have cleared the legal implications.")
    assert Clearance.objects.get().text == "The Act of 1989 asks it."


def test_what_changed_meanwhile_is_shown_and_a_sent_report_is_cleared_as_it_reads(
    page, sign_in, prepared, lawyer
):
    paper = drafts.written(prepared, with_records=False)
    block = make.entry(paper, text="The Act asks it.", slug="law", order=99)
    make.clearance(paper=paper, clearer=lawyer)
    sign_in(page, lawyer)
    page.goto(f"{DRAFT}clearances/{make.LEGAL}/")
    page.wait_for_selector("text=Take my clearance back")
    said = {"words": {"text": "The clerk was first."}, "by": prepared, "on": drafts.ON}
    writing.change_block(block=block, version=block.version, **said)
    page.fill("#id_text", "The lawyer was second.")
    press(page, "Save and clear")
    page.wait_for_selector("text=Someone else changed this while you were writing")
    page.complaints.clear()  # the browser complains of the status 409 itself
    assert_sound(page)
    press(page, "Save without clearing")
    page.wait_for_selector("text=It has been saved. It is not cleared yet.")
    page.wait_for_selector("text=Changes since it was cleared")
    assert_sound(page)
    approvals.send_for_approval(paper=paper, by=prepared, on=drafts.ON)
    page.reload()
    page.wait_for_selector("text=The report was sent for approval")
    assert_sound(page)
    press(page, "Clear as they read now")
    page.wait_for_selector("text=You have cleared the legal implications.")
    assert Clearance.objects.last().text == "The lawyer was second."
