"""Clearances through the rounds of a report: sent before and after, taken back, returned, renamed
in the template; and that none of them is an approval."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction

from assurance.looked_after.models.censuses import Census
from reports.approvals import requirements
from reports.approvals.clearances import operations
from reports.approvals.clearances.contents import content_of
from reports.approvals.clearances.states import entry_states, missing_of, waiting_for
from reports.approvals.models.approvals import Approval
from reports.approvals.models.clearances import Clearance
from reports.approvals.operations import approvals
from reports.approvals.operations.requirements import change_approval_rule
from reports.approvals.paper_state import later_values
from reports.documents.digest import limited
from reports.documents.document import text_of
from reports.issue.operations import steps
from reports.papers.models.papers import Paper
from reports.papers.operations import papers
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.approvals.clearances.steps import (
    DAY,
    ON,
    add,
    clear,
    digest,
    fresh,
    refusal,
    state,
    write,
)
from tests.make import clearances as make
from tests.make import papers as rows
from tests.make.clearances import LEGAL

pytestmark = pytest.mark.django_db


@pytest.fixture
def director(rule):
    """Whom the rule asks to approve the whole."""
    return rows.approval_rule(council=rule.council).approver


def send(paper, clerk, on=ON):
    """The report once it was sent for approval."""
    approvals.send_for_approval(paper=fresh(paper), by=clerk, on=on)
    return fresh(paper)


def approve(paper, by, on=ON):
    """The report once `by` has approved what is asked of them."""
    approvals.approve(paper=paper, seen=paper.frozen_digest, by=by, on=on)
    return fresh(paper)


def waits(paper, on=ON):
    """The scopes that the report waits for."""
    asked = requirements.missing(requirements.asked_of(paper, on))
    return [one.wanted.scope for one in asked]


@pytest.mark.long
def test_what_was_cleared_while_it_was_written_is_not_asked_once_it_is_sent(
    paper, lawyer, clerk, director
):
    paper = send(clear(paper, lawyer), clerk)
    assert waits(paper) == ["whole"]
    assert requirements.waiting_for(lawyer, ON) == []
    paper = approve(paper, director)
    assert paper.status == Paper.APPROVED
    assert ("Cleared by", "Head of Legal Services, 18 January 2016 (“Implications: Legal”)") in (
        requirements.printed(paper)
    )


@pytest.mark.long
def test_a_clearance_given_last_settles_the_report(paper, lawyer, clerk, director):
    paper = approve(send(paper, clerk), director)
    assert (paper.status, waits(paper)) == (Paper.SENT, [LEGAL])
    paper = clear(paper, lawyer)
    assert (paper.status, waits(paper)) == (Paper.APPROVED, [])
    operations.take_back(paper=paper, scope=LEGAL, by=lawyer, on=ON)
    assert fresh(paper).status == Paper.SENT
    paper = approve(fresh(paper), lawyer)
    assert paper.status == Paper.APPROVED
    assert state(paper).status == "Approved"


@pytest.mark.long
def test_who_wrote_the_entry_clears_it_and_still_approves_nothing(paper, lawyer, clerk, director):
    rows.approval_rule("finance", council=clerk.council, approver=lawyer)
    said = {"version": 1, "text": "Mine.", "digest": digest(paper), "by": lawyer, "on": ON}
    operations.write_and_clear(paper=paper, scope=LEGAL, **said)
    paper = send(paper, clerk)
    assert waits(paper) == ["whole", "whole"]
    said = {"paper": paper, "seen": paper.frozen_digest, "by": lawyer, "on": ON}
    assert "edited" in refusal(approvals.approve, **said)
    row = {"paper": paper, "round": 1, "sent_by": clerk, "approved_on": ON, "digest": "0" * 64}
    fault = pytest.raises(DatabaseError, match="no one approves text that they edited")
    with fault, transaction.atomic():
        Approval.objects.create(approver=lawyer, kind="legal", scope=LEGAL, **row)
    approve(paper, director)
    assert waits(fresh(paper)) == ["whole"]


@pytest.mark.long
def test_a_clearance_is_no_approval_of_the_whole(paper, lawyer, clerk):
    paper = send(clear(paper, lawyer), clerk)
    assert waits(paper) == ["whole"]
    assert not paper.approvals.exists()
    assert fresh(paper).status == Paper.SENT


@pytest.mark.long
def test_it_stands_again_in_the_next_round_where_the_entry_prints_the_same(
    paper, lawyer, clerk, director
):
    paper = send(clear(paper, lawyer), clerk)
    paper = approvals.take_back(paper=paper, by=clerk, on=ON)
    paper = send(write(paper, "Other words.", clerk, "purpose"), clerk)
    assert state(paper).is_met and waits(paper) == ["whole"]
    paper = approvals.take_back(paper=paper, by=clerk, on=ON)
    paper = send(write(paper, "Other law.", clerk), clerk)
    assert state(paper).has_changed and waits(paper) == [LEGAL, "whole"]
    assert Clearance.objects.count() == 1


@pytest.mark.long
def test_later_values_of_a_sent_report_end_it(paper, lawyer, clerk, director):
    paper = send(clear(paper, lawyer), clerk)
    Census.objects.filter(date="2015-12-01").update(total=190)
    assert state(paper).is_met
    later = later_values(paper)
    said = {"seen": later.digest, "by": clerk, "on": ON}
    approvals.take_later_values(paper=paper, **said)
    assert state(paper).has_changed
    assert waits(fresh(paper)) == [LEGAL, "whole"]


@pytest.mark.long
def test_who_sends_the_report_back_has_cleared_nothing_of_it(paper, lawyer, clerk):
    paper = send(clear(paper, lawyer), clerk)
    approvals.return_to_writers(paper=paper, remarks="Not so.", by=lawyer, on=ON)
    assert not state(paper).is_met
    other = clear(paper, lawyer)
    other = send(other, clerk)
    said = {"paper": other, "remarks": "Nor so.", "on": ON}
    approvals.return_to_writers(by=cast.approver(clerk.council), **said)
    assert state(paper).is_met


@pytest.mark.long
def test_a_report_of_which_the_rule_changes_is_asked_of_the_next_holder(
    paper, rule, lawyer, clerk, director
):
    paper = approve(send(paper, clerk), director)
    solicitor = cast.make_user("approver", council=clerk.council, name="Solicitor")
    names = ("template", "kind", "called", "scope", "from_date", "to_date")
    fields = {name: getattr(rule, name) for name in names}
    fields |= {"deputy": None, "deputy_from": None, "deputy_to": None}
    change_approval_rule(record=rule, approver=solicitor, **fields, by=clerk, on=ON)
    assert waiting_for(lawyer, ON) == []
    assert "does not ask you" in refusal(
        operations.clear, paper=paper, scope=LEGAL, digest=digest(paper), by=lawyer, on=ON
    )
    assert clear(paper, solicitor).status == Paper.APPROVED


@pytest.mark.long
def test_an_entry_that_is_moved_stands_and_one_that_is_removed_or_renamed_does_not(
    paper, lawyer, clerk
):
    paper = add(paper, clerk, slug="money", part="implications", heading="Financial")
    paper = clear(paper, lawyer)
    law, money = (paper.blocks.get(slug=slug) for slug in ("law", "money"))
    law.order, money.order = money.order, law.order
    law.save()
    money.save()
    assert state(paper).is_met
    law.heading = "Law"
    law.save()
    assert (state(paper).has_changed, state(paper).printed.text) == (True, "")
    law.heading, law.removed_on = "Legal", ON
    law.save()
    assert state(paper).has_changed
    law.removed_on = None
    law.save()
    assert state(paper).is_met


@pytest.mark.long
def test_an_entry_that_the_template_lost_is_asked_for_and_a_part_that_it_lost_is_not(paper, lawyer):
    paper = clear(paper, lawyer)
    row = paper.template
    part = next(one for one in row.spec["parts"] if one["slug"] == "implications")
    part["entries"].remove("Legal")
    row.save()
    assert state(paper).is_met
    row.spec["parts"].remove(part)
    row.save()
    assert entry_states(fresh(paper), ON) == ()
    assert waiting_for(lawyer, ON) == []


@pytest.mark.long
def test_the_verdict_names_each_that_is_missing_once(paper, lawyer, clerk):
    sentence = "Legal implications are not cleared: Head of Legal Services, {}."
    found = [cause.sentence for cause in verdict(paper).advice]
    assert found.count(sentence.format("not asked yet")) == 1
    assert verdict(paper).is_ready
    operations.ask_for_clearances(paper=paper, by=clerk, on=ON)
    paper = send(paper, clerk)
    found = [cause.sentence for cause in verdict(paper).waiting]
    assert sentence.format("asked on 18 January 2016") in found
    assert len([one for one in found if "Legal" in one]) == 1
    paper = clear(paper, lawyer)
    assert not [cause for cause in verdict(paper).causes if "cleared" in cause.sentence]


@pytest.mark.long
def test_nobody_who_can_clear_is_an_account_that_the_checks_name(paper, lawyer):
    lawyer.grants.update(to_date=ON - DAY)
    assert missing_of(entry_states(fresh(paper), ON)) == ()
    [cause] = [one for one in verdict(fresh(paper)).errors if "No one can give" in one.sentence]
    assert "Implications: Legal" in cause.sentence


def test_what_is_published_prints_who_cleared_it_and_is_cleared_no_more(
    paper, lawyer, clerk, director
):
    paper = approve(send(clear(paper, lawyer), clerk), director)
    moment = {"address": "https://example.org/", "at": paper_moment(), "by": clerk, "on": ON}
    edition = steps.freeze_edition(paper=paper, **moment)
    text = text_of(limited({"public": edition.document}, "whole").sections)
    assert "Cleared by" in text and "Head of Legal Services, 18 January 2016" in text
    steps.publish(edition=edition, files=(), at=paper_moment(), by=clerk, on=ON)
    said = {"paper": fresh(paper), "scope": LEGAL, "by": lawyer, "on": ON}
    assert "published" in refusal(operations.take_back, **said)
    assert waiting_for(lawyer, ON) == []
    assert "published" in refusal(
        operations.ask_for_clearances, paper=fresh(paper), by=clerk, on=ON
    )
    assert content_of(fresh(paper)) == paper.frozen


def paper_moment():
    """A moment of that day."""
    return datetime(ON.year, ON.month, ON.day, 9, tzinfo=UTC)


@pytest.mark.long
def test_a_sent_report_keeps_its_rule_lines_for_approvals_as_they_were(paper, lawyer, clerk):
    paper = send(paper, clerk)
    [(waiting, asked)] = requirements.waiting_for(lawyer, ON)
    assert (waiting, [one.wanted.scope for one in asked]) == (paper, [LEGAL, "whole"])
    block = papers.change_block
    said = {"block": paper.blocks.get(slug="law"), "version": 1, "words": {"text": "x"}}
    assert "sent for approval" in refusal(block, **said, by=clerk, on=ON)
    make.rule("implications/Property", council=clerk.council, approver=lawyer, kind="finance")
    assert waits(paper) == [LEGAL, "implications/Property", "whole"]
