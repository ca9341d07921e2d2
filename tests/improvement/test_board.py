"""What a board sees of a plan, and what changed since it last met."""

from datetime import date, timedelta

import pytest

from assurance.improvement.models.actions import Action, DueChange, StatusChange
from assurance.improvement.rules import board
from tests.cast import make_council, officer
from tests.make import attachments
from tests.make.findings import finding
from tests.make.improvements import action, evidence, impact_change, note, plan, priority

pytestmark = pytest.mark.django_db
ONE = timedelta(days=1)
SINCE, DAY = date(2017, 6, 30), date(2017, 9, 30)
BETWEEN, LATER = date(2017, 7, 3), date(2018, 12, 31)


def gone(day=BETWEEN):
    """What a row withdrawn on a day holds."""
    return {"withdrawn_on": day, "withdrawn_by": officer(), "withdrawn_because": "Entered twice"}


def of(held):
    """The actions of a plan as its board reads them."""
    return list(Action.objects.of(make_council()).of_plan(held))


def groups(held, day=DAY):
    """A dict of each group → the references in it."""
    found = board.needing_the_board(of(held), day)
    return {group.slug: [one.reference for one in group.actions] for group in found}


@pytest.fixture
def held():
    """A plan with two priorities."""
    made = plan()
    priority(made, title="Front door")
    priority(made, title="Visits")
    return made


def in_plan(held, reference, order=1, **said):
    """An action of the plan, due late."""
    under = held.priorities.get(order=order)
    return action(**{"priority": under, "reference": reference, "due_on": LATER, **said})


def test_a_file_a_figure_or_an_audit_shows_an_action_until_it_is_withdrawn(held):
    by_file, by_link = (in_plan(held, name, status="done") for name in ("FILE", "LINK"))
    attachments.attachment(action=by_file)
    link = evidence(by_link)
    evidence(in_plan(held, "LOST", status="done"), **gone())
    assert groups(held)["unshown"] == ["LOST"]
    assert groups(held)["no-impact"] == ["FILE", "LINK", "LOST"]
    type(link).objects.filter(pk=link.pk).update(**gone())
    by_file.attachments.update(**gone())
    assert groups(held)["unshown"] == ["FILE", "LINK", "LOST"]


def test_every_kind_of_change_is_told(held):
    old = in_plan(held, "OLD", due_on=LATER)
    DueChange.objects.create(
        action=old, moved_on=BETWEEN, from_day=DAY, to_day=LATER, reason="A post was empty"
    )
    for day, was, became in (
        (BETWEEN, "on_track", "at_risk"),
        (BETWEEN + ONE, "at_risk", "done"),
        (BETWEEN + 2 * ONE, "done", "on_track"),
    ):
        StatusChange.objects.create(action=old, changed_on=day, from_status=was, to_status=became)
    impact_change(old, changed_on=BETWEEN + 3 * ONE)
    note(old, created_on=BETWEEN + 4 * ONE)
    evidence(old, created_on=BETWEEN + 5 * ONE)
    attachments.attachment(action=old, created_on=BETWEEN + 6 * ONE)
    in_plan(held, "NEW", created_on=BETWEEN + 7 * ONE)
    in_plan(held, "FELL", due_on=BETWEEN + 7 * ONE)
    in_plan(held, "GONE", **gone(BETWEEN + 9 * ONE))
    told = board.changed(of(held), SINCE, DAY)
    assert [(one.action.reference, one.kind) for one in reversed(told)] == [
        ("OLD", "Progress"),
        ("OLD", "Due date moved"),
        ("OLD", "Closed"),
        ("OLD", "Reopened"),
        ("OLD", "Difference made"),
        ("OLD", "Note"),
        ("OLD", "Evidence"),
        ("OLD", "Evidence"),
        ("NEW", "Added"),
        ("FELL", "Fell overdue"),
        ("GONE", "Withdrawn"),
    ]


def page_of(client, held, **asked):
    """The words of the board's page."""
    return client.get(f"/actions/plans/{held.pk}/board/", asked).content.decode()


def since(day):
    """What the form of the last meeting sends."""
    return {"since_day": day.day, "since_month": day.month, "since_year": day.year}


def test_the_board_reads_its_page_and_what_changed(client, held):
    client.force_login(officer())
    assert "The plan has no action yet." in page_of(client, held)
    note(in_plan(held, "A1", due_on=date(2018, 1, 1), text="Give plans dates."))
    page = page_of(client, held)
    for words in ("Overdue: 1", "At risk: 0", "No action is at risk.", "1. Front door: 1 action"):
        assert words in page
    assert "Enter the date of the last meeting" in page
    page = page_of(client, held, **since(SINCE))
    assert "Changes since the last meeting: 2" in page
    assert "Fell overdue" in page and "Twenty plans were read." in page
    assert "Nothing has changed since 1 January 2020." in page_of(
        client, held, **since(date(2020, 1, 1))
    )


def test_a_meeting_to_come_and_a_day_that_is_none_get_their_sentences(client, held):
    client.force_login(officer())
    assert "must be today or in the past" in page_of(client, held, **since(date(2099, 1, 1)))
    wrong = page_of(client, held, since_day="32", since_month="1", since_year="2017")
    assert "the date of the last meeting" in wrong.lower() and "Enter the date" in wrong


def test_the_board_asks_as_often_however_many_actions_there_are(
    client, held, django_assert_max_num_queries
):
    client.force_login(officer())

    def asked():
        with django_assert_max_num_queries(24) as queries:
            page_of(client, held, **since(SINCE))
        return len(queries)

    note(in_plan(held, "A0", findings=[finding()]))
    before = asked()
    for number in range(1, 5):
        one = in_plan(held, f"A{number}", findings=[finding()])
        note(one)
        evidence(one)
        attachments.attachment(action=one)
    assert asked() == before
