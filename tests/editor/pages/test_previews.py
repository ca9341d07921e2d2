"""What the editor shows beside, and several paragraphs at once."""

import pytest

from reports.approvals.operations import approvals
from reports.papers.manuscript import read
from tests.make import drafts
from tests.page_requests import at, errors, words

TEXT = "One thing.\n\nAnother:\n* a\n* b\n\n\nA third."


def preview(browser, paper, kind="paragraph", **said):
    """What the editor is sent for what was typed."""
    return words(browser.post(at(paper, "preview-block", kind), said))


@pytest.mark.long
def test_what_is_written_is_shown_with_its_number_figures_and_faults(browser, paper):
    shown = preview(browser, paper, block="audits", text="There were [[audits.done @year]] audits.")
    assert "There were 2 audits." in shown and ">2.</a>" in shown
    assert "The preview is up to date." in shown
    said = {"part": "body", "parent": "work", "after": "audits", "text": "New."}
    assert ">3.</a>" in preview(browser, paper, **said)
    assert ">2.</a>" in preview(browser, paper, **{**said, "after": ""})
    assert ">2.</a>" in preview(browser, paper, part="body", text="New.")
    shown = preview(browser, paper, block="audits", text="See [[para:gone]] and [[no.figure]].")
    assert shown.count("To fix:") == 2 and "2 to fix." in shown
    asked = {"block": "recommend-note", "text": "note [[para:audits]]"}
    assert "note <a" in preview(browser, paper, "recommendation", **asked)


def test_a_table_is_shown_once_it_can_be_read(browser, paper):
    said = {"part": "body", "caption": "Children", "columns": "Then | comparison"}
    assert "Choose at least one figure" in preview(browser, paper, "table", **said)
    said["rows"] = "All | looked_after.children"
    shown = preview(browser, paper, "table", **said)
    assert "Table 1:" in shown
    assert "210" in shown
    cells = preview(browser, paper, "cells", part="body", caption="Words", rows="A | B\nc | d")
    assert "<td>d</td>" in cells


@pytest.mark.long
def test_several_paragraphs_are_shown_before_they_are_kept(browser, paper):
    address = at(paper, "add-several", part="body", after="audits", parent="work")
    shown = browser.post(address, {"text": TEXT})
    assert "3 blocks, as they will be added" in words(shown)
    assert "Add these 3" in words(shown)
    assert paper.blocks.filter(parent__slug="work").count() == 2
    mark = shown.context["form"]["shown"].value()
    kept = browser.post(address, {"text": TEXT, "shown": mark}, follow=True)
    assert "3 blocks have been added." in words(kept)
    rows = [one.text for one in paper.blocks.filter(parent__slug="work")]
    assert rows[1:4] == ["One thing.", "Another:\n* a\n* b", "A third."]


@pytest.mark.long
def test_paragraphs_that_changed_since_they_were_shown_or_come_too_late_are_not_added(
    browser, paper, clerk
):
    address = at(paper, "add-several", part="introduction")
    mark = browser.post(address, {"text": TEXT}).context["form"]["shown"].value()
    again = browser.post(address, {"text": "Only this.", "shown": mark})
    assert "Add it" in words(again) and "1 block, as it will" in words(again)
    approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)
    answer = browser.post(address, {"text": TEXT, "shown": mark})
    assert "has been sent for approval" in errors(answer)["__all__"][0]
    assert not paper.blocks.filter(text__in=["Only this.", "A third."]).exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", "Write or paste the paragraphs"), ("Well.\n\nA [[loose", "Paragraph 2: Two square")],
)
def test_wrong_paragraphs_get_their_sentence(browser, paper, text, sentence):
    answer = browser.post(at(paper, "add-several", part="body"), {"text": text})
    assert any(sentence in one for one in errors(answer)["text"])


def test_headings_lists_and_tables_that_were_pasted_are_shown_and_kept(browser, paper):
    text = "# Who\n\nThese:\n* a\n\n## Where\n\n| Place | No |\n| York | 2 |\n\n# Next\n\nEnd."
    address = at(paper, "add-several", after="work")
    shown = browser.post(address, {"text": text})
    assert "6 blocks, as they will be added" in words(shown)
    assert '<td class="govuk-table__cell">York</td>' in words(shown)
    browser.post(address, {"text": text, "shown": shown.context["form"]["shown"].value()})
    found = [(one.kind, one.parent, one.heading or one.text) for one in read(paper).blocks[4:-1]]
    assert found == [
        ("section", "", "Who"),
        ("paragraph", "who", "These:\n* a"),
        ("section", "who", "Where"),
        ("table", "where", ""),
        ("section", "", "Next"),
        ("paragraph", "next", "End."),
    ]


@pytest.mark.long
def test_a_paragraph_of_200_kilobytes_or_with_a_table_in_it_gets_a_sentence(browser, paper):
    for text, sentence in (
        ("word " * 40_000, "a paragraph has 100,000 at most"),
        ("So:\n| a | b |\n| c | d |", "The text has a table"),
    ):
        address = at(paper, "block", "audits")
        answer = browser.post(address, {"text": text, "version": 1})
        assert any(sentence in one for one in errors(answer)["text"])
        assert answer.context["form"]["text"].value() == text
        assert sentence in words(
            browser.post(at(paper, "preview-block", "paragraph"), {"block": "audits", "text": text})
        )


def test_what_a_careful_reader_finds_in_the_block_is_told_while_it_is_written(browser, paper):
    shown = preview(browser, paper, text="35 of 139 (24%) were inadequate.", part="body")
    assert "To fix:" in shown and "35 of 139 is 25%" in shown
    left = preview(browser, paper, text="35 of 139 (25%) were inadequate.", part="body")
    assert "35 of 139 is" not in left
