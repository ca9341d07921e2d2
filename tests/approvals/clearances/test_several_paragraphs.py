"""An entry of several paragraphs is written where it is cleared: each in its box, a further one
behind them, and never over words that the writer did not see."""

import pytest

from assurance.records.record import EditConflict
from reports.approvals.clearances import operations
from reports.approvals.clearances.entries import written_entry
from tests.approvals.clearances.steps import ON, add, clear, digest, fresh, refusal, state, write
from tests.make import papers
from tests.make.clearances import LEGAL
from tests.page_requests import at, browser_of, drawn, errors, words

pytestmark = pytest.mark.django_db
CHANGED = "read otherwise than when you opened"


@pytest.fixture(params=["section", "heading"])
def several(request, bare, clerk):
    """A report whose legal implications are two paragraphs and a table under a heading."""
    return with_paragraphs(bare, clerk, request.param)


def with_paragraphs(paper, clerk, kind):
    """The report with legal implications of two paragraphs and a table."""
    said = {"part": "implications"}
    paper = add(paper, clerk, slug="law", kind=kind, heading="Legal", text="", **said)
    head = paper.blocks.get(slug="law")
    said["parent"] = head if kind == "section" else None
    after = None if kind == "section" else head
    paper = add(paper, clerk, slug="act", after=after, text="The Act.", **said)
    act = paper.blocks.get(slug="act")
    paper = add(paper, clerk, slug="case", after=act, text="The case.", **said)
    cells = {"columns": [{"label": "A"}, {"label": "B"}], "rows": [["C", "D"]]}
    data = {"caption": "Cases", "cells": cells}
    case = paper.blocks.get(slug="case")
    return add(paper, clerk, slug="cases", after=case, kind="table", text="", data=data, **said)


def texts(paper):
    """The texts of its paragraphs in order."""
    return [block.text for block in written_entry(fresh(paper), LEGAL).paragraphs]


def saved(paper, by, text="", **paragraphs):
    """The report once `by` saved the entry with other words in some paragraphs."""
    rows = {block.slug: block for block in paper.blocks.filter(slug__in=("act", "case"))}
    typed = {slug: (row.version, paragraphs.get(slug, row.text)) for slug, row in rows.items()}
    said = {"paper": paper, "scope": LEGAL, "text": text, "paragraphs": typed, "by": by, "on": ON}
    operations.write_entry(**said)
    return fresh(paper)


def test_each_paragraph_is_written_a_further_one_follows_and_an_empty_one_goes(several, lawyer):
    assert not written_entry(several, LEGAL).is_one_paragraph
    assert saved(several, lawyer, case="Another case.") and texts(several)[1] == "Another case."
    paper = saved(several, lawyer, "More law.", act="")
    assert texts(paper) == ["Another case.", "More law."]
    entry = written_entry(paper, LEGAL)
    assert [block.slug for block in entry.others] == ["cases"]
    printed = state(paper).printed.text
    assert "Another case." in printed and printed.endswith("More law.")
    assert "The Act." not in printed
    assert clear(paper, lawyer) and state(paper).is_met


@pytest.mark.long
def test_the_same_words_are_no_change_and_other_boxes_are_none_of_it(several, lawyer):
    same = {slug: (1, text) for slug, text in (("act", "The Act."), ("case", "The case."))}
    said = {"paper": several, "scope": LEGAL, "by": lawyer, "on": ON}
    assert "already saved" in refusal(operations.write_entry, paragraphs=same, **said)
    assert CHANGED in refusal(operations.write_entry, version=1, text="Mine.", **said)
    gone = {**same, "gone": (1, "x")}
    assert CHANGED in refusal(operations.write_entry, paragraphs=gone, **said)
    assert texts(several) == ["The Act.", "The case."]


def test_boxes_of_an_entry_that_became_one_paragraph_are_refused(paper, lawyer):
    said = {"paper": paper, "scope": LEGAL, "by": lawyer, "on": ON}
    refused = refusal(operations.write_entry, paragraphs={"law": (1, "x")}, **said)
    assert CHANGED in refused


@pytest.mark.sampled(4)
@pytest.mark.parametrize("typed", [{"act": (1, "Mine.")}, {"act": (1, "Mine."), "case": (1, "")}])
def test_what_another_wrote_or_added_meanwhile_is_not_lost(several, lawyer, clerk, typed):
    several = write(several, "Theirs.", clerk, "case")
    said = {"paper": several, "scope": LEGAL, "by": lawyer, "on": ON, "paragraphs": typed}
    with pytest.raises(EditConflict):
        operations.write_entry(**said)
    assert texts(several) == ["The Act.", "Theirs."]


def test_several_paragraphs_of_one_name_take_a_further_one_of_that_name(paper, lawyer, clerk):
    after = paper.blocks.get(slug="law")
    said = {"part": "implications", "heading": "Legal"}
    paper = add(paper, clerk, slug="act", after=after, text="The Act.", **said)
    typed = {"act": (1, "An Act."), "law": (1, after.text)}
    said = {"paper": paper, "scope": LEGAL, "by": lawyer, "on": ON}
    operations.write_entry(text="More.", paragraphs=typed, **said)
    assert texts(paper) == [after.text, "An Act.", "More."]
    assert {block.heading for block in written_entry(fresh(paper), LEGAL).blocks} == {"Legal"}


@pytest.mark.long
def test_the_page_has_a_box_for_each_saves_and_clears(several, lawyer):
    browser, place = browser_of(lawyer), at(several, "clearance", LEGAL)
    page = browser.get(place)
    assert "A clerk changes the tables" in words(page)
    assert "Nothing to write" not in words(page)
    sent = {**drawn(page), "text_act": "An Act.", "text": "More.", "do": "clear"}
    assert "You have cleared" in words(browser.post(place, sent, follow=True))
    assert texts(several) == ["An Act.", "The case.", "More."] and state(several).is_met


@pytest.mark.long
def test_the_page_shows_both_texts_and_saves_over_once_seen(several, lawyer, clerk):
    browser, place = browser_of(lawyer), at(several, "clearance", LEGAL)
    sent = {**drawn(browser.get(place)), "text_act": "Mine.", "do": "save"}
    paper = write(several, "Theirs.", clerk, "act")
    after = paper.blocks.get(slug="case")
    papers.block(
        paper=paper, slug="new", part="implications", order=after.order, parent=after.parent,
        text="A new one.",
    )  # fmt: skip
    answer = browser.post(place, sent)
    page = words(answer)
    assert answer.status_code == 409 and "Mine." in page and "Theirs." in page
    assert texts(paper)[0] == "Theirs."
    again = {**drawn(answer), "do": "save"}
    assert "It has been saved" in words(browser.post(place, again, follow=True))
    assert texts(paper)[0] == "Mine." and "A new one." in texts(paper)


def test_what_is_wrong_is_said_at_its_box(several, lawyer):
    browser, place = browser_of(lawyer), at(several, "clearance", LEGAL)
    sent = {**drawn(browser.get(place)), "do": "save", "digest": digest(several)}
    answer = browser.post(place, {**sent, "text_act": "[[broken"})
    assert errors(answer)["text_act"] and texts(several)[0] == "The Act."
