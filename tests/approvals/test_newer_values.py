"""What the records say later than a sent paper is offered, never imposed."""

from datetime import date

import pytest

from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from reports.approvals.models.approvals import Approval
from reports.approvals.operations import approvals
from reports.approvals.operations.approvals import take_later_values
from reports.approvals.paper_state import later_values
from reports.documents.document import from_json
from reports.editions.models.editions import Edition
from reports.issue.operations import steps
from reports.papers.models.papers import Paper
from tests import cast
from tests.approvals.rounds import LATER, approve
from tests.make import audits
from tests.make import papers as make
from tests.make.drafts import ON, approved, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def lawyer():
    """Whom the rule asks to approve the recommendations, beside anybody for the whole."""
    return make.approval_rule("legal", scope="recommendations").approver


def one_more(paper):
    """An audit of 2015 that is entered late: the paper was sent with two."""
    audits.case_audit(council=paper.council, audited_on=date(2015, 5, 5))
    return paper


def take(paper, by):
    """The paper once `by` has taken what is offered."""
    seen = later_values(paper).digest
    return take_later_values(paper=paper, seen=seen, by=by, on=LATER)


def said(paper):
    """What the paper's first figure says in public."""
    return from_json(paper.frozen["public"]).figures[0].text


@pytest.mark.long
def test_what_has_changed_is_offered_of_a_sent_paper_which_stays_as_it_is():
    paper, clerk, _ = approved()
    assert later_values(paper) is None
    [change] = later_values(one_more(paper)).comparison.figures
    assert (change.before, change.after) == ("2", "3")
    assert (said(paper), paper.status) == ("2", Paper.APPROVED)
    assert later_values(approvals.take_back(paper=paper, by=clerk, on=ON)) is None


@pytest.mark.long
def test_taken_values_are_fixed_anew_with_the_same_words_and_approved_again():
    paper, clerk, approver = approved()
    before = paper.frozen_digest
    paper = take(one_more(paper), clerk)
    assert (said(paper), paper.status, paper.round) == ("3", Paper.SENT, 1)
    assert later_values(paper) is None
    assert paper.approvals.get().void_because == Approval.CHANGED
    assert [one.digest for one in paper.sent_rounds.all()] == [paper.frozen_digest, before]
    told = HistoryEntry.objects.get(what="papers.take_later_values").changes
    assert told["approvals_void"]["to"] == ["whole"]
    assert told["frozen_digest"] == {"from": before, "to": paper.frozen_digest}
    with pytest.raises(Refused, match="changed since you opened it"):
        approvals.approve(paper=paper, seen=before, by=approver, on=LATER)
    assert approve(paper, approver).status == Paper.APPROVED


@pytest.mark.long
def test_an_approval_of_a_part_that_prints_the_same_stands(lawyer):
    paper, clerk, _ = approved()
    paper = approve(paper, lawyer)
    paper = take(one_more(paper), clerk)
    [stands] = paper.standing_approvals
    assert (stands.approver, paper.status) == (lawyer, Paper.SENT)
    assert approve(paper, cast.approver()).status == Paper.APPROVED


def test_who_takes_them_has_changed_what_prints_and_approves_no_more(lawyer):
    both = cast.make_user("clerk", "approver")
    paper, _, approver = approved()
    make.approval_rule("finance", scope="recommendations", approver=both)
    paper = approve(approve(paper, lawyer), both)
    paper = take(one_more(paper), both)
    assert [one.approver for one in paper.standing_approvals] == [lawyer]
    assert paper.approvals.get(approver=both).void_because == Approval.EDITED
    with pytest.raises(Refused, match="another person must approve it"):
        approve(paper, both)
    assert approve(paper, approver).status == Paper.SENT


@pytest.mark.long
def test_what_was_seen_is_what_is_taken():
    paper, clerk, _ = approved()
    said_of = {"paper": paper, "by": clerk, "on": LATER}
    with pytest.raises(Refused, match="no later values"):
        take_later_values(seen=paper.frozen_digest, **said_of)
    seen = later_values(one_more(paper)).digest
    one_more(paper)
    with pytest.raises(Refused, match="have changed again"):
        take_later_values(seen=seen, **said_of)
    assert said(Paper.objects.get()) == "2"


@pytest.mark.long
def test_values_that_make_the_words_wrong_are_refused_with_what_is_found():
    clerk = cast.clerk()
    block = {
        "slug": "all",
        "part": "introduction",
        "kind": "paragraph",
        "text": "Managers audited [[audits.done @year]] files: these two show how we work.",
    }
    paper = approvals.send_for_approval(paper=written(clerk, block), by=clerk, on=ON)
    audits.CaseAudit.objects.update(withdrawn_on=ON, withdrawn_by=clerk, withdrawn_because="Twice")
    seen = later_values(paper)
    with pytest.raises(Refused, match="must be taken back and changed"):
        take_later_values(paper=paper, seen=seen.digest, by=clerk, on=LATER)


def test_an_edition_that_was_never_published_is_dropped():
    paper, clerk, _ = approved()
    address = "/netherby/reports/assurance/january-2016/"
    at = {"at": make.datetime(2016, 1, 18, 9, tzinfo=make.UTC), "by": clerk, "on": ON}
    steps.freeze_edition(paper=paper, address=address, **at)
    assert Edition.objects.count() == 1
    take(one_more(paper), clerk)
    assert not Edition.objects.exists()
