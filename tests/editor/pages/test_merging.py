"""Two people at one block: what they changed apart is put together, and nothing is lost."""

import pytest

from reports.approvals.operations import approvals
from reports.papers.models.blocks import Block
from reports.papers.operations import papers
from tests.make import drafts as papers_written
from tests.page_requests import at, words

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


def test_changes_of_one_sentence_are_left_to_the_person_with_both_shown(browser, paper, begun):
    save(browser, paper, FIRST.replace("nobody", "no person"), 2)
    answer = save(browser, paper, FIRST.replace("nobody", "no one"), 2)
    assert answer.status_code == 409
    assert "do not touch" not in words(answer)
    assert "no person" in words(answer) and "no one" in words(answer)


def test_nothing_is_put_together_where_what_both_began_with_is_not_known(browser, paper, begun):
    paper.block_versions.all().delete()
    save(browser, paper, FIRST.replace("nobody", "no person"), 2)
    answer = save(browser, paper, FIRST.replace("short", "long"), 2)
    assert (answer.status_code, "do not touch" in words(answer)) == (409, False)


def test_what_was_typed_into_a_removed_block_is_there_to_be_added_again(browser, paper):
    browser.post(at(paper, "remove-block", "children"), {"version": 1})
    answer = browser.post(
        at(paper, "block", "children"), {"heading": "", "text": "Mine.", "version": 1}, follow=True
    )
    assert "Somebody has removed this from the paper while you were writing" in words(answer)
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
