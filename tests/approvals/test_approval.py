"""Nobody approves what they wrote or sent, and an approval is given to exactly what prints."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from reports.approvals.models.approvals import Approval
from reports.approvals.operations import approvals
from reports.editions.snapshot import assembled, draft
from reports.issue.operations import steps
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper, PaperEditor
from reports.papers.operations import papers
from tests import cast
from tests.make import audits
from tests.make.drafts import ON, approved, written

pytestmark = pytest.mark.django_db
LATER = date(2016, 1, 20)


def elsewhere():
    """The council whose papers are written anew for a test."""
    return cast.make_council("elsewhere")


@pytest.fixture
def clerk():
    """Who writes there."""
    return cast.clerk(elsewhere())


def approve(paper, by):
    """An approval of what the paper holds now."""
    paper.refresh_from_db()
    return approvals.approve(paper=paper, seen=paper.frozen_digest, by=by, on=ON)


@pytest.mark.long
def test_sending_fixes_words_and_values(sent):
    paper, clerk = sent
    before = draft(paper)
    audits.case_audit(council=paper.council, audited_on=date(2015, 5, 5))
    paper.blocks.update(text="Something else.")
    assert draft(paper) == before
    assert (paper.status, paper.sent_by, paper.version) == (Paper.SENT, clerk, 2)
    told = HistoryEntry.objects.get(what="papers.send_for_approval").changes
    assert told["frozen_digest"]["to"] == paper.frozen_digest


@pytest.mark.long
def test_a_paper_with_an_error_cannot_be_sent_and_the_first_is_named(clerk):
    paper = written(clerk)
    paper.blocks.filter(slug="purpose").update(text="[[x.y]] and [[para:gone]]")
    assert len(assembled(read(paper)).problems) == 2
    with pytest.raises(Refused, match=r"2 errors to fix first. The first: \[\[x.y"):
        approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    paper.blocks.filter(slug="purpose").update(text="[[x.y]]")
    with pytest.raises(Refused, match="1 error to fix first"):
        approvals.send_for_approval(paper=paper, by=clerk, on=ON)


def test_an_approver_who_wrote_nothing_approves(sent):
    (paper, _), approver = sent, cast.approver()
    given = approve(paper, approver)
    paper.refresh_from_db()
    assert (paper.status, given.digest) == (Paper.APPROVED, paper.frozen_digest)
    assert str(given) == f"Assurance report approved by {approver}"
    with pytest.raises(Refused, match="have approved this report already"):
        approve(paper, approver)
    approve(paper, cast.approver())
    assert paper.approvals.count() == 2


def test_nobody_approves_what_they_sent(sent):
    paper, clerk = sent
    with pytest.raises(Refused, match="another person must approve it"):
        approve(paper, clerk)
    # The one who sent it had written nothing in this round.
    PaperEditor.objects.all().delete()
    with pytest.raises(Refused, match="another person must approve it"):
        approve(paper, clerk)


def test_nobody_approves_in_the_round_in_which_they_edited_it(clerk):
    editor = cast.make_user("clerk", "approver", council=elsewhere())
    paper = written(clerk)
    row = paper.blocks.get(slug="purpose")
    papers.change_block(block=row, version=1, words={"text": "Mine."}, by=editor, on=ON)
    approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    with pytest.raises(Refused, match="another person must approve it"):
        approve(paper, editor)
    assert str(PaperEditor.objects.get(editor=editor)).endswith("in round 1")
    approvals.take_back(paper=paper, by=clerk, on=ON)
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    assert approve(paper, editor).round == 2


def test_the_database_refuses_an_approval_by_who_sent_or_edited_it(sent):
    editor = cast.approver()
    paper, clerk = sent
    PaperEditor.objects.create(paper=paper, round=1, editor=editor)
    usual = {"paper": paper, "sent_by": clerk, "approved_on": ON, "digest": "0" * 64}
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.create(round=9, approver=clerk, **usual)
    said = "no one approves text that they edited"
    with pytest.raises(DatabaseError, match=said), transaction.atomic():
        Approval.objects.create(round=1, approver=editor, **usual)
    Approval.objects.create(round=2, approver=editor, **usual)


@pytest.mark.long
def test_a_paper_that_changed_since_it_was_opened_is_read_again_first(sent):
    (paper, clerk), approver = sent, cast.approver()
    seen = paper.frozen_digest
    approvals.take_back(paper=paper, by=clerk, on=ON)
    row = paper.blocks.get(slug="purpose")
    papers.change_block(block=row, version=1, words={"text": "Other words."}, by=clerk, on=ON)
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    with pytest.raises(Refused, match="changed since you opened it"):
        approvals.approve(paper=paper, seen=seen, by=approver, on=ON)


@pytest.mark.long
def test_taking_back_voids_the_approvals_and_opens_a_new_round():
    paper, clerk, approver = approved(elsewhere())
    paper = approvals.take_back(paper=paper, by=clerk, on=LATER)
    assert (paper.status, paper.round, paper.frozen) == (Paper.WRITING, 2, None)
    assert paper.approvals.get().void_on == LATER
    row = paper.blocks.get(slug="purpose")
    papers.change_block(block=row, version=1, words={"text": "New."}, by=clerk, on=LATER)
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=LATER)
    assert paper.approvals.get().void_because == Approval.CHANGED
    with pytest.raises(Refused, match="needs the approval of another person"):
        steps.freeze_edition(paper=paper, address="/", at=None, by=clerk, on=LATER)
    assert approve(paper, approver).round == 2


def test_an_approval_does_not_stand_again_for_who_has_sent_or_edited_it_since():
    both = cast.make_user("clerk", "approver", council=elsewhere())
    paper, clerk, _ = approved(elsewhere())
    approve(paper, both)
    paper = approvals.take_back(paper=paper, by=clerk, on=LATER)
    paper = approvals.send_for_approval(paper=paper, by=both, on=LATER)
    assert both not in [one.approver for one in paper.standing_approvals]
    assert paper.approvals.get(approver=both).void_because == Approval.EDITED


@pytest.mark.long
def test_an_approver_returns_a_paper_with_remarks_that_are_forgotten_once_it_is_sent():
    paper, clerk, approver = approved(elsewhere())
    said = {"paper": paper, "by": approver, "on": LATER}
    with pytest.raises(Refused, match="Enter what should change") as refused:
        approvals.return_to_writers(remarks="  ", **said)
    assert refused.value.field == "remarks"
    paper = approvals.return_to_writers(remarks="Cite the review.", **said)
    assert (paper.status, paper.returned_because) == (Paper.WRITING, "Cite the review.")
    assert paper.approvals.get().void_on == LATER
    with pytest.raises(Refused, match="Only a report that was sent"):
        approvals.return_to_writers(remarks="Again.", **said)
    assert approvals.send_for_approval(paper=paper, by=clerk, on=LATER).returned_because == ""
