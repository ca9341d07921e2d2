"""What stands beside a block while a section is written, and the form that stands in its place."""

import pytest

from assurance.runtime.periods import this_moment
from reports.editor import autosave
from reports.editor.models import AutosavedText
from reports.verdicts.paper.cause_lines import checks_by_block
from reports.verdicts.paper.verdict import verdict
from tests.make import papers
from tests.page_requests import at, drawn, words

pytestmark = pytest.mark.django_db
PART = {"HTTP_HX_REQUEST": "true"}


def beside(browser, paper, slug, **more):
    """What belongs to a block, as a page."""
    return words(browser.get(at(paper, "block-beside", slug), **more))


def test_figures_of_a_block_are_named_with_their_values_and_what_has_none_is_left_to_checks(
    browser, paper
):
    page = beside(browser, paper, "children")
    assert "<html" in page and "This was not in the last report." in page
    assert "Children looked after" in page and "Figures and dates here" in page
    text = "They were [[looked_after.children @nowhere]], see [[para:audits]]."
    papers.block(paper=paper, slug="faulty", part="body", text=text)
    assert "Figures and dates here" not in beside(browser, paper, "faulty")


@pytest.mark.long
def test_each_finding_of_a_draft_is_at_its_block_once_and_copied_text_is_none(
    browser, paper, clerk
):
    text = "They were [[looked_after.children @nowhere]]. " * 2
    papers.block(paper=paper, slug="faulty", part="body", text=text)
    paper.blocks.filter(slug="purpose").update(carried_from="purpose")
    found = verdict(paper)
    by_block = checks_by_block(clerk, (*found.stopping, *found.advice))
    for cause in (*found.stopping, *found.advice):
        for result in cause.results:
            rows = by_block.get(result.fault.block, ())
            named = [row for row in rows if row.text.startswith(result.fault.says)]
            expected = 0 if cause.is_unread or not result.fault.block else 1
            assert len(named) == expected, result.fault
    assert by_block["faulty"] and "purpose" not in by_block
    page = words(browser.get(at(paper, "section", "faulty")))
    assert page.partition("data-checks")[2].count(by_block["faulty"][0].text[:20]) >= 1


def test_unsaved_words_are_named_at_their_block_for_their_writer_alone(browser, paper, clerk):
    place = autosave.block_place("audits")
    autosave.save_text(paper, clerk, place, seen=1, words={"text": "Kept."}, at=this_moment())
    new = autosave.new_place("paragraph", "body", "", "audits")
    autosave.save_text(paper, clerk, new, seen=0, words={"text": "New."}, at=this_moment())
    assert AutosavedText.objects.visible_to(clerk).blocks_of(paper) == {"audits"}
    page = words(browser.get(at(paper, "section", "work")))
    assert page.count("You have words here that are not saved.") == 1
    assert f"{at(paper, 'block', 'audits')}?take=up" in page


@pytest.mark.parametrize(
    ("name", "slug", "in_place"),
    [("block", "children", True), ("block", "work", True), ("add-block", "cells", False)],
)
def test_the_form_of_prose_stands_in_its_place_and_others_have_a_page(
    browser, paper, name, slug, in_place
):
    page = words(browser.get(at(paper, name, slug, here=1)))
    assert ("data-in-place" in page) is in_place and ("<html" in page) is not in_place
    assert "<html" in words(browser.get(at(paper, name, slug)))


@pytest.mark.long
def test_a_form_in_its_place_is_refused_with_what_was_typed_and_saved_to_its_section(
    browser, paper
):
    change = at(paper, "block", "children", here=1)
    browser.get(at(paper, "section", "children"))
    typed = {**drawn(browser.get(change)), "text": "[[no"}
    refused = browser.post(change, typed)
    page = words(refused)
    assert "data-in-place" in page and "There is a problem" in page and "[[no" in page
    done = browser.post(change, {**typed, "text": "We look after them."}, follow=True)
    assert done.redirect_chain[-1][0] == at(paper, "section", "children")
    assert "We look after them." in words(done)
