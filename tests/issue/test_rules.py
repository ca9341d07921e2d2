"""When a paper may be issued or given an hour, and which hours there are in England."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError

from reports.issue import rules
from reports.issue.forms.corrections import HourForm, clock_time
from tests.sweeping import swept

NOW = datetime(2016, 1, 18, 9, tzinfo=UTC)
SPRING, AUTUMN = date(2016, 3, 27), date(2016, 10, 30)


@pytest.mark.parametrize(
    ("status", "run", "says"),
    [
        ("approved", "", ""),
        ("approved", "stopped", ""),
        ("approved", "waiting", "being issued already"),
        ("issued", "", "issued already"),
        ("issued", "waiting", "issued already"),
    ],
)
def test_who_may_ask_for_an_issue(status, run, says):
    said = rules.why_not_ask(status, run)
    assert says in said and bool(says) == bool(said)


@pytest.mark.parametrize(
    ("status", "at", "says"),
    [
        ("approved", NOW + timedelta(seconds=1), ""),
        ("sent", NOW + timedelta(days=1), ""),
        ("approved", NOW, "still to come"),
        ("sent", NOW - timedelta(days=1), "still to come"),
        ("writing", NOW + timedelta(days=1), "Send the paper for approval"),
        ("issued", NOW + timedelta(days=1), "issued already"),
    ],
)
def test_which_hour_may_be_set(status, at, says):
    said = rules.why_not_set_hour(status, at, NOW)
    assert says in said and bool(says) == bool(said)


@pytest.mark.parametrize(
    ("status", "run", "says"),
    [
        ("approved", "", ""),
        ("approved", "waiting", "being issued already"),
        ("sent", "", "not approved in time"),
        ("writing", "", "it was being written"),
        ("issued", "", "had been issued already"),
    ],
)
def test_what_is_said_when_the_hour_has_come(status, run, says):
    said = rules.why_not_at_hour(status, run)
    assert says in said and bool(says) == bool(said)


@pytest.mark.parametrize(
    ("day", "clock", "hours_ahead"),
    [
        (date(2016, 1, 19), time(17), 0),
        (date(2016, 7, 1), time(17), 1),
        (SPRING, time(0, 59), 0),
        (SPRING, time(2), 1),
        (AUTUMN, time(0, 59), 1),
        (AUTUMN, time(2), 0),
    ],
)
def test_an_hour_is_that_of_the_clock_in_england(day, clock, hours_ahead):
    moment, sentence = rules.local_moment(day, clock)
    assert sentence == ""
    assert moment.utcoffset() == timedelta(hours=hours_ahead)
    assert moment.replace(tzinfo=None) == datetime.combine(day, clock)


@pytest.mark.parametrize("clock", [time(1), time(1, 30), time(1, 59)])
def test_an_hour_that_is_not_there_or_comes_twice_gets_a_sentence(clock):
    for day, says in ((SPRING, "there is no"), (AUTUMN, "comes twice")):
        moment, sentence = rules.local_moment(day, clock)
        assert moment is None and says in sentence and f"{clock:%H:%M}" in sentence


@swept(
    [
        ("17:00", time(17)),
        ("17.30", time(17, 30)),
        ("1730", time(17, 30)),
        ("9", time(9)),
        ("9am", time(9)),
        ("9.05 a.m.", time(9, 5)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("5 PM", time(17)),
        ("00:00", time(0)),
    ]
)
def test_a_time_of_day_is_read_as_people_write_it(said, clock):
    assert clock_time(said) == clock


@swept(["24:00", "9:60", "0am", "13pm", "noon", "", "9:5", "17:00:00"])
def test_what_is_no_time_of_day_is_refused(said):
    with pytest.raises(ValidationError, match="no time of day"):
        clock_time(said)


def test_the_form_shows_what_is_set_by_the_clock_in_england():
    class Set:
        at = datetime(2016, 7, 1, 16, tzinfo=UTC)

    shown = HourForm.initial_of(Set)
    assert shown == {"way": "by_itself", "day": date(2016, 7, 1), "hour": "17:00"}
    assert HourForm.initial_of(None) == {"way": "by_hand"}
