"""A section asked of somebody: written with a preview beside it, handed in, looked at, taken; and
written by a link, without script."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from reports.papers.models.contributions import ContributionRequest
from tests import cast
from tests.browser.reading import assert_refused, assert_sound
from tests.contributions.test_accepting import body
from tests.make import asked as make
from tests.make import drafts as papers

DRAFT = "/reports/assurance/january-2016/"


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.CANDOUR_TODAY = papers.ON.isoformat()


def fill_day(page, day="1", month="2", year="2016"):
    """Types the day by which it is asked."""
    for name, text in (("day", day), ("month", month), ("year", year)):
        page.fill(f"input[name=due_on_{name}]", text)


def test_a_section_is_asked_for_written_and_taken(page, open_page, sign_in, prepared):
    paper = papers.written(prepared, with_records=False)
    manager = cast.make_user("officer", name="Team Manager")
    sign_in(page, prepared)
    page.goto(f"{DRAFT}contributions/ask/?section=block:work")
    page.click("button:text-is('Ask for it')")
    assert_refused(page)
    assert_sound(page)
    page.select_option("#id_asked_of", label="Team Manager")
    fill_day(page)
    page.click("button:text-is('Ask for it')")
    page.wait_for_selector("text=They have been asked by e-mail.")
    page.goto(DRAFT)
    assert "Asked of Team Manager by 1 February 2016." in page.inner_text("#line-work")
    theirs = open_page()
    sign_in(theirs, manager)
    theirs.goto(reverse("contributions:contribution", args=[ContributionRequest.objects.get().pk]))
    _write(theirs)
    sign_in(page, prepared)
    page.goto(f"{DRAFT}contributions/{ContributionRequest.objects.get().pk}/")
    page.click("button:text-is('Add the accepted text to the report')")
    page.wait_for_selector("text=The text that you took is now in the report.")
    assert [one[2] for one in body(paper)][1:3] == [
        "Managers read [[audits.done @year]] files.",
        "Two themes came up.",
    ]


def _write(page):
    """What the manager does: reads, writes with the preview beside, and hands in."""
    page.fill("#id_text-audits", "Managers read [[audits.done @year]] files.")
    page.wait_for_selector("#preview >> text=Managers read 2 files.")
    page.click("summary:has-text('paragraph 2')")
    page.fill("#id_after-audits", "Two themes came up.")
    page.wait_for_selector("#preview >> text=Two themes came up.")
    page.wait_for_selector("[data-keep-status] >> text=Kept, not yet saved")
    assert_sound(page)
    page.reload()
    page.wait_for_selector("text=You have words here that were not saved")
    assert_sound(page)
    page.locator("a:text-is('Take them up') >> visible=true").click()
    page.click("button:text-is('Hand in')")
    page.wait_for_selector("text=It has been handed in.")


def test_a_link_is_enough_to_write_without_script(without_script, page, sign_in, prepared):
    papers.written(prepared, with_records=False)
    sign_in(page, prepared)
    page.goto(f"{DRAFT}contributions/ask/")
    page.select_option("#id_section", value="block:work")
    page.fill("#id_name", "Participation Lead")
    page.fill("#id_email", make.EMAIL)
    fill_day(page)
    page.click("button:text-is('Ask for it')")
    page.wait_for_selector("text=They have been asked")
    way = re.search(r"https?://[^/]+(/contributions/link/\S+)", mail.outbox[0].body)[1]
    theirs = without_script
    theirs.goto(way)
    assert "sessionid" not in [one["name"] for one in theirs.context.cookies()]
    theirs.fill("#id_text-audits", "[[audits.done")
    theirs.click("button:text-is('Hand in')")
    assert_refused(theirs)
    theirs.fill("#id_text-audits", "Managers read files.")
    theirs.click("button:text-is('Hand in')")
    theirs.wait_for_selector("text=It has been handed in.")
    with theirs.expect_download() as saved:
        theirs.click("text=Download what is saved as a Word file")
    theirs.click("text=bring the file back")
    theirs.set_input_files("#id_file", saved.value.path())
    theirs.click("button:text-is('Read this file')")
    theirs.wait_for_selector("text=The file has been read.")
    assert theirs.input_value("#id_text-audits") == "Managers read files."
    page.goto(f"{DRAFT}contributions/")
    page.click("button:text-is('Make a link')")
    assert_sound(page)
    answer = theirs.goto(way)
    assert answer.status == 410
    page.goto(way)
    page.complaints.clear()  # the browser complains of the 410 itself
    assert_sound(page)
