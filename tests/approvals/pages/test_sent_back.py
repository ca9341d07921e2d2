"""Single paragraphs that an approver sends back: comments at them, and their outcome at the next
round, compared a second time with what was frozen."""

import pytest

from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from reports.approvals.operations import approvals
from reports.approvals.sent_back import outcomes, sent_paragraphs
from reports.documents.document import from_json, text_of
from reports.editor.models import Remark
from reports.editor.operations import remarks
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as operations
from tests import cast
from tests.approvals.pages.test_approvals import read_by
from tests.make import drafts
from tests.page_requests import at, errors, words

pytestmark = pytest.mark.django_db
BY_PARAGRAPH = {"at-purpose": "Say what was found.", "at-children": "Say why."}


@pytest.fixture(autouse=True)
def day(settings):
    """The day on which all of it happens."""
    settings.CANDOUR_TODAY = drafts.ON.isoformat()


@pytest.fixture
def director(clerk):
    """An approver of the council."""
    return cast.approver()


@pytest.fixture
def sent(clerk, paper):
    """The paper once it has been sent for approval."""
    return approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)


def send_back(client, director, paper, **typed):
    """The answer to what the approver typed at single paragraphs."""
    client.force_login(director)
    said = {name.replace("_", "-", 1): text for name, text in typed.items()}
    return client.post(at(paper, "return-paragraphs"), said or BY_PARAGRAPH, follow=True)


def change_block(paper, clerk, slug, text):
    """A block of the paper that says `text`."""
    row = paper.blocks.get(slug=slug)
    said = {"version": row.version, "words": {"text": text}, "by": clerk, "on": drafts.ON}
    operations.change_block(block=row, **said)


@pytest.mark.long
def test_paragraphs_are_sent_back_in_one_press_and_found_by_their_writer(
    client, sent, clerk, director
):
    page = read_by(client, director, sent, "return-paragraphs")
    offered = [item.slug for item in page.context["form"].paragraphs]
    assert {"purpose", "audits", "children"} <= set(offered) and "work" not in offered
    answer = send_back(client, director, sent)
    assert "The report is back with its writers" in words(answer)
    paper = Paper.objects.get()
    assert (paper.status, paper.round) == (Paper.WRITING, 2)
    rows = {row.slug: row for row in Remark.objects.all()}
    assert {slug: row.words for slug, row in rows.items()} == {
        "purpose": "Say what was found.",
        "children": "Say why.",
    }
    assert {row.sent_back_in for row in rows.values()} == {1}
    printed = text_of(from_json(sent.frozen["public"]).sections)
    assert all(row.printed in printed for row in rows.values())
    assert "Say what was found." in paper.returned_because and "Say why." in paper.returned_because
    assert next(row.what for row in HistoryEntry.objects.about(paper)) == "papers.return"
    client.force_login(clerk)
    for name, *more in (("draft",), ("section", "purpose")):
        said = words(client.get(at(paper, name, *more)))
        assert f"{director}, 18 January 2016, sent back: “Say what was found.”" in said


@pytest.mark.long
def test_the_outcome_of_each_paragraph_is_shown_at_the_next_round(client, sent, clerk, director):
    send_back(client, director, sent)
    paper = Paper.objects.get()
    assert outcomes(paper) == ()
    change_block(paper, clerk, "purpose", "This paper tells what was audited and found.")
    first = Remark.objects.get(slug="children")
    by = {"by": clerk, "on": drafts.ON}
    remarks.answer(remark=first, words="Nobody knows.", **by)
    remarks.settle(remark=Remark.objects.get(slug="purpose"), **by)
    paper = approvals.send_for_approval(paper=paper, **by)
    states = {row.remark.slug: row.state for row in outcomes(paper)}
    before, after = (
        text_of(from_json(one.document).sections) for one in paper.sent_rounds.order_by("round")
    )
    for row in outcomes(paper):
        kept = row.remark.printed in before and row.remark.printed in after
        assert states[row.remark.slug] == ("not changed" if kept else "changed")
    assert states == {"purpose": "changed", "children": "not changed"}
    said = words(read_by(client, director, paper))
    assert "Sent back on 18 January 2016 (2 paragraphs)" in said
    assert "“Nobody knows.”" in said and f"Settled by {clerk}, 18 January 2016." in said
    assert "added: </span>audited and found.</ins>" in said
    assert "You asked then" not in said


def test_a_paragraph_that_was_taken_out_is_named_so_and_only_the_last_round_counts(
    client, sent, clerk, director
):
    send_back(client, director, sent, at_audits="Once.")
    paper = approvals.send_for_approval(paper=Paper.objects.get(), by=clerk, on=drafts.ON)
    assert [row.remark.words for row in outcomes(paper)] == ["Once."]
    send_back(client, director, paper, at_purpose="Leave it out.")
    paper = Paper.objects.get()
    change_block(paper, clerk, "children", "We looked after [[looked_after.children]] children.")
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)
    paper.frozen["anchors"].pop("purpose")
    [row] = outcomes(paper)
    assert (row.remark.words, row.state) == ("Leave it out.", "taken out")
    paper.save()
    assert "It read: This paper tells what was audited." in words(read_by(client, director, paper))


@pytest.mark.long
def test_nothing_typed_is_refused_and_what_is_typed_is_kept(client, sent, director):
    answer = send_back(client, director, sent, at_purpose="  ")
    assert "one paragraph or more" in errors(answer)["__all__"][0]
    long = "x" * 5001
    answer = send_back(client, director, sent, at_purpose=long, at_audits="Kept.")
    assert "at-purpose" in errors(answer)
    assert ">Kept.</textarea>" in words(answer) or "Kept." in words(answer)
    assert not Remark.objects.exists() and Paper.objects.get().status == Paper.SENT


def test_a_report_that_nobody_sent_has_no_paragraph_to_send_back(client, paper, director):
    page = read_by(client, director, paper, "return-paragraphs")
    assert "Only a report that was sent for approval can be sent back." in words(page)
    assert errors(send_back(client, director, paper))
    said = {"by": director, "on": drafts.ON, "paragraphs": {"purpose": "Now."}}
    with pytest.raises(Refused, match="Only a report that was sent"):
        approvals.return_to_writers(paper=paper, **said)


def test_words_at_no_paragraph_send_nothing_back(sent, director):
    said = {"by": director, "on": drafts.ON}
    for paragraphs in ({}, {"purpose": " "}, {"nowhere": "There."}):
        with pytest.raises(Refused, match="Enter what should change"):
            approvals.return_to_writers(paper=sent, paragraphs=paragraphs, **said)
    slugs = [item.slug for item in sent_paragraphs(sent)]
    assert len(slugs) == len(set(slugs)) and set(slugs) <= set(sent.frozen_anchors)
