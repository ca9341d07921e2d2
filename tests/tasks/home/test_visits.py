"""What is new since a member's last visit, and how the date of that visit is known."""

from datetime import timedelta

import pytest
from django.urls import reverse

from reports.tasks.home_parts.visits import USUAL, earlier_visit
from tests import cast
from tests.make import papers, promised
from tests.page_requests import words
from tests.tasks.home.homes import DAY, home, part

pytestmark = pytest.mark.django_db
ONE = timedelta(days=1)


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = DAY.isoformat()


def news():
    """Three kinds of news on three days; (kind, day) of each."""
    row = papers.edition(issued_on=DAY - 9 * ONE)
    kept = {"state": "kept", "answered_on": DAY - 5 * ONE}
    promised.commitment(paper=row.paper, **kept)
    promised.recommendation(paper=row.paper, decision="agreed", decided_on=DAY - 2 * ONE)
    return [
        ("Recommendation: agreed", DAY - 2 * ONE),
        ("Commitment: kept", DAY - 5 * ONE),
        ("Report published", DAY - 9 * ONE),
    ]


def test_what_is_new_since_the_last_visit_is_told_newest_first_and_nothing_of_later():
    every = news()
    member = cast.member()
    for days in range(11):
        since = DAY - days * ONE
        context = part(member, "new", since=since)
        shown = [(row["kind"], row["on"]) for row in context["rows"]]
        assert shown == [row for row in every if row[1] >= since], days
    assert [row["on"] for row in part(member, "new", day=DAY - 6 * ONE)["rows"]] == [DAY - 9 * ONE]
    assert part(member, "new")["first"] == DAY - USUAL
    assert "New since 22 December 2015" in words(home(member))
    assert part(cast.member(cast.make_council("elsewhere")), "new")["rows"] == []


def test_a_corrected_edition_is_named_by_its_number():
    paper = papers.issued_paper()
    papers.edition(paper=paper)
    papers.edition(paper=paper, number=2)
    [row] = part(cast.member(), "new")["rows"]
    assert row["kind"] == "Edition 2 published"


def test_signing_in_notes_the_date_of_the_visit_before_in_the_session_alone(client):
    member = cast.with_password(cast.member())
    form = {"login": member.email, "password": cast.PASSWORD}
    client.post(reverse("account_login"), form)
    assert earlier_visit(client.session, DAY) is None
    member.refresh_from_db()
    first = member.last_login.date()
    client.post(reverse("account_logout"))
    client.post(reverse("account_login"), form)
    assert earlier_visit(client.session, first) == first
    assert earlier_visit(client.session, first - ONE) is None
