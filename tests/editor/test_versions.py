"""Any two versions of a paper can be compared: what was written, what was sent, what was issued."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from reports.approvals.operations import approvals
from reports.documents.diff import compare
from reports.documents.document import Document, Facts, Paragraph, Run, Section, Text
from reports.documents.entries import Entry
from reports.editor.operations import block_order
from reports.editor.versions import choices, document_of, manuscript_at
from reports.papers.models.blocks import BlockVersion
from reports.papers.operations import papers as writing
from tests import cast
from tests.make import audits
from tests.make import drafts as papers

ON = papers.ON


def said(*texts, figure=None):
    """A document of one section with a paragraph for each text; `figure` is what `#` says."""
    entry = Entry(1, "k", "Staff", figure or "", "", "", "1 March", "", "", "", "")
    cut = [text.replace("#", f"#{figure}#").split("#") if figure else [text] for text in texts]
    runs = [
        tuple(Run(one, "figure", "1") if one == figure else Run(one) for one in pieces)
        for pieces in cut
    ]
    rows = tuple(Paragraph(f"para-{n}", f"{n}.", (), (Text(one),)) for n, one in enumerate(runs, 1))
    entries = (entry,) if figure else ()
    return Document(
        "C", "T", Facts("head", "About", ()), (Section("s", "Body", 2, "", rows),), entries
    )


def test_a_changed_line_stands_beside_what_it_was_and_others_are_new_or_gone():
    before = said("The board met in June.", "Nobody came at all that day.", "It closed.")
    after = said("The board met in July.", "It closed.", "A wholly other sentence about audits.")
    found = [(one.before, one.after) for one in compare(before, after).lines]
    assert found == [
        ("The board met in June.", "The board met in July."),
        ("Nobody came at all that day.", ""),
        ("", "A wholly other sentence about audits."),
    ]


def change(paper, slug, text):
    """The block of that slug with another text."""
    block = paper.blocks.get(slug=slug)
    by = cast.clerk(paper.council)
    writing.change_block(block=block, version=block.version, words={"text": text}, by=by, on=ON)


@pytest.mark.django_db
def test_every_saving_is_a_version_that_can_be_read_again(paper):
    first = [(one.slug, one.text) for one in manuscript_at(paper, 1).blocks]
    change(paper, "purpose", "Another sentence.")
    by = cast.clerk(paper.council)
    block_order.remove_block(block=paper.blocks.get(slug="audits"), version=1, by=by, on=ON)
    assert [one.number for one in paper.versions.all()] == [3, 2, 1]
    assert [(one.slug, one.text) for one in manuscript_at(paper, 1).blocks] == first
    assert {one.slug: one.text for one in manuscript_at(paper, 2).blocks}["purpose"] == (
        "Another sentence."
    )
    assert "audits" not in {one.slug for one in manuscript_at(paper, 3).blocks}
    assert BlockVersion.objects.filter(paper=paper, since=2).count() == 1
    details = {"title": "Another title"}
    writing.change_details(paper=paper, version=paper.version, details=details, by=by, on=ON)
    assert paper.versions.count() == 3, "no block has changed"
    for key in ("", "saved-99", "saved-x", "sent-1", "edition-1", "saved-" + "9" * 40, "other-1"):
        assert document_of(paper, key) is None


@pytest.mark.django_db
def test_moving_a_block_is_a_version_and_its_order_is_kept(paper):
    order = [one.slug for one in manuscript_at(paper, 1).blocks]
    by = cast.clerk(paper.council)
    block_order.move_block(block=paper.blocks.get(slug="children"), up=True, by=by, on=ON)
    assert [one.slug for one in manuscript_at(paper, 1).blocks] == order
    assert [one.slug for one in manuscript_at(paper, 2).blocks] != order


@pytest.mark.django_db
def test_what_was_sent_keeps_its_figures_when_records_change(paper):
    clerk = cast.clerk(paper.council)
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    paper = approvals.take_back(paper=paper, by=clerk, on=ON)
    audits.case_audit(council=paper.council, audited_on=date(2015, 6, 1))
    sent = next(one.key for one in choices(paper) if one.key.startswith("sent-"))
    found = compare(document_of(paper, sent), document_of(paper, "now"))
    assert [(one.before, one.after) for one in found.figures] == [("2", "3")]
    assert found.lines == ()


@pytest.mark.django_db
def test_the_page_compares_what_is_asked_for(client, paper):
    change(paper, "purpose", "This paper says what was audited.")
    client.force_login(cast.approver(paper.council))
    at = reverse("editor:versions", args=[paper.series.slug, paper.slug])
    asked = client.get(at).content.decode()
    assert "The draft today" in asked
    assert 'method="get"' in asked.split("<main")[1]
    shown = client.get(at, {"before": "saved-1", "after": "now"}).content.decode()
    assert "says" in shown and "tells" in shown and "1 line differs" in " ".join(shown.split())
    assert "Every figure is the same" in shown
    wrong = client.get(at, {"before": "saved-77", "after": "now"})
    assert wrong.status_code == 200 and "Every figure" not in wrong.content.decode()


def test_a_figure_that_only_one_version_says_is_told_with_the_other_left_empty():
    before, after = said("Nothing."), said("We had # staff.", figure="30")
    (one,) = compare(before, after).figures
    assert (one.before, one.after) == ("", "30")
    hidden = replace(after.figures[0], text="a number that is not shown here")
    (other,) = compare(after, replace(after, figures=(hidden,))).figures
    assert other.after == "a number that is not shown here"
