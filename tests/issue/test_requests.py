"""What history says of an issue that was asked for and of an hour that was set; and that nothing of
a person stands in the log of what went wrong."""

import logging
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assurance.records.history import HistoryEntry
from assurance.runtime.logging import WithoutWords, without_words
from reports.issue import jobs
from reports.issue.models.jobs import IssueJob
from reports.issue.operations import jobs as asking_to_issue
from reports.papers.models.papers import Paper
from tests.make.drafts import ON, approved

AT = datetime(2016, 1, 19, 17, tzinfo=UTC)
BEFORE = datetime(2016, 1, 18, 9, tzinfo=UTC)


@pytest.fixture
def asked(db, settings):
    """(run, clerk): an approved paper that somebody asked to be issued."""
    settings.JOBS = "worker"
    paper, clerk, _ = approved()
    return jobs.begin_issue(paper, by=clerk, on=ON), clerk


def told(what):
    """The one entry of history that says `what`."""
    return HistoryEntry.objects.get(what=what)


def test_an_issue_that_is_asked_for_and_what_stopped_it_stand_in_its_papers_history(asked):
    run, clerk = asked
    entry = told("papers.ask_to_issue")
    assert (entry.about, entry.who) == (run.history_name, clerk.history_name)
    assert run.council == run.paper.council
    assert entry.changes["state"]["to"] == "Being issued"
    said = {"run": run, "sentence": "The disk is full.", "by": clerk, "on": ON}
    stopped = asking_to_issue.say_trouble(**said, again_at=None)
    assert (stopped.state, stopped.trouble) == (IssueJob.STOPPED, "The disk is full.")
    assert told("papers.say_trouble").changes["trouble"]["to"] == "The disk is full."
    left = asking_to_issue.leave_off(**{**said, "sentence": "It was taken back."})
    assert (left.state, left.trouble) == (IssueJob.DROPPED, "It was taken back.")
    assert told("papers.leave_off").changes["trouble"]["to"] == "It was taken back."


@pytest.mark.parametrize("end", ["say_trouble", "leave_off"])
def test_what_has_come_to_its_end_stays_as_it_is(asked, end):
    run, clerk = asked
    ended = {"state": IssueJob.DROPPED, "trouble": "It was taken back."}
    IssueJob.objects.filter(pk=run.pk).update(**ended)
    more = {"again_at": None} if end == "say_trouble" else {}
    row = getattr(asking_to_issue, end)(run=run, sentence="Too late.", by=clerk, on=ON, **more)
    assert {name: getattr(row, name) for name in ended} == ended


def test_an_hour_that_is_set_missed_and_cleared_stands_in_history(asked):
    run, clerk = asked
    said = {"paper": run.paper, "by": clerk, "on": ON}
    asking_to_issue.set_hour(**said, at=AT, now=BEFORE)
    asking_to_issue.miss_hour(**said, sentence="It was not approved in time.")
    cleared = asking_to_issue.clear_hour(**said)
    assert isinstance(cleared, Paper)
    assert told("papers.set_hour").changes["at"]["to"] == AT.isoformat()
    assert told("papers.miss_hour").changes["missed"]["to"] == "It was not approved in time."
    assert told("papers.clear_hour").about == run.history_name


def test_a_line_of_the_log_has_the_kind_and_the_places_and_no_words():
    somebody = "nobody@netherby.example"
    try:
        raise ValueError(somebody)
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "job 7", None, sys.exc_info())
    line = WithoutWords("{message}", style="{").format(record)
    assert line.startswith("job 7") and line.endswith("builtins.ValueError")
    assert Path(__file__).name in line and somebody not in line


def test_what_is_kept_of_a_traceback_are_its_places():
    kept = 'Traceback:\n  File "a.py", line 3, in b\n    c()\nValueError: nobody@netherby.example\n'
    assert without_words(kept) == '  File "a.py", line 3, in b'
