"""What waits for each person: papers to go on with, and what their records lack."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from assurance.accounts.access import Subject
from assurance.runtime.periods import today
from tests import cast
from tests.make import audits, dbs, findings, improvements, looked_after, people
from tests.page_requests import browser_of

pytestmark = pytest.mark.django_db
HALF_A_YEAR = timedelta(days=182)


def waiting(user):
    """(words, status, address) of each line of the home page of `user`."""
    tasks = browser_of(user).get(reverse("home")).context["tasks"]
    return [(task["words"], task["status"], task["address"]) for task in tasks]


def words(user):
    """The words of each line."""
    return [said for said, _, _ in waiting(user)]


@pytest.mark.long
def test_nothing_waits_at_first_and_then_for_an_officer_what_their_grant_covers_alone():
    assert waiting(cast.officer()) == []
    assert waiting(cast.member()) == []
    audits.case_audit()
    improvements.action(due_on=today() - timedelta(days=3))
    assert words(cast.officer(subject=Subject.AUDITS)) == [
        "1 audit has not been shared with the worker"
    ]
    assert words(cast.clerk()) == []
    assert words(cast.officer(cast.make_council("elsewhere"))) == []


@pytest.mark.long
def test_rechecks_reviews_actions_and_findings_are_counted_the_late_first():
    dbs.policy(interval_months=36)
    past = people.engagement()
    dbs.dbs_check(person=past.person, issued_on=today() - timedelta(days=4 * 365))
    near = people.engagement(person=people.person(reference="P-2"))
    dbs.dbs_check(person=near.person, issued_on=today() - timedelta(days=3 * 365 - 20))
    found = waiting(cast.officer(subject=Subject.DBS))
    assert [(said, status) for said, status, _ in found] == [
        ("1 DBS re-check overdue (In no population: 1)", "Overdue"),
        ("1 DBS re-check due soon (In no population: 1)", "To do"),
    ]
    client = browser_of(cast.officer())
    for _, _, address in found:
        assert len(client.get(address).context["lines"]) == 1
    long_ago = {"started_on": date(2015, 6, 1), "ended_on": date(2015, 6, 3)}
    received = {"published_on": date(2015, 7, 1), "response_received_on": date(2015, 7, 1)}
    findings.review(**long_ago, **received)
    findings.review(kind="peer_review", **long_ago, published_on=None)
    told = waiting(cast.officer(subject=Subject.FINDINGS))
    assert [(said, status) for said, status, _ in told] == [
        ("1 review waits for a reply", "Overdue"),
        ("1 review is due for a follow-up", "To do"),
    ]
    improvements.action(due_on=today() - timedelta(days=3))
    finding = findings.finding(kind="recommendation")
    said = words(cast.officer(subject=Subject.IMPROVEMENTS))
    assert said[0] == "1 action is past its due date"
    assert "1 finding has no action and no reason for none" in said
    improvements.action(reference="A-2", due_on=today() + HALF_A_YEAR).findings.add(finding)
    assert words(cast.officer(subject=Subject.IMPROVEMENTS)) == ["1 action is past its due date"]


@pytest.mark.long
def test_a_census_that_the_councils_own_days_ask_for_is_missed_from_the_first_one_on():
    council = cast.make_council()
    officer = cast.officer(subject=Subject.LOOKED_AFTER)
    soon, long_ago = today() - timedelta(days=40), today() - timedelta(days=300)
    for day in (soon, long_ago):
        council.census_days.create(month=day.month, day=min(day.day, 28))
    assert words(officer) == []
    looked_after.census(council=council, date=long_ago - timedelta(days=400))
    assert words(officer)[0].startswith("2 counts of looked-after children are missing: ")
    looked_after.census(council=council, date=soon.replace(day=min(soon.day, 28)))
    assert words(officer)[0].startswith("1 count of looked-after children is missing: ")
