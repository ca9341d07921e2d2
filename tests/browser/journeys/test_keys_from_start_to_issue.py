"""The next report by the keyboard alone: started from the last, written where it is read, looked
at, sent, approved and published."""

from datetime import date

import pytest
from playwright.sync_api import expect

from reports.documents.document import from_json, text_of
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper
from tests import cast
from tests.browser.chips.writing import choose, press, write
from tests.browser.keys import ENOUGH_TABS, tab_to
from tests.browser.reading import assert_sound
from tests.issue.test_issue import frozen, published
from tests.make import audits, drafts, looked_after, papers

JULY = date(2016, 7, 11)
BEFORE = "/reports/assurance/january-2016/"


@pytest.fixture
def council(prepared, settings):
    """The council of a clerk whose last report was published, with records of the half-year since
    and a meeting for the next."""
    paper = drafts.sent_and_approved(drafts.written(prepared, with_records=False), prepared)
    published(frozen(paper, prepared), prepared)
    audits.case_audit(council=prepared.council, audited_on=date(2016, 2, 2))
    for day, total in ((date(2015, 7, 1), 200), (date(2016, 6, 1), 190), (date(2016, 7, 1), 191)):
        looked_after.census(council=prepared.council, date=day, total=total)
    papers.meeting(date(2016, 7, 19), council=prepared.council)
    settings.CANDOUR_TODAY = JULY.isoformat()
    return prepared.council


def reach(page, words):
    """Goes to a link or button of the page itself by Tab, from its beginning, and presses it."""
    # As the link to the main content does.
    page.focus("#main-content")
    reach_here(page, words)


def reach_here(page, words):
    """The same from where the focus is."""
    for _ in range(ENOUGH_TABS):
        page.keyboard.press("Tab")
        here = "document.activeElement.closest('a, button')?.textContent.trim() ?? ''"
        if page.evaluate(here).startswith(words):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"Tab never reached {words}: {page.inner_text('main')}")


def write_where_it_is_read(page):
    """A sentence with a figure for one paragraph, and another date for the next."""
    reach(page, "What was done")
    tab_to(page, "[data-block]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".app-in-place .ProseMirror")).to_be_focused()
    page.keyboard.press("Control+End")
    write(page, " We looked after ")
    choose(page, "children looked after")
    page.keyboard.press("Enter")
    write(page, " children.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("[data-in-place-status]")).to_have_text("Your change has been saved.")
    assert_sound(page)
    page.keyboard.press("Enter")
    expect(page.locator("#line-children .ProseMirror")).to_be_focused()
    press(page, "Control+Home", *["ArrowRight"] * 3, *["Shift+ArrowRight"] * len("1 December 2015"))
    write(page, "1 June 2016")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#line-children .draft-shown")).to_contain_text("On 1 June 2016 we looked")
    reach(page, "Tasks of this report")


def look_at_it(page):
    """The one warning is accepted with a reason, and the copied text looked at."""
    reach(page, "Report checks")
    tab_to(page, ".app-cause summary")
    page.keyboard.press("Enter")
    tab_to(page, ".app-cause input[type=text], .app-cause textarea")
    page.keyboard.type("The year is named in the heading above.")
    reach_here(page, "Accept with this reason")
    reach(page, "Check the copied text")
    reach(page, "Recommendations")
    reach(page, "Mark as looked at")
    reach(page, "Mark the 2 sections with nothing to check")


def approve(page):
    """Another reads it from their home, and approves it."""
    page.goto("/home/")
    reach(page, "Read and decide")
    assert_sound(page)
    tab_to(page, "input[type=checkbox]")
    page.keyboard.press("Space")
    reach_here(page, "Approve the report")


def test_the_next_report_is_made_and_published_by_keys_alone(
    writer, open_page, client, sign_in, prepared, council
):
    page, approver = writer, open_page()
    sign_in(page, prepared)
    client.cookies.clear()
    sign_in(approver, cast.approver(council))
    page.goto(f"{BEFORE}next/")
    reach(page, "Start the report")
    report = Paper.objects.exclude(slug="january-2016").get()
    write_where_it_is_read(page)
    look_at_it(page)
    reach(page, "Send for approval")
    assert_sound(page)
    reach(page, "Send for approval")
    approve(approver)
    page.goto(f"/reports/assurance/{report.slug}/job/")
    reach(page, "Continue: Publish")
    reach(page, "Publish the report")
    page.wait_for_selector("text=The report is public.")
    document = from_json(Edition.objects.published().get(paper=report).document)
    printed = text_of(document.sections)
    assert "Managers audited 2 files. We looked after 190 children." in printed
    assert "On 1 June 2016 we looked after 190 children" in printed
