"""The audit programme of the demonstration: what it shows on its own day."""

from datetime import date

import pytest
from django.test import Client

from assurance.accounts.models.accounts import User
from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.kinds import AuditTheme
from assurance.audits.models.rounds import AuditRound
from assurance.improvement.models.actions import Action
from assurance.reviews.models.findings import Review
from reports.demonstration.load import DAY
from tests.demonstration.test_figures import figures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


@pytest.fixture
def officer(settings, demonstration):
    """The client of the demonstration's officer, on its day."""
    settings.CANDOUR_TODAY = DAY.isoformat()
    client = Client()
    client.force_login(User.objects.get(email__startswith="officer@"))
    return client


def test_every_audit_counts_towards_a_round_and_the_rounds_hold_84_and_83():
    rounds = AuditRound.objects.followed().order_by("start")
    assert [(one.done_so_far, one.planned) for one in rounds] == [
        *((84, 84), (42, 42), (41, 45)),
        (0, 12),
    ]
    assert not CaseAudit.objects.filter(round=None).exists()


def test_the_programme_says_what_has_slipped_first(officer):
    found = officer.get("/audits/programme/").context["found"]
    first, second, *rest = found
    assert [(one.words, one.days) for one in first.slips] == [
        *(("4 short of 45", 18), ("Next round due", 17))
    ]
    assert str(second.round) == "Supervision deep dive: Supervision, November 2015"
    assert [one.state for one in found] == ["awaiting", "under_way", "done"]
    assert not any(one.slips for one in (second, *rest))


def test_a_change_of_interval_is_flagged():
    rounds = AuditRound.objects.followed().filter(kind__category="routine").order_by("start")
    assert [(one.interval_before, one.interval_months) for one in rounds] == [
        *((None, 12), (12, 6), (6, 6))
    ]


def test_papers_can_quote_the_programme():
    said = figures(date(2015, 1, 2), date(2016, 1, 15))
    assert said["audits.planned"] == 42 + 45
    assert said["audits.rounds_awaiting_result"] == 1
    changed, moderated = said["audits.changed_at_moderation"], said["audits.moderated"]
    assert 0 < changed < moderated
    rows = CaseAudit.objects.filter(audited_on__year=2015).exclude(moderated_grade=None)
    pairs = list(rows.values_list("first_grade", "moderated_grade"))
    assert (moderated, changed) == (len(pairs), sum(one != two for one, two in pairs))


def test_themes_are_found_again(officer):
    page = officer.get("/audits/themes/again/")
    found = {str(one.theme): one.theme.times for one in page.context["found"]}
    tagged = {str(theme): theme.audits.count() for theme in AuditTheme.objects.all()}
    assert found == tagged and len(found) == 3 and min(found.values()) > 20


def test_what_audits_show_adds_up(officer):
    year = "done_from_day=1&done_from_month=1&done_from_year=2015"
    year += "&done_to_day=31&done_to_month=12&done_to_year=2015"
    answer = officer.get(f"/audits/shown/?{year}")
    assert answer.context["done"] == 83
    assert [bar.words for bar in answer.context["loop"].bars] == [
        *("83", "79 of 83, 95% of those done", "79 of 79, 100% of those shared")
    ]
    sizes = [bar.size for bar in answer.context["by_team"].bars]
    assert sum(sizes) == 83


@pytest.fixture
def page(officer):
    """Gives the words of a page as the officer of the demonstration sees it on its day."""
    return lambda address: officer.get(address).content.decode()


def test_an_inspection_waits_for_its_reply_and_is_counted_nowhere():
    held = Review.objects.get(slug="fostering-2015")
    assert held.published_on is None and not held.findings.exists()
    assert held.response_sent_on is None
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
    assert [(one.title, one.own_team, one.other_team) for one in lines] == [
        *[("Practice Manager", 1, 1)] * 2,
        ("Group Manager", 0, 2),
    ]
    shown = page(f"/audits/programme/rounds/{lines.last().audit_round_id}/")
    assert "Practice Manager" in shown and "Group Manager" in shown
