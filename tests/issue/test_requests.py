"""What history says of an issue that was asked for and of an hour that was set; and that nothing of
a person stands in the log of what went wrong."""

import logging
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from assurance.records.history import HistoryEntry
from assurance.runtime.logging import WithoutWords, without_words
from reports.issue import jobs, rules
from reports.issue.forms.corrections import HourForm, clock_time
from reports.issue.models.jobs import IssueJob
from reports.issue.operations import jobs as asking_to_issue
from reports.papers.models.papers import Paper
from tests.make.drafts import ON
from tests.sweeping import swept

AT = datetime(2016, 1, 19, 17, tzinfo=UTC)
NOW, ONE = datetime(2016, 1, 18, 9, tzinfo=UTC), timedelta(days=1)


@pytest.fixture
def asked(approved, settings):
    """(run, clerk): an approved paper that somebody asked to be issued."""
    settings.JOBS = "worker"
    paper, clerk, _ = approved
    return jobs.begin_issue(paper, by=clerk, on=ON), clerk


def told(what):
    """The one entry of history that says `what`."""
    return HistoryEntry.objects.get(what=what)


@pytest.mark.long
def test_an_issue_asked_for_what_stopped_it_and_its_hour_stand_in_its_papers_history(asked):
    run, clerk = asked
    entry = told("papers.ask_to_issue")
    assert (entry.about, entry.who) == (run.history_name, clerk.history_name)
    assert run.council == run.paper.council
    assert entry.changes["state"]["to"] == "Being published"
    said = {"run": run, "sentence": "The disk is full.", "by": clerk, "on": ON}
    stopped = asking_to_issue.record_trouble(**said, again_at=None)
    assert (stopped.state, stopped.trouble) == (IssueJob.STOPPED, "The disk is full.")
    assert told("papers.record_trouble").changes["trouble"]["to"] == "The disk is full."
    left = asking_to_issue.leave_off(**{**said, "sentence": "It was taken back."})
    assert (left.state, left.trouble) == (IssueJob.DROPPED, "It was taken back.")
    assert told("papers.leave_off").changes["trouble"]["to"] == "It was taken back."
    said = {"paper": run.paper, "by": clerk, "on": ON}
    asking_to_issue.set_hour(**said, at=AT, now=NOW)
    asking_to_issue.miss_hour(**said, sentence="It was not approved in time.")
    cleared = asking_to_issue.clear_hour(**said)
    assert isinstance(cleared, Paper)
    assert told("papers.set_hour").changes["at"]["to"] == AT.isoformat()
    assert told("papers.miss_hour").changes["missed"]["to"] == "It was not approved in time."
    assert told("papers.clear_hour").about == run.history_name


@pytest.mark.parametrize("end", ["record_trouble", "leave_off"])
def test_what_has_come_to_its_end_stays_as_it_is(asked, end):
    run, clerk = asked
    ended = {"state": IssueJob.DROPPED, "trouble": "It was taken back."}
    IssueJob.objects.filter(pk=run.pk).update(**ended)
    more = {"again_at": None} if end == "record_trouble" else {}
    row = getattr(asking_to_issue, end)(run=run, sentence="Too late.", by=clerk, on=ON, **more)
    assert {name: getattr(row, name) for name in ended} == ended


def test_a_line_of_the_log_and_what_is_kept_of_a_traceback_have_the_places_and_no_words():
    somebody = "nobody@netherby.example"
    try:
        raise ValueError(somebody)
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "job 7", None, sys.exc_info())
    line = WithoutWords("{message}", style="{").format(record)
    assert line.startswith("job 7") and line.endswith("builtins.ValueError")
    assert Path(__file__).name in line and somebody not in line
    kept = 'Traceback:\n  File "a.py", line 3, in b\n    c()\nValueError: nobody@netherby.example\n'
    assert without_words(kept) == '  File "a.py", line 3, in b'


SPRING, AUTUMN = date(2016, 3, 27), date(2016, 10, 30)


@swept(
    [
        (rules.why_not_ask, ("approved", ""), ""),
        (rules.why_not_ask, ("approved", "stopped"), ""),
        (rules.why_not_ask, ("approved", "waiting"), "already being published"),
        (rules.why_not_ask, ("issued", ""), "already published"),
        (rules.why_not_ask, ("issued", "waiting"), "already published"),
        (rules.why_not_set_hour, ("approved", NOW + timedelta(seconds=1), NOW), ""),
        (rules.why_not_set_hour, ("sent", NOW + ONE, NOW), ""),
        (rules.why_not_set_hour, ("approved", NOW, NOW), "still to come"),
        (rules.why_not_set_hour, ("sent", NOW - ONE, NOW), "still to come"),
        (rules.why_not_set_hour, ("writing", NOW + ONE, NOW), "Send the report for approval"),
        (rules.why_not_set_hour, ("issued", NOW + ONE, NOW), "already published"),
        (rules.why_not_at_hour, ("approved", ""), ""),
        (rules.why_not_at_hour, ("approved", "waiting"), "already being published"),
        (rules.why_not_at_hour, ("sent", ""), "not approved in time"),
        (rules.why_not_at_hour, ("writing", ""), "it was being written"),
        (rules.why_not_at_hour, ("issued", ""), "was already published"),
    ]
)
def test_who_may_ask_which_hour_may_be_set_and_what_is_said_when_it_has_come(rule, of, says):
    sentence = rule(*of)
    assert says in sentence and bool(says) == bool(sentence)


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
    with pytest.raises(ValidationError, match="Enter a time such as 17:00"):
        clock_time(said)


def test_the_form_shows_what_is_set_by_the_clock_in_england():
    class Set:
        at = datetime(2016, 7, 1, 16, tzinfo=UTC)

    shown = HourForm.initial_of(Set)
    assert shown == {"way": "by_itself", "day": date(2016, 7, 1), "hour": "17:00"}
    assert HourForm.initial_of(None) == {"way": "by_hand"}
