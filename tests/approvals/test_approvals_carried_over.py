"""Which approvals stand again when a paper is sent again, and what the database keeps apart."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from assurance.records.history import HistoryEntry
from reports.approvals import requirements
from reports.approvals.models.approvals import Approval
from reports.approvals.paper_state import since_seen
from reports.documents import digest
from reports.documents.document import text_of
from reports.papers.models.papers import Paper, PaperEditor
from tests import cast
from tests.approvals import rounds
from tests.approvals.rounds import LATER, again, approve, standing, waits
from tests.make import papers as make
from tests.make.drafts import ON
from tests.sweeping import NamedCase

pytestmark = pytest.mark.django_db


@pytest.mark.long
def test_an_approval_stands_where_its_part_prints_the_same(sent, director, lawyer):
    paper, clerk = sent
    paper = approve(approve(paper, director), lawyer)
    paper = again(paper, clerk, "purpose")
    assert (paper.status, standing(paper)) == (Paper.SENT, {"legal": lawyer})
    [ended] = requirements.ended(paper)
    assert (ended.approver, ended.void_because) == (director, Approval.CHANGED)
    told = HistoryEntry.objects.filter(what="papers.send_for_approval").latest("seq").changes
    assert told["approvals_standing"]["to"] == ["recommendations"]
    assert told["approvals_void"]["to"] == ["whole"]
    assert approve(paper, director, LATER).status == Paper.APPROVED
    assert requirements.ended(paper) == []
    assert standing(paper)["legal"] == lawyer


@pytest.mark.long
def test_an_approval_of_a_part_ends_with_what_it_prints(sent, director, lawyer):
    paper, clerk = sent
    paper = approve(approve(paper, director), lawyer)
    paper = again(paper, clerk, "recommend-note", "note [[para:audits]]")
    assert standing(paper) == {}
    assert waits(paper) == ["chief_officer", "legal"]


@pytest.mark.long
def test_a_figure_that_comes_before_leaves_a_part_as_it_was(sent, director):
    paper, clerk = sent
    lawyer = make.approval_rule("legal", scope="body").approver
    paper = approve(approve(paper, director), lawyer)
    text = "On 1 January 2015 we looked after [[looked_after.children @comparison]] children."
    paper = again(paper, clerk, "purpose", text)
    figures = digest.limited(paper.frozen, "body").figures
    assert [one.text for one in figures] == ["210", "2", "188"]
    assert standing(paper) == {"legal": lawyer}


def test_who_approved_before_is_shown_what_changed_since(sent, director):
    paper, clerk = sent
    paper = approve(paper, director)
    assert since_seen(paper, director) is None
    paper = again(paper, clerk, "purpose", "This paper tells more.")
    since = since_seen(paper, director)
    assert since.approved and since.words == "you approved it on 18 January 2016"
    assert [one.after for one in since.comparison.lines] == ["This paper tells more."]
    assert since_seen(paper, cast.approver()) is None


@pytest.mark.long
def test_a_part_of_one_answer_holds_that_answer_alone():
    clerk = cast.clerk(cast.make_council("elsewhere"))
    usual = {"part": "implications", "kind": "paragraph"}
    said = [
        {**usual, "slug": slug, "heading": heading, "text": text}
        for slug, heading, text in (
            ("money", "Financial", "There are none."),
            ("law", "Legal", "The Council must assure itself."),
        )
    ]
    paper = rounds.sent(clerk, *said)
    legal = digest.limited(paper.frozen, "implications/Legal")
    assert "must assure itself" in text_of(legal.sections)
    assert "There are none" not in text_of(legal.sections)
    both = text_of(digest.limited(paper.frozen, "implications").sections)
    assert "must assure itself" in both and "There are none" in both
    before = {one: digest.digest_of(paper.frozen, one) for one in ("implications/Legal", "whole")}
    paper = again(paper, clerk, "money", "They are the same as before.")
    assert digest.digest_of(paper.frozen, "implications/Legal") == before["implications/Legal"]
    assert (
        paper.frozen_digest
        != before["whole"]
        == digest.digest_of({**paper.frozen, "public": paper.sent_rounds.last().document}, "whole")
    )


def approval_row(paper, **said):
    """An approval as somebody at the database would write it."""
    usual = {"round": 1, "sent_by": paper.sent_by, "approved_on": ON, "digest": "0" * 64}
    return Approval(paper=paper, **{**usual, **said})


def test_an_approval_is_by_an_account_or_by_an_outsider_who_is_named(sent):
    paper, _ = sent
    for said in ({}, {"outsider": "Chair", "approver": cast.approver()}):
        fault = pytest.raises(IntegrityError, match="approved_by_an_account_or_an_outsider")
        with NamedCase(said), fault, transaction.atomic():
            approval_row(paper, **said).save()
    row = approval_row(paper, outsider="A. Other, chair of the board")
    row.save()
    assert row.by_whom == "A. Other, chair of the board"
    assert str(row).endswith("approved by A. Other, chair of the board")


def test_the_database_keeps_writers_and_approvers_apart_both_ways(sent, director):
    paper, _ = sent
    paper = approve(paper, director)
    fault = pytest.raises(DatabaseError, match="no one edits text that they approved")
    with fault, transaction.atomic():
        PaperEditor.objects.create(paper=paper, round=1, editor=director)
    Approval.objects.update(void_on=LATER, void_because=Approval.REOPENED)
    PaperEditor.objects.create(paper=paper, round=1, editor=director)
    fault = pytest.raises(DatabaseError, match="no one approves text that they edited")
    with fault, transaction.atomic():
        Approval.objects.update(void_on=None)
    approval_row(paper, approver=director, kind="author").save()
