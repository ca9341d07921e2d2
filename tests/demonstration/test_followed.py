"""What follows from plans, rounds and reviews in the demonstration, as its officer sees it on that
day."""

import pytest
from django.test import Client

from assurance.accounts.models.accounts import User
from assurance.audits.models.allocations import AuditAllocation
from assurance.improvement.models.actions import Action
from assurance.reviews.models.findings import Review
from reports.demonstration.load import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


@pytest.fixture
def page(settings, demonstration):
    """Gives the words of a page as the officer of the demonstration sees it on its day."""
    settings.CANDOUR_TODAY = DAY.isoformat()
    client = Client()
    client.force_login(User.objects.get(email__startswith="officer@"))
    return lambda address: client.get(address).content.decode()


def test_an_inspection_waits_for_its_reply_and_is_counted_nowhere(page):
    held = Review.objects.get(slug="fostering-2015")
    assert held.published_on is None and not held.findings.exists()
    assert held.response_sent_on.isoformat() == "2016-03-14", "it is answered in time, later"
    assert held.reply_due_on.isoformat() == "2016-03-17"


def test_actions_have_notes_and_what_shows_how_they_go(page):
    first, second, third = Action.objects.filter(reference__in=("SUP-1", "SUP-2", "SUP-3"))
    assert [one.notes.count() for one in (first, second, third)] == [2, 1, 1]
    assert [one.evidence_links.count() for one in (first, second, third)] == [1, 1, 0]
    assert "Five of seven teams" in page(f"/actions/{first.pk}/")
    board = page(
        f"/actions/plans/{first.priority.plan_id}/board/?since_day=1&since_month=12&since_year=2015"
    )
    assert "Every action that is done has something to show it." in board
    assert "Two sessions in ten" in board


def test_a_round_says_who_audits_how_many_cases(page):
    lines = AuditAllocation.objects.order_by("pk")
    assert [(one.role, one.own_team, one.other_team) for one in lines] == [
        *[("Practice Manager", 1, 1)] * 2,
        ("Group Manager", 0, 2),
    ]
    shown = page(f"/audits/programme/rounds/{lines.last().audit_round_id}/")
    assert "Practice Manager" in shown and "Group Manager" in shown
