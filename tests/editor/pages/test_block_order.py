"""The pages that put a block elsewhere or out of the paper."""

import re

import pytest

from reports.approvals.operations import approvals
from reports.papers.manuscript import read
from reports.papers.models.blocks import Block
from reports.papers.operations import papers
from tests.make import drafts as papers_written
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


@pytest.mark.long
def test_the_draft_reads_as_the_paper_and_each_block_has_its_ways(browser, paper):
    page = browser.get(at(paper, "draft"))
    text = words(page)
    live = '<span class="draft-live draft-live--{}">{}</span>'
    assert f"and the number {live.format('figure', 'fell from 210 to 188')}." in text
    assert '<h3 id="body-what-was-done"' in text or "What was done</h3>" in text
    for slug in ("purpose", "work", "audits", "children", "recommend-note"):
        assert text.count(f'"{at(paper, "block-menu", slug)}"') == 2
    menu = words(browser.get(at(paper, "block-menu", "audits")))
    assert "add/paragraph/?after=audits" in menu and "[[" not in menu
    assert menu.count(">Move up<") == menu.count(">Move to…<") == 1
    part = words(browser.get(at(paper, "block-menu", "work"), headers={"HX-Request": "true"}))
    assert "add/chart/?parent=work&amp;after=children" in part and "<html" not in part
    assert browser.get(at(paper, "block-menu", "nowhere")).status_code == 404


SENTENCE = "On 1 December 2015 we looked after 188 children, and the number fell from 210 to 188."


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", ["remark", "block-menu", "move-block", "remove-block"])
def test_the_pages_of_a_block_show_what_readers_see_and_no_token(browser, paper, name):
    for row in paper.blocks.all():
        text = words(browser.get(at(paper, name, row.slug)))
        assert "[[" not in text and "]]" not in text, row.slug
    if name != "block-menu":
        assert SENTENCE in plain(browser.get(at(paper, name, "children")))


def test_a_menu_shortens_the_words_of_a_block_before_a_token_that_it_cuts(browser, paper):
    row = paper.blocks.get(slug="purpose")
    text = f"{'Long words ' * 12}[[looked_after.placement:agency_foster @position | words]] there."
    by = paper.versions.first().editor
    papers.change_block(
        block=row,
        version=1,
        words={"heading": "", "text": text, "data": {}},
        by=by,
        on=papers_written.ON,
    )
    assert f"{'Long words ' * 12}…" in words(browser.get(at(paper, "block-menu", "purpose")))


def test_a_comment_on_a_sent_report_stands_below_the_words_that_were_sent(browser, paper):
    approvals.send_for_approval(paper=paper, by=paper.versions.first().editor, on=papers_written.ON)
    assert SENTENCE in plain(browser.get(at(paper, "remark", "children")))
    section = words(browser.get(at(paper, "remark", "work")))
    assert ">What was done</h2>" in section and "we looked after" not in section


def plain(answer):
    """The page as one line of text without its markup."""
    return " ".join(re.sub(r"<[^>]+>", "", words(answer)).split())


FIRST = "This paper tells what was audited. It names nobody. It is short."


@pytest.fixture
def begun(browser, paper):
    """A paragraph of three sentences, at its second version."""
    row = paper.blocks.get(slug="purpose")
    said = {"heading": "", "text": FIRST, "data": {}}
    by = paper.versions.first().editor
    return papers.change_block(block=row, version=1, words=said, by=by, on=papers_written.ON)


def save(browser, paper, text, version, slug="purpose", **said):
    """The answer to a saving of a paragraph."""
    asked = {"heading": "", "text": text, "version": version, **said}
    return browser.post(at(paper, "block", slug), asked)


def test_changes_of_different_sentences_are_offered_in_one_and_kept_by_one_press(
    browser, paper, begun
):
    save(browser, paper, FIRST.replace("nobody", "no person"), 2)
    answer = save(browser, paper, FIRST.replace("short", "long"), 2, heading="Why")
    assert answer.status_code == 409
    assert "Your changes and theirs do not touch" in words(answer)
    assert [row["label"] for row in answer.context["merged"]] == [
        "Heading at the start of the paragraph",
        "Text",
    ]
    kept = browser.post(at(paper, "block", "purpose"), dict(answer.context["merged_post"]))
    assert kept.status_code == 302
    row = Block.objects.get(slug="purpose")
    assert row.text == "This paper tells what was audited. It names no person. It is long."
    assert (row.heading, row.version) == ("Why", 4)


def test_changes_of_one_sentence_or_of_an_unknown_beginning_are_left_to_the_person(
    browser, paper, begun
):
    save(browser, paper, FIRST.replace("nobody", "no person"), 2)
    answer = save(browser, paper, FIRST.replace("nobody", "no one"), 2)
    assert answer.status_code == 409
    assert "do not touch" not in words(answer)
    paper.block_versions.all().delete()
    unknown = save(browser, paper, FIRST.replace("short", "long"), 2)
    assert (unknown.status_code, "do not touch" in words(unknown)) == (409, False)
    assert "no person" in words(answer) and "no one" in words(answer)


def test_what_was_typed_into_a_removed_block_is_there_to_be_added_again(browser, paper):
    browser.post(at(paper, "remove-block", "children"), {"version": 1})
    answer = browser.post(
        at(paper, "block", "children"), {"heading": "", "text": "Mine.", "version": 1}, follow=True
    )
    assert "Another person removed this from the report while you were writing" in words(answer)
    assert answer.context["form"]["text"].value() == "Mine."
    browser.post(answer.redirect_chain[-1][0], {"heading": "", "text": "Mine."})
    assert [one.text for one in paper.blocks.filter(parent__slug="work", removed_on=None)][-1] == (
        "Mine."
    )


def test_a_table_in_a_removed_section_goes_to_its_part(browser, paper):
    grid = {"caption": "C", "columns": "Now | position", "rows": "All | looked_after.children"}
    browser.post(at(paper, "add-block", "table", after="children"), grid)
    row = paper.blocks.get(kind="table")
    browser.post(at(paper, "remove-block", "work"), {"version": 1, "inside": "remove"})
    answer = browser.post(at(paper, "block", row.slug), {**grid, "version": 1}, follow=True)
    assert answer.context["form"]["caption"].value() == "C"
    assert "part=body&parent=&" in answer.redirect_chain[-1][0]


def test_a_removed_block_is_otherwise_not_there(browser, paper, clerk):
    paper.blocks.filter(slug="recommend-note").update(text="note [[para:children]]")
    browser.post(at(paper, "remove-block", "audits"), {"version": 1})
    assert browser.get(at(paper, "block", "audits")).status_code == 404
    assert save(browser, paper, "x" * 500_000, 1, "audits").status_code == 404
    assert save(browser, paper, "Mine.", 1, "never-there").status_code == 404
    typing = {"block": "audits", "part": "", "text": "Still typing."}
    assert browser.post(at(paper, "preview-block", "paragraph"), typing).status_code == 200
    approvals.send_for_approval(
        paper=papers_written.with_reasons(paper, clerk), by=clerk, on=papers_written.ON
    )
    assert save(browser, paper, "Mine.", 1, "audits").status_code == 404


def test_a_block_alone_leads_to_no_place_that_is_not_on_its_page(browser, paper):
    paper.blocks.filter(slug="recommend-note").update(text="note [[para:children]]")
    for name in ("move-block", "remove-block", "remark"):
        page = browser.get(at(paper, name, "recommend-note")).content.decode()
        shown = page[page.index("govuk-inset-text") :]
        shown = shown[: shown.index("<form")]
        assert "paragraph 3" in shown, name
        leads = re.findall(r'href="#([^"]+)"', shown)
        assert all(f'id="{anchor}"' in page for anchor in leads), name
