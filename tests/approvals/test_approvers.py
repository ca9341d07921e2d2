"""Approval by a council's rule: who is waited for, what stands, what each person is told."""

from datetime import date

import pytest

from assurance.accounts.models.accounts import Grant
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from reports.approvals import requirements as approvers
from reports.approvals.operations import approvals
from reports.approvals.operations import requirements as approval_rules
from reports.issue.operations import steps
from reports.papers.models.papers import Paper
from reports.tasks.all_tasks import needs_of
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.approvals.rounds import LATER, approve, sent, standing, waits
from tests.make import papers as make
from tests.make.drafts import ON, written

pytestmark = pytest.mark.django_db


@pytest.mark.long
def test_a_paper_is_approved_and_prints_each_approval_once_all_of_the_rule_stand(
    clerk, director, lawyer
):
    paper = sent(clerk)
    assert waits(paper) == ["chief_officer", "legal"]
    assert approve(paper, lawyer, LATER).status == Paper.SENT
    assert waits(paper) == ["chief_officer"]
    with pytest.raises(Refused, match=f"It waits for: Chief officer \\({director}\\)"):
        steps.freeze_edition(paper=paper, address="/", at=None, by=clerk, on=ON)
    assert approve(paper, director).status == Paper.APPROVED
    assert standing(paper) == {"chief_officer": director, "legal": lawyer}
    assert {one.scope for one in paper.standing_approvals} == {"whole", "recommendations"}
    assert approvers.printed(paper) == [
        ("Approved by", f"{director}, 18 January 2016 (Chief officer)"),
        ("Approved by", f"{lawyer}, 20 January 2016 (Legal: “Recommendations”)"),
    ]
    make.approval_rule("finance", scope="recommendations")
    with pytest.raises(Refused, match="It waits for: Finance"):
        steps.freeze_edition(paper=paper, address="/", at=None, by=clerk, on=ON)


@pytest.mark.long
def test_one_person_gives_all_that_is_asked_of_them_in_one_press(clerk, director):
    make.approval_rule("legal", scope="recommendations", approver=director)
    paper = approve(sent(clerk), director)
    assert paper.status == Paper.APPROVED
    assert standing(paper) == {"chief_officer": director, "legal": director}
    told = HistoryEntry.objects.get(what="papers.approve").changes
    assert told["scopes"]["to"] == ["whole", "recommendations"]


@pytest.mark.long
def test_either_of_two_that_are_asked_for_the_same_is_enough(clerk, director):
    deputy = make.approval_rule().approver
    paper = approve(sent(clerk), deputy)
    assert paper.status == Paper.APPROVED
    with pytest.raises(Refused, match="asks others"):
        approve(paper, director)


def test_the_report_author_signs_off_by_sending(clerk):
    make.approval_rule("author", approver=clerk)
    paper = sent(clerk)
    [signed] = paper.standing_approvals
    assert (signed.kind, signed.approver, signed.sent_by) == ("author", clerk, clerk)
    assert waits(paper) == [""]
    paper = approve(paper, cast.approver())
    assert paper.status == Paper.APPROVED
    said = approvers.printed(paper)
    assert said[0] == ("Signed off by", f"{clerk}, 18 January 2016")
    assert said[1][0] == "Approved by"


def test_an_author_who_did_not_send_it_is_waited_for_though_they_wrote_it(clerk, director):
    author = make.approval_rule("author", approver=cast.clerk()).approver
    paper = written(author)
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    assert approve(paper, director).status == Paper.SENT
    assert waits(paper) == ["author"]
    assert needs_of(author, ON)[0].status == "Waiting for your approval"
    assert approve(paper, author).status == Paper.APPROVED


@pytest.mark.long
def test_an_author_with_an_approvers_role_signs_off_and_approves_nothing_else():
    both = cast.make_user("clerk", "approver")
    make.approval_rule("author", approver=both)
    paper = written(both)
    paper = approvals.send_for_approval(paper=paper, by=cast.clerk(), on=ON)
    approve(paper, both)
    assert standing(paper) == {"author": both}
    with pytest.raises(Refused, match="another person must approve it"):
        approve(paper, both)


@pytest.mark.long
def test_an_approval_that_nobody_can_give_stops_the_sending(clerk, director):
    paper = written(clerk)
    assert verdict(paper).errors == ()
    Grant.objects.filter(user=director).update(to_date=date(2015, 12, 31))
    [error] = verdict(paper).errors
    assert error.rule.key == "approver-missing"
    assert f"“Chief officer”: {director} cannot approve reports now" in error.sentence
    with pytest.raises(Refused, match="No one can give the approval"):
        approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    make.approval_rule()
    assert verdict(paper).errors == ()


@pytest.mark.long
def test_what_needs_somebody_says_what_is_asked_of_whom_and_who_is_gone(clerk, director, lawyer):
    paper = sent(clerk)
    [told] = needs_of(lawyer, ON)
    assert told.status == "Waiting for your approval"
    assert told.hint.endswith("Legal: Recommendations. Sent on 18 January 2016")
    [own] = [one for one in needs_of(clerk, ON) if one.status == "Sent for approval"]
    assert f"Waits for: Chief officer ({director}); Legal ({lawyer})" in own.hint
    approve(paper, lawyer)
    assert needs_of(lawyer, ON) == []
    assert needs_of(cast.approver(), ON) == []
    director.is_active = False
    director.save()
    [asked] = approvers.asked_of(paper, ON)[:1]
    assert asked.is_stuck and asked.unable == (director,)


def test_a_paper_that_was_sent_follows_the_rule_as_it_is_changed(clerk, director):
    paper = approve(sent(clerk), director)
    who = cast.approver()
    line = {"template": None, "kind": "finance", "called": "", "scope": "whole", "approver": who}
    said = {**line, "from_date": date(2016, 1, 1), "by": clerk, "on": ON}
    row = approval_rules.add_approval_rule(council=paper.council, to_date=None, **said)
    paper.refresh_from_db()
    assert (paper.status, waits(paper)) == (Paper.SENT, ["finance"])
    approval_rules.change_approval_rule(record=row, to_date=date(2016, 1, 17), **said)
    paper.refresh_from_db()
    assert (paper.status, waits(paper)) == (Paper.APPROVED, [])
    assert standing(paper) == {"chief_officer": director}
