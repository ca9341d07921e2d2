"""The lists behind approval and issue at the edges of their days, and in each state of a row."""

from datetime import UTC, date, datetime, timedelta

import pytest

from assurance.accounts.models.accounts import Grant
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from reports.approvals import requirements as approvers
from reports.approvals.models.approvals import ApprovalRule
from reports.approvals.models.emergency_issue import FINE, WRONG, EmergencyIssue
from reports.approvals.models.guests import EarlyReader
from reports.approvals.operations import requirements as approval_rules
from reports.issue.models.jobs import IssueJob, IssueSchedule
from reports.papers.models.papers import Paper
from tests import cast
from tests.make import papers as make

pytestmark = pytest.mark.django_db
FIRST, LAST, ON, ONE = date(2016, 1, 11), date(2016, 1, 20), date(2016, 1, 18), timedelta(days=1)
NINE = datetime(2016, 1, 18, 9, tzinfo=UTC)
EDGES = [(FIRST - ONE, False), (FIRST, True), (LAST, True), (LAST + ONE, False)]
NO_ROLE = "This account does not have the role of an approver: choose another, or give it the role"
STATES = [Paper.WRITING, Paper.SENT, Paper.APPROVED, Paper.ISSUED]


def turned(status, **said):
    """The one paper there is, in another state."""
    by = None if status == Paper.WRITING else cast.clerk()
    sent = {"sent_by": by, "sent_on": by and ON, "frozen": by and {}}
    Paper.objects.update(status=status, **sent, **said)
    return Paper.objects.get()


@pytest.mark.parametrize(("day", "holds"), EDGES)
def test_a_line_asks_from_its_first_day_to_its_last(day, holds):
    row = make.approval_rule(from_date=FIRST, to_date=LAST)
    paper = make.sent_paper()
    assert list(ApprovalRule.objects.on(day)) == ([row] if holds else [])
    [asked] = approvers.asked_of(paper, day)
    assert asked.wanted.from_anybody is not holds
    assert asked.who == (row.approver.name if holds else approvers.ANOTHER_PERSON)


@pytest.mark.parametrize("later", [0, 1, 36500])
def test_a_line_without_a_last_day_goes_on(later):
    row = make.approval_rule(from_date=FIRST)
    assert list(ApprovalRule.objects.on(FIRST + later * ONE)) == [row]
    assert not ApprovalRule.objects.on(FIRST - ONE).exists()


@pytest.mark.parametrize(("day", "may"), EDGES)
def test_who_is_named_gives_it_while_they_hold_the_role(day, may):
    row = make.approval_rule()
    Grant.objects.filter(user=row.approver).update(from_date=FIRST, to_date=LAST)
    paper = make.sent_paper()
    [asked] = approvers.asked_of(paper, day)
    assert (asked.able, asked.unable) == (((row.approver,), ()) if may else ((), (row.approver,)))
    assert asked.is_stuck is not may
    assert len(approvers.unapprovable(paper, day)) == (0 if may else 1)


def test_lines_are_read_for_their_own_template_council_and_days():
    other, elsewhere = make.report_template("york-2020"), cast.make_council("elsewhere")
    every = make.approval_rule()
    own = make.approval_rule("legal", template=make.report_template())
    make.approval_rule("finance", template=other)
    make.approval_rule(council=elsewhere)
    assert list(ApprovalRule.objects.for_paper(make.paper())) == [every, own]
    assert list(ApprovalRule.objects.filtered(template=own.template)) == [own]
    assert ApprovalRule.objects.filtered().count() == 4
    assert not ApprovalRule.objects.filtered(on=date(2009, 12, 31)).exists()
    assert ApprovalRule.objects.filtered(template=other, on=date(2010, 1, 1)).count() == 1


def line(who, **said):
    """A line of a rule as its form gives it, from the first day to the last."""
    usual = {"template": None, "kind": "legal", "called": "", "scope": "whole", "approver": who}
    return {**usual, "from_date": FIRST, "to_date": LAST, **said}


def refusal_of(who, **said):
    """The sentence that refuses a line for `who` at its approver, or none where it is added."""
    clerk = cast.clerk()
    try:
        approval_rules.add_approval_rule(
            council=clerk.council, by=clerk, on=ON, **line(who, **said)
        )
    except Refused as refused:
        assert refused.field == "approver"
        return str(refused)
    return ""


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"to_date": FIRST - ONE}, "to_date", "The post must end on or after its start date"),
        ({"kind": "other"}, "called", "Enter the name of the approval"),
        ({"kind": "other", "called": " \t"}, "called", "Enter the name of the approval"),
        ({"scope": "gone"}, "scope", "Reports of that template do not have this part"),
        ({"scope": "gone/Legal"}, "scope", "Reports of that template do not have this part"),
        (
            {"to_date": FIRST, "kind": "finance"},
            "approver",
            "for the same approval between these dates",
        ),
        (
            {"from_date": LAST, "kind": "finance"},
            "approver",
            "for the same approval between these dates",
        ),
    ],
)
def test_a_line_is_refused_at_the_field_that_is_wrong(said, field, sentence):
    clerk, who = cast.clerk(), cast.approver()
    make.report_template()
    make.approval_rule("finance", approver=who, from_date=FIRST, to_date=LAST)
    with pytest.raises(Refused, match=sentence) as refused:
        approval_rules.add_approval_rule(
            council=clerk.council, by=clerk, on=ON, **line(who, **said)
        )
    assert refused.value.field == field
    assert ApprovalRule.objects.count() == 1
    assert not HistoryEntry.objects.filter(what="approvers.add").exists()


def test_a_line_follows_another_on_the_next_day():
    who = cast.approver()
    make.approval_rule("legal", approver=who, from_date=FIRST, to_date=LAST)
    assert refusal_of(who, from_date=LAST, to_date=None)
    assert not refusal_of(who, from_date=LAST + ONE, to_date=None)
    assert not refusal_of(who, from_date=FIRST - ONE, to_date=FIRST - ONE)
    assert ApprovalRule.objects.count() == 3


@pytest.mark.parametrize(
    ("first", "last", "free"),
    [
        # The role is held from the 11th to the 20th, and the line is written on the 18th: the day
        # that counts is today, or the first day to come, or the last of a line that has ended.
        (FIRST - ONE, None, True),
        (LAST, None, True),
        (LAST + ONE, None, False),
        (FIRST - ONE, FIRST, True),
        (FIRST - 2 * ONE, FIRST - ONE, False),
        (ON, LAST + ONE, True),
    ],
)
def test_the_role_is_looked_for_on_the_day_that_counts(first, last, free):
    who = cast.approver()
    Grant.objects.filter(user=who).update(from_date=FIRST, to_date=LAST)
    found = refusal_of(who, from_date=first, to_date=last)
    assert found == ("" if free else NO_ROLE)
    assert ApprovalRule.objects.count() == free


def test_each_role_holds_the_lines_that_are_its_own():
    kinds, rows = ("author", "legal"), {role: cast.make_user(role) for role in cast.ROLES}
    free = {role: [one for one in kinds if not refusal_of(rows[role], kind=one)] for role in rows}
    own = {"clerk": ["author"], "approver": ["author", "legal"]}
    assert free == {role: own.get(role, []) for role in cast.ROLES}
    assert ApprovalRule.objects.count() == 3


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize(("day", "open_then"), [(FIRST - ONE, False), (FIRST, True), (LAST, True)])
def test_an_early_reader_reads_an_approved_paper_from_their_day_on(status, day, open_then):
    who = cast.member()
    row = make.early_reader(reader=who, email="", from_on=FIRST)
    turned(status)
    found = list(EarlyReader.objects.to_read(who, day))
    assert found == ([row] if open_then and status == Paper.APPROVED else [])
    assert not EarlyReader.objects.to_read(cast.member(), day).exists()
    EarlyReader.objects.update(ended_by=row.asked_by, ended_on=FIRST)
    assert not EarlyReader.objects.to_read(who, day).exists()
    assert not EarlyReader.objects.active().exists()


@pytest.mark.parametrize(
    ("seconds", "missed", "due"),
    [(-1, "", False), (0, "", True), (1, "", True), (0, "It waited for Legal.", False)],
)
def test_an_hour_is_due_from_its_own_second_and_once(seconds, missed, due):
    paper, clerk = make.sent_paper(), cast.clerk()
    row = IssueSchedule.objects.create(paper=paper, at=NINE, set_by=clerk, set_on=ON, missed=missed)
    assert list(IssueSchedule.objects.due(NINE + timedelta(seconds=seconds))) == (
        [row] if due else []
    )
    assert list(IssueSchedule.objects.gone_by()) == ([row] if missed else [])
    assert list(IssueSchedule.objects.visible_to(clerk)) == [row]
    elsewhere = cast.make_council("elsewhere")
    assert not IssueSchedule.objects.visible_to(cast.clerk(elsewhere)).exists()
    assert not IssueSchedule.objects.of_council(elsewhere).exists()


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("state", ["waiting", "stopped", "dropped"])
def test_an_issue_is_open_until_its_end_and_stopped_while_the_paper_can_go_out(state, status):
    make.paper()
    paper, clerk = turned(status), cast.clerk()
    row = IssueJob.objects.create(paper=paper, asked_by=clerk, asked_at=NINE, state=state)
    told = (
        list(IssueJob.objects.open()) == [row],
        list(IssueJob.objects.waiting()) == [row],
        list(IssueJob.objects.stopped()) == [row],
    )
    can_go_out = status in (Paper.SENT, Paper.APPROVED)
    assert told == (state != "dropped", state == "waiting", state == "stopped" and can_go_out)
    assert (row.council, row.history_name) == (paper.council, paper.history_name)


@pytest.mark.parametrize("outcome", ["", FINE, WRONG])
@pytest.mark.parametrize("corrects", [None, 1])
def test_a_second_look_waits_until_it_is_taken_and_asks_until_it_is_answered(outcome, corrects):
    row = make.emergency_issue()
    turned(Paper.SENT if corrects else Paper.ISSUED, corrects=corrects)
    if outcome:
        looked = {"looked_by": cast.approver(), "looked_on": ON}
        EmergencyIssue.objects.update(outcome=outcome, **looked)
    assert list(EmergencyIssue.objects.waiting()) == ([] if outcome else [row])
    asks = outcome == WRONG and corrects is None
    assert list(EmergencyIssue.objects.to_correct()) == ([row] if asks else [])
    make.edition(paper=row.paper, number=2)
    assert not EmergencyIssue.objects.to_correct().exists()


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("round_of_it", [1, 2])
def test_an_emergency_is_of_the_round_in_which_it_was_allowed(status, round_of_it):
    row = make.emergency_issue(round=round_of_it)
    paper = turned(status)
    holds = status == Paper.SENT and round_of_it == paper.round
    assert EmergencyIssue.objects.of_round(paper) == (row if holds else None)
