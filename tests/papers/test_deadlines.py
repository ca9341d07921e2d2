"""The days of a report: known ones of July 2016, and their order whatever the meeting."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assurance.meetings.clear_days import is_working_day
from reports.papers.rules.deadlines import (
    INTERVALS,
    begins_on,
    deadlines,
    months_of,
    texts_due,
    why_not_before,
)

MEETING = date(2016, 7, 19)
DAYS = st.dates(date(2012, 1, 1), date(2035, 12, 31))
BEFORE = st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))


def test_the_days_of_july_2016_are_those_of_its_calendar():
    steps = deadlines(MEETING, date(2016, 6, 20))
    assert [(step.step, step.on) for step in steps] == [
        ("start", date(2016, 6, 7)),
        ("texts", date(2016, 6, 24)),
        ("send", date(2016, 7, 6)),
        ("submit", date(2016, 7, 8)),
        ("publish", date(2016, 7, 11)),
        ("meet", MEETING),
    ]
    assert [step.state for step in steps] == ["late", "next", "", "", "", ""]
    begun = deadlines(MEETING, date(2016, 6, 20), done=("start",))
    assert [step.state for step in begun] == ["done", "next", "", "", "", ""]
    sent = deadlines(MEETING, date(2016, 7, 9), done=("start", "texts", "send"))
    assert [step.state for step in sent] == ["done", "done", "done", "late", "next", ""]
    assert texts_due(steps, date(2016, 6, 20)) == date(2016, 6, 24)
    assert texts_due(steps, date(2016, 6, 28)) == date(2016, 6, 28)
    assert texts_due((), date(2016, 6, 28)) == date(2016, 6, 28)


@given(DAYS, DAYS, BEFORE)
def test_steps_lie_on_working_days_and_one_at_most_comes_next(meeting, today, before):
    before = tuple(sorted(before, reverse=True))
    steps = deadlines(meeting, today, before)
    middle = [step.on for step in steps if step.step not in ("start", "meet")]
    assert middle == sorted(middle) and middle[-1] < meeting
    assert all(map(is_working_day, middle))
    assert steps[0].on == begins_on(meeting)
    assert all((step.state == "late") == (step.on < today) for step in steps)
    coming = [step for step in steps if step.state == "next"]
    assert len(coming) == any(step.on >= today for step in steps)


@given(BEFORE)
def test_steps_out_of_order_are_refused(before):
    texts, send, submit = before
    assert bool(why_not_before(*before)) == (not texts > send >= submit)


def test_every_interval_is_of_whole_months():
    assert [months_of(key) for key, _ in INTERVALS] == [1, 3, 6, 12]
    assert months_of("") == 0
