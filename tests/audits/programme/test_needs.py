"""What the programme needs of whoever keeps it: lines of their home, days of their calendar."""

from datetime import date, timedelta

import pytest

from reports.tasks.all_tasks import needs_of
from reports.tasks.dates import dates_of
from tests.cast import clerk, officer
from tests.make.audits import audit_action, audit_kind, audit_round, case_audit, learning_meeting

pytestmark = pytest.mark.django_db
DAY = date(2015, 8, 20)


def told(user):
    """(day, words) of everything in an account's calendar."""
    return [(one.on, one.words) for one in dates_of(user, DAY)]


def lines(user):
    """The words of everything that an account's home says of rounds and meetings."""
    return {one.words: one.late for one in needs_of(user, DAY)}


def test_a_calendar_holds_the_days_of_open_rounds_and_of_the_next():
    audit_round(end=date(2015, 12, 31), report_due_on=date(2016, 2, 26), theme="Supervision")
    said = "Case-file audit: Supervision, January 2015"
    assert told(officer()) == [
        (date(2015, 7, 1), f"The next round after “{said}” is due"),
        (date(2015, 12, 31), f"{said}: ends"),
        (date(2016, 2, 26), f"{said}: result is due"),
    ]


def test_a_round_that_is_over_leaves_the_next_and_a_cancelled_one_nothing():
    over = {"begun_on": date(2015, 1, 5), "closed_on": date(2015, 7, 1), "result": "Weak plans"}
    audit_round(report_due_on=date(2015, 9, 1), **over)
    gone = {"cancelled_on": date(2015, 7, 1), "cancelled_because": "No time"}
    audit_round(kind=audit_kind("Live audit"), **gone)
    assert [on for on, _ in told(officer())] == [date(2015, 7, 1)]


def test_a_calendar_holds_the_next_learning_meeting_until_it_is_recorded():
    learning_meeting(held_on=date(2015, 3, 2), next_on=date(2015, 9, 7))
    someone = officer()
    said = "The next Performance meeting after 2 March 2015"
    assert told(someone) == [(date(2015, 9, 7), said)]
    learning_meeting(held_on=date(2015, 8, 3))
    assert told(someone) == []


def test_home_says_what_is_late_and_what_awaits_its_result():
    audit_round(planned=3)
    done = audit_round(
        kind=audit_kind("Live audit"),
        end=date(2015, 12, 31),
        begun_on=date(2015, 7, 1),
        planned=1,
    )
    running = audit_kind("Visits")
    audit_round(kind=running, end=date(2015, 12, 31), begun_on=date(2015, 7, 1), planned=60)
    case_audit(round=done, audited_on=date(2015, 7, 2), shared_on=DAY, recorded_on=DAY)
    learning_meeting(held_on=date(2015, 2, 2), next_on=DAY - timedelta(1))
    assert lines(officer()) == {
        "3 audit rounds are late": True,
        "1 learning meeting was to be followed by one that is not recorded": True,
        "1 audit round is awaiting its result": False,
    }


def test_whoever_keeps_no_audits_is_asked_for_nothing():
    audit_round(planned=3)
    learning_meeting(held_on=date(2015, 2, 2), next_on=DAY - timedelta(1))
    assert told(clerk()) == [] and lines(clerk()) == {}
    assert lines(officer(subject="dbs")) == {}


@pytest.mark.long
def test_actions_of_audits_past_their_due_dates_are_counted_as_late():
    someone = officer()
    audit_action(due_on=date(2015, 8, 20))
    assert not [words for words in lines(someone) if "action" in words]
    audit_action(due_on=date(2015, 8, 19))
    assert lines(someone)["1 action of an audit is past its due date"] is True
    audit_action(due_on=date(2015, 8, 18))
    audit_action(due_on=date(2015, 8, 18), done_on=date(2015, 8, 19))
    assert lines(someone)["2 actions of audits are past their due dates"] is True
