"""A deputy approves while the approver is away: on which days, for whom it prints, and what holds
for them as for everybody."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.db import IntegrityError, transaction

from assurance.records.refusals import Refused
from reports.approvals import requirements
from reports.approvals.models.approvals import Approval, ApprovalRule
from reports.approvals.operations import approvals
from reports.approvals.rules import why_not_deputy
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as operations
from tests import cast
from tests.approvals.pages.test_approvals import ADD, LIST, decide, line, read_by
from tests.make import drafts, papers
from tests.page_requests import at, boxes, words
from tests.refusals import each_refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
AWAY = (drafts.ON - 3 * DAY, drafts.ON + 3 * DAY)


@pytest.fixture
def council(clerk, settings):
    """The clerk's council on the day of the drafts."""
    settings.CANDOUR_TODAY = drafts.ON.isoformat()
    return clerk.council


@pytest.fixture
def director(council):
    """The approver who is away."""
    return cast.make_user("approver", council=council, name="Director")


@pytest.fixture
def deputy(council):
    """Another account that may approve."""
    return cast.make_user("approver", council=council, name="Head of Service")


@pytest.fixture
def rule(council, director, deputy):
    """The line of the director with a deputy."""
    first, last = AWAY
    return papers.approval_rule(
        council=council, approver=director, deputy=deputy, deputy_from=first, deputy_to=last
    )


def sent_by(clerk, paper):
    """The paper once it has been sent."""
    return approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)


@pytest.mark.long
def test_the_deputy_may_approve_on_each_day_of_the_absence_and_on_no_other(
    rule,
    paper,
    clerk,
    director,
    deputy,
):
    sent = sent_by(clerk, paper)
    first, last = AWAY
    for number in range(-5, 6):
        day = drafts.ON + number * DAY
        [asked] = requirements.asked_of(sent, day)
        is_away = first <= day <= last
        assert set(asked.able) == ({director, deputy} if is_away else {director}), day
        assert bool(requirements.asked_of_user((asked,), deputy)) == is_away
        assert ("Head of Service for Director" in asked.who) == is_away
        assert bool(requirements.waiting_for(deputy, day)) == is_away
        assert requirements.waiting_for(director, day)


@pytest.mark.long
def test_what_the_deputy_approves_prints_for_whom(client, rule, paper, clerk, director, deputy):
    sent = sent_by(clerk, paper)
    answer = decide(client, read_by(client, deputy, sent), sent, read="on")
    assert "You have approved" in words(answer)
    sent.refresh_from_db()
    given = Approval.objects.get()
    assert (given.approver, given.in_place_of, sent.status) == (deputy, director, Paper.APPROVED)
    [(what, who)] = requirements.printed(sent)
    assert what == "Approved by" and who.startswith("Head of Service for Director, 18 January 2016")
    client.force_login(clerk)
    assert "by Head of Service for Director" in words(client.get(at(sent, "draft")))


@pytest.mark.long
def test_the_approver_still_approves_in_their_own_name(rule, paper, clerk, director):
    sent = sent_by(clerk, paper)
    given = approvals.approve(paper=sent, seen=sent.frozen_digest, by=director, on=drafts.ON)
    assert given.in_place_of is None and given.by_whom == "Director"


def test_an_approval_that_stands_again_stays_the_deputys(rule, paper, clerk, director, deputy):
    sent = sent_by(clerk, paper)
    approvals.approve(paper=sent, seen=sent.frozen_digest, by=deputy, on=drafts.ON)
    again = approvals.take_back(paper=sent, by=clerk, on=drafts.ON)
    again = sent_by(clerk, again)
    [standing] = again.standing_approvals
    assert standing.by_whom == "Head of Service for Director"


@pytest.mark.long
def test_a_deputy_who_edited_the_report_cannot_approve_it(rule, paper, clerk, council, director):
    both = cast.make_user("clerk", "approver", council=council)
    ApprovalRule.objects.update(deputy=both)
    row = paper.blocks.get(slug="purpose")
    said = {"version": row.version, "words": {"text": "Mine."}, "by": both, "on": drafts.ON}
    operations.change_block(block=row, **said)
    sent = sent_by(clerk, paper)
    with pytest.raises(Refused, match="edited this report in this round"):
        approvals.approve(paper=sent, seen=sent.frozen_digest, by=both, on=drafts.ON)
    assert requirements.waiting_for(both, drafts.ON) == []


def test_a_deputy_who_may_not_approve_now_is_not_asked(rule, paper, clerk, deputy, council):
    ApprovalRule.objects.update(deputy=cast.clerk(council))
    sent = sent_by(clerk, paper)
    [asked] = requirements.asked_of(sent, drafts.ON)
    assert asked.deputies == () and len(asked.able) == 1


def test_a_line_of_one_template_has_its_own_deputy(rule, paper, clerk, director, deputy):
    papers.approval_rule(council=rule.council, approver=director, template=paper.template)
    [asked] = requirements.asked_of(paper, drafts.ON)
    assert asked.able == (director,)


def test_the_rule_of_a_deputy_is_refused_field_by_field():
    first, last = AWAY
    for kind, has, same, start, end in product(
        ("author", "legal"), (True, False), (True, False), (None, first, last), (None, first, last)
    ):
        wrong = why_not_deputy(kind, has, same, start, end)
        fine = (has and kind == "legal" and not same and start and end and start <= end) or (
            not has and not start and not end
        )
        assert (wrong is None) == bool(fine), (kind, has, same, start, end)
        assert wrong is None or wrong[0] in ("deputy", "deputy_from", "deputy_to")


def test_a_deputy_is_named_in_the_register_and_wrong_ones_get_their_sentence(
    client,
    clerk,
    council,
    director,
    deputy,
):
    papers.report_template(council=council)
    client.force_login(clerk)
    away = boxes(deputy_from="15 1 2016", deputy_to="21 1 2016")

    def typed(**said):
        usual = {"approver": director.pk, "deputy": deputy.pk, **away}
        return line(**{**usual, **said})

    page = client.post(ADD, typed(), follow=True)
    assert "Approver added." in words(page)
    kept = ApprovalRule.objects.get()
    assert (kept.deputy, kept.deputy_from, kept.deputy_to) == (deputy, *AWAY)
    said = words(client.get(f"{LIST}{kept.pk}/"))
    assert "Head of Service, 15 January 2016 to 21 January 2016" in said
    ApprovalRule.objects.all().delete()
    nobody = cast.clerk(council)
    wrong = [
        ({"deputy": director.pk}, "deputy", "another account"),
        ({"deputy": nobody.pk}, "deputy", "cannot approve reports"),
        ({"kind": "author"}, "deputy", "signs off in person"),
        ({"deputy": ""}, "deputy_from", "Choose the deputy"),
        (boxes(deputy_from=""), "deputy_from", "start date and end date of the deputy"),
        (boxes(deputy_to="1 1 2016"), "deputy_to", "on or after"),
        (boxes(deputy_to="31 2 2016"), "deputy_to", "real date"),
    ]
    each_refused(client, ADD, typed, wrong, ApprovalRule)


def test_the_database_keeps_a_deputy_to_a_time(rule, director):
    wrong = (
        {"deputy_to": None},
        {"deputy_from": None},
        {"deputy": None},
        {"deputy": director},
        {"kind": "author"},
        {"deputy_to": date(2015, 1, 1)},
    )
    for fields in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            ApprovalRule.objects.filter(pk=rule.pk).update(**fields)
