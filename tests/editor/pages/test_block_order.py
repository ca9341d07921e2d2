"""The pages that put a block elsewhere or out of the paper."""

import pytest

from reports.papers.manuscript import read
from tests.page_requests import at, errors, words


def places(answer):
    """Every place that the page offers, with its words."""
    groups = answer.context["form"].fields["to"].choices[1:]
    return {name: said for _part, inside in groups for name, said in inside}


def test_a_block_is_offered_every_place_that_may_hold_it_and_no_other(browser, paper):
    offered = places(browser.get(at(paper, "move-block", "audits")))
    assert offered["in:work"] == "First in section: What was done"
    assert offered["after:children"].startswith("After paragraph 3: On 1 December")
    assert "part:body" in offered
    assert not [one for one in offered if one.endswith(("audits", ":contacts", ":wards"))]
    of_section = places(browser.get(at(paper, "move-block", "work")))
    assert not [one for one in of_section if one.endswith(("work", "audits", "children"))]
    asking = places(browser.get(at(paper, "move-block", "recommend-note")))
    assert list(asking) == ["part:recommendations"]


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("part:introduction", "audits purpose work children recommend-note"),
        ("after:purpose", "purpose audits work children recommend-note"),
        ("after:children", "purpose work children audits recommend-note"),
        ("after:work", "purpose work children audits recommend-note"),
        ("up", "purpose work audits children recommend-note"),
        ("down", "purpose work children audits recommend-note"),
    ],
)
def test_a_block_is_put_where_it_is_dropped_or_chosen(browser, paper, to, expected):
    answer = browser.post(at(paper, "move-block", "audits"), {"to": to})
    assert answer.headers["Location"].endswith("#line-audits")
    assert " ".join(one.slug for one in read(paper).blocks) == expected


@pytest.mark.parametrize(
    ("to", "sentence"),
    [
        ("", "Choose where it goes"),
        ("after:gone", "There is no such place for it any more: choose another."),
        ("in:children", "There is no such place for it any more: choose another."),
        ("part:contacts", "There is no such place for it any more: choose another."),
        ("\0", "There is no such place for it any more: choose another."),
    ],
)
def test_a_place_that_is_none_is_refused_in_words(browser, paper, to, sentence):
    answer = browser.post(at(paper, "move-block", "audits"), {"to": to})
    assert sentence in errors(answer)["to"][0]


def test_a_cited_section_is_removed_after_its_citations_were_shown(browser, paper):
    page = browser.get(at(paper, "remove-block", "work"))
    assert [one.slug for one in page.context["cited"]] == ["recommend-note"]
    assert at(paper, "block", "recommend-note") in words(page)
    assert [name for name, _words in page.context["within"]] == ["paragraph 2", "paragraph 3"]
    kept = browser.post(at(paper, "remove-block", "work"), {"version": 1, "inside": "keep"})
    assert kept.status_code == 302
    assert " ".join(one.slug for one in read(paper).blocks) == (
        "purpose audits children recommend-note"
    )


def test_the_draft_reads_as_the_paper_and_each_block_has_its_ways(browser, paper):
    page = browser.get(at(paper, "draft"))
    text = words(page)
    assert "and the number fell from 210 to 188." in text
    assert '<h3 id="body-what-was-done"' in text or "What was done</h3>" in text
    assert "add/paragraph/?after=audits" in text
    assert "add/chart/?parent=work&amp;after=children" in text
    assert text.count(">Move up<") == text.count(">Move to…<") == 5
