"""Task groups: what refuses one, and the state of its final report on any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.meetings import task_groups
from tests.cases import random_cases
from tests.cast import officer
from tests.make import matters
from tests.make.people import post
from tests.page_requests import boxes, words

DAY = date(2016, 6, 30)
DAYS = st.integers(-5, 5).map(lambda days: DAY + timedelta(days))


@random_cases(50)
@given(st.none() | DAYS, st.none() | DAYS, DAYS)
def test_the_report_is_made_due_or_overdue(due, made, day):
    words_then = task_groups.report_words(due, made, day)
    is_made = made is not None and made <= day
    assert words_then.startswith("Made") == is_made
    assert words_then.startswith("Due") == (not is_made and due is not None and due >= day)
    assert words_then.startswith("Overdue") == (not is_made and due is not None and due < day)


def test_a_task_group_has_a_remit_and_no_other_body_has_one():
    group = {"kind": "task_group", "remit": "Look."}
    assert list(task_groups.faults(group)) == []
    assert list(task_groups.faults({"kind": "task_group"})) == [("remit", task_groups.NO_REMIT)]
    board = {"kind": "board", "remit": "Look.", "members": ["Head"], "report_due_on": DAY}
    assert [field for field, _ in task_groups.faults(board)] == [
        *("remit", "members", "report_due_on")
    ]
    assert list(task_groups.faults({"kind": "board"})) == []


@pytest.mark.django_db
def test_a_task_group_is_added_with_its_members_and_shows_its_report(client, settings):
    settings.CANDOUR_TODAY = "2016-01-18"
    client.force_login(officer())
    head = post("Vice-Chair")
    sent = {"title": "Wellbeing group", "kind": "task_group", "interval": "as_needed"}
    sent |= {"chair": head.pk, "objectives": "Ask\nLook", "members": [head.pk]}
    sent |= boxes(report_due_on="30 6 2016", reported_on="")
    answer = client.post("/matters/forums/add/", sent)
    assert answer.context["form"].errors == {"remit": [task_groups.NO_REMIT]}
    page = words(client.post("/matters/forums/add/", {**sent, "remit": "Look at it."}, follow=True))
    for text in ("Task group", "Look at it.", "Vice-Chair", "Due by 30 June 2016"):
        assert text in page
    answer = client.post("/matters/forums/add/", {**sent, "kind": "board", "title": "A board"})
    assert answer.context["form"].errors["members"] == [task_groups.NOT_ONE]


@pytest.mark.django_db
def test_meetings_count_up_to_a_day_and_withdrawn_ones_do_not():
    group = matters.task_group()
    for day in (DAY, DAY + timedelta(9)):
        matters.meeting(forum=group, met_on=day)
    gone = {"withdrawn_on": DAY, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    matters.meeting(forum=group, met_on=DAY - timedelta(9), **gone)
    assert [group.meetings_by(day) for day in (DAY - timedelta(1), DAY, date.max)] == [0, 1, 2]
    assert group.report_by(DAY + timedelta(1)) == "Overdue since 30 June 2016"
