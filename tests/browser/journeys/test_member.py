"""A member with a tablet: a paper kept without a network until it is removed, in the dark, in
large text, with its figures and abbreviations said where they stand."""

import pytest
from playwright.sync_api import expect

from reports.editions.models.removals import COURT
from reports.issue.operations import removals
from reports.papers.models.papers import Paper
from tests import cast
from tests.browser.reading import assert_sound, faults
from tests.issue.test_issue import frozen, published
from tests.make import drafts

ADDRESS = "/netherby/reports/assurance/january-2016/"
KEPT = "This device keeps this paper for reading offline"


@pytest.fixture
def issued(prepared):
    """The edition of a paper with a figure and an abbreviation, without its PDF."""
    written = drafts.written(prepared, with_records=False, title="Children's & families' checks")
    paper = drafts.sent_and_approved(written, prepared)
    return published(frozen(paper, prepared), prepared)


def test_an_opened_paper_is_read_without_a_network_and_goes_once_it_is_removed(page, issued):
    page.goto(ADDRESS)
    state = page.locator("[data-offline-state]")
    expect(state).to_contain_text(KEPT)
    page.click("text=Keep all of it for reading offline")
    expect(state).to_contain_text("the pages of its figures are kept too")
    page.context.set_offline(True)
    page.reload()
    expect(page.locator(".paper-kept")).to_contain_text("You are reading the copy")
    assert page.inner_text("#para-1")
    page.click("#para-3 a.figure >> nth=0")
    expect(page.locator("dialog[open] .app-figure-value")).to_have_text("188")
    page.goto("/")
    expect(page.locator("[data-offline-said]")).to_contain_text("This device keeps 1 of the papers")
    expect(page.locator("[data-offline-list] a")).to_have_text(issued.title)
    page.context.set_offline(False)
    page.complaints.clear()
    removals.remove(
        paper=Paper.objects.get(pk=issued.paper_id),
        numbers=[issued.number],
        reason=COURT,
        explanation="The court asked for it.",
        by=cast.clerk(),
        on=drafts.ON,
    )
    page.goto("/offline/")
    expect(page.locator("[data-offline-said]")).to_contain_text("This device keeps no paper")


def test_the_dark_look_and_large_text_hold_from_page_to_page(page, issued):
    page.goto(ADDRESS)
    page.select_option("#look-colours", "dark")
    page.select_option("#look-size", "200")
    page.goto(f"{ADDRESS}figures/1/")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    assert page.evaluate("document.documentElement.dataset.size") == "200"
    page.select_option("#look-size", "")
    assert_sound(page)
    page.goto(ADDRESS)
    page.click("#para-3 a.figure >> nth=0")
    page.wait_for_selector("dialog[open]")
    assert faults(page, widths=(1280,)) == []
