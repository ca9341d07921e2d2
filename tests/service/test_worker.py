"""The worker of background jobs: each job once, another try where one raised, and what a silent
worker was at is given to another."""

import logging
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from assurance.runtime.databases.clock import database_moment
from assurance.runtime.jobs import MOST_TRIES, WAITS, next_try
from assurance.runtime.periods import this_moment
from reports.service import heartbeats, worker
from reports.service.models import WorkerHeartbeat
from tests.service.tasks import DONE, remember, stumble

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
READY, RUNNING = TaskResultStatus.READY, TaskResultStatus.RUNNING
FAILED, DONE_WELL = TaskResultStatus.FAILED, TaskResultStatus.SUCCESSFUL


@pytest.fixture(autouse=True)
def queued(settings, monkeypatch):
    """Jobs wait until somebody does them; none has run yet."""
    settings.JOBS = "worker"
    # A worker looks after its connection between two jobs; here it is the test's own.
    for module in (db_worker, worker):
        monkeypatch.setattr(module, "close_old_connections", lambda: None)
    DONE.clear()


def states():
    """How every job stands."""
    return sorted(DBTaskResult.objects.values_list("status", flat=True))


def taken(who, tries=1, at=NOW):
    """A job that `who` has been at since `at`, its try number `tries`."""
    remember.enqueue(tries)
    row = DBTaskResult.objects.order_by("-enqueued_at").first()
    workers = [*["earlier"] * (tries - 1), who]
    DBTaskResult.objects.filter(pk=row.pk).update(status=RUNNING, started_at=at, worker_ids=workers)
    return DBTaskResult.objects.get(pk=row.pk)


def work(most=None):
    """A worker does all that waits, or so many jobs."""
    runner = worker.Runner(batch=True, interval=0)
    runner.max_tasks = most
    runner.run()


def test_each_job_is_done_once():
    for number in (1, 2, 3):
        remember.enqueue(number)
    work()
    work()
    assert (DONE, states()) == ([1, 2, 3], [DONE_WELL] * 3)


def test_a_job_that_raises_is_tried_again_after_growing_waits_and_then_has_failed(monkeypatch):
    monkeypatch.setattr(worker, "this_moment", lambda: NOW)
    stumble.enqueue(1)
    for wait in WAITS:
        work(1)
        row = DBTaskResult.objects.get()
        assert (row.status, row.run_after) == (READY, NOW + wait * SECOND)
    work(1)
    work()
    assert (states(), DONE) == ([FAILED], [1] * MOST_TRIES)


def test_a_job_that_is_to_be_tried_later_waits_until_then(monkeypatch):
    later = this_moment() + timedelta(hours=1)
    monkeypatch.setattr(worker, "this_moment", lambda: later)
    stumble.enqueue(1)
    work()
    work()
    assert (states(), DONE) == ([READY], [1])


def test_what_an_exception_said_is_not_kept_nor_logged(caplog):
    stumble.enqueue(1)
    with caplog.at_level(logging.INFO, "candour"):
        work()
    kept = DBTaskResult.objects.get().traceback
    assert "tasks.py" in kept and "nobody@netherby.example" not in kept
    lines = [one.getMessage() for one in caplog.records]
    assert str(DBTaskResult.objects.get().pk) in " ".join(lines)
    assert not any("nobody@netherby.example" in one for one in lines)


def test_where_jobs_run_at_once_nobody_tries_again(settings):
    assert next_try(1, NOW) == NOW + WAITS[0] * SECOND
    assert next_try(MOST_TRIES, NOW) is None
    settings.JOBS = "inline"
    assert next_try(1, NOW) is None


def test_what_a_silent_worker_was_at_is_given_to_another_and_nothing_of_a_living_one():
    taken("lost", at=NOW - timedelta(minutes=5))
    heartbeats.beat("lost", NOW - heartbeats.LEASE - SECOND)
    assert heartbeats.reap(NOW) == 1
    assert states() == [READY]
    work()
    assert states() == [DONE_WELL]
    taken("busy", at=NOW - timedelta(hours=1))
    heartbeats.beat("busy", NOW - heartbeats.EVERY)
    taken("new", at=NOW - SECOND)
    assert (heartbeats.reap(NOW), states()) == (0, [RUNNING] * 2 + [DONE_WELL])


def test_a_worker_whose_clock_is_ahead_or_behind_takes_no_living_one_for_silent(monkeypatch):
    usual = timezone.now
    right, wrong = worker.Runner(), worker.Runner()
    taken(right.worker_id, at=usual() - timedelta(minutes=5))
    for hours in (1, -1):
        right.tick(database_moment())
        with monkeypatch.context() as patch:
            patch.setattr(timezone, "now", lambda hours=hours: usual() + timedelta(hours=hours))
            wrong.running, wrong.batch = True, True
            patch.setattr(wrong, "run", lambda: None)
            wrong.keep_on()
        assert DBTaskResult.objects.filter(status=RUNNING).count() == 1, hours
        right.tick(database_moment())
        assert DBTaskResult.objects.filter(status=RUNNING).count() == 1, hours


def test_signs_from_before_the_clock_went_back_count_for_nothing():
    taken("lost", at=NOW + timedelta(hours=1))
    heartbeats.beat("lost", NOW + timedelta(hours=1))
    assert (heartbeats.reap(NOW), states()) == (1, [READY])
    taken("busy", at=NOW + timedelta(hours=1))
    heartbeats.beat("busy", NOW)
    assert (heartbeats.reap(NOW), states()) == (0, [READY, RUNNING])


def test_a_job_that_kills_its_workers_has_failed_after_the_third_and_is_given_back_once():
    row = taken("third", tries=MOST_TRIES, at=NOW - timedelta(minutes=5))
    assert heartbeats.reap(NOW) == 1
    row.refresh_from_db()
    assert (row.status, row.traceback) == (FAILED, "worker lost")
    row = taken("lost", at=NOW - timedelta(minutes=5))
    assert heartbeats._given_back(row, NOW) == 1
    assert heartbeats._given_back(row, NOW) == 0


def test_signs_of_life_are_one_row_a_worker_and_old_ones_go():
    heartbeats.beat("old", NOW - timedelta(days=2))
    heartbeats.beat("here", NOW - SECOND)
    heartbeats.beat("here", NOW)
    assert list(map(str, WorkerHeartbeat.objects.all())) == ["here, 05 January 2026 09:00:00"]


def test_a_tick_leaves_a_sign_gives_back_and_begins_what_is_due(caplog):
    taken("lost", at=NOW - timedelta(minutes=5))
    runner = worker.Runner()
    with caplog.at_level(logging.INFO, "candour"):
        runner.tick(NOW)
    assert WorkerHeartbeat.objects.get().worker == runner.worker_id
    assert "reports.issue.jobs.issue_due" in caplog.text
    assert RUNNING not in states()


def test_a_database_that_does_not_answer_is_waited_for_under_another_name(monkeypatch):
    runner, names = worker.Runner(), []

    def run():
        names.append(runner.worker_id)
        if len(names) < 3:
            raise OperationalError("server closed the connection")
        runner.running = False

    monkeypatch.setattr(worker, "INTERVAL", 0)
    monkeypatch.setattr(runner, "run", run)
    monkeypatch.setattr(runner, "tick", lambda moment: None)
    monkeypatch.setattr(runner, "_beat_until", lambda ended: None)
    runner.keep_on()
    assert len(set(names)) == 3


def test_the_sign_of_life_is_left_until_the_worker_ends_whatever_the_database_says(monkeypatch):
    runner, ticks, ended = worker.Runner(), [], Event()

    def tick(moment):
        ticks.append(moment)
        if len(ticks) == 1:
            raise OperationalError("the database is locked")
        ended.set()

    monkeypatch.setattr(heartbeats, "EVERY", timedelta(0))
    monkeypatch.setattr(runner, "tick", tick)
    monkeypatch.setattr(worker.connections, "close_all", lambda: None)
    runner._beat_until(ended)
    assert len(ticks) == 2


def test_the_command_works_until_nothing_waits_and_the_thread_that_serves_keeps_on(monkeypatch):
    monkeypatch.setattr(worker.Runner, "configure_signals", lambda self: None)
    monkeypatch.setattr(worker.Runner, "_beat_until", lambda self, ended: None)
    monkeypatch.setattr(worker.periodic_jobs, "JOBS", ())
    remember.enqueue(4)
    call_command("run_jobs", "--until-empty")
    assert DONE == [4]
    began = Event()
    monkeypatch.setattr(worker.Runner, "keep_on", lambda self: began.set())
    worker.in_a_thread().join()
    assert began.is_set()
