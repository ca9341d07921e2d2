"""Two workers at one job and on one queue, a job that always fails, clocks that jump an hour."""

import time
from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from assurance.accounts.models.accounts import Council
from assurance.runtime.jobs import MOST_TRIES
from bench.database import prepared
from bench.sizes import TINY
from faults import actions, preparation, state
from faults.database import Files, Server, copied, opened
from faults.kills import LONG_AGO
from faults.processes import begun
from faults.table import Line
from reports.editions.models.editions import EditionFile
from reports.issue.jobs import issue_asked
from reports.issue.models.site import SiteCheck
from reports.issue.site.jobs import check_council
from reports.service.models import PeriodicJob
from reports.service.periodic_jobs import JOBS as PERIODIC
from reports.service.worker import Runner

PAIRS = 20
NO_RUN = 0
BACK, AHEAD = timedelta(hours=-1), timedelta(hours=1)
JOBS = 20
# How long in seconds a worker looks after another at most.
LONGEST = 300


def lines(source: Files | Server) -> Iterator[Line]:
    """A line for each."""
    yield _two_at_one_job(source)
    yield _two_on_one_queue(source)
    yield _one_that_fails(source)
    yield _clock_back(source)
    yield _clocks_apart(source)


def _two_at_one_job(source):
    losses = []
    for _try in range(PAIRS):
        with copied(source) as name:
            for child in [begun(actions.ISSUE.do, name) for _worker in range(2)]:
                child.wait()
            with opened(name):
                losses += _once()
    return Line("two workers at one issue", PAIRS, tuple(losses))


def _two_on_one_queue(source):
    """Each of many jobs is done once, whichever of two workers takes it."""
    losses = []
    with copied(source) as name:
        with opened(name):
            councils = list(Council.objects.values_list("pk", flat=True))[:1]
            before = SiteCheck.objects.count()
            for _job in range(JOBS):
                check_council.enqueue(*councils)
        for child in [begun(lambda: actions.work(None), name) for _worker in range(2)]:
            child.wait()
        with opened(name):
            done = SiteCheck.objects.count() - before
            if done != JOBS:
                losses.append(f"{JOBS} jobs were done {done} times")
            losses += state.broken_histories()
    return Line("two workers on one queue", JOBS, tuple(losses))


def _clocks_apart(source):
    """A worker whose clock is an hour ahead looks after one whose clock is right, which issues: it
    must not take it for silent."""
    losses = []
    for _try in range(PAIRS):
        with copied(source) as name:
            with opened(name):
                at = timezone.now()
                PeriodicJob.objects.bulk_create(
                    PeriodicJob(name=item.name, begun_at=at) for item in PERIODIC
                )
            right = begun(_work_with_signs, name)
            ahead = begun(lambda: _at(AHEAD, _look_after), name)
            for child in (right, ahead):
                child.wait()
            with opened(name):
                losses += [*_once(), *_begun_again()]
    return Line("a worker whose clock is an hour ahead", PAIRS, tuple(losses))


def _work_with_signs():
    """Does the jobs that wait, and leaves signs of life."""
    Runner(batch=True, interval=0).keep_on()


def _look_after():
    """Looks after other workers and the queue again and again, until the report is issued."""
    end = time.monotonic() + LONGEST
    while not actions.ISSUE.is_done(prepared(TINY)) and time.monotonic() < end:
        _work_with_signs()
        time.sleep(0.2)


def _begun_again():
    rows = DBTaskResult.objects.filter(task_path=issue_asked.module_path)
    for workers in rows.values_list("worker_ids", flat=True):
        if len(workers) > 1:
            yield f"an issue was begun {len(workers)} times"


def _once():
    made, losses = prepared(TINY), []
    paper = made.paper(preparation.APPROVED)
    names = list(EditionFile.objects.filter(edition__paper=paper).values_list("name", flat=True))
    if paper.status != paper.ISSUED:
        losses.append("the report is not issued")
    if paper.editions.count() != 1 or len(names) != len(set(names)):
        losses.append("an edition, or a file of it, was made twice")
    return [*losses, *state.broken_histories()]


def _one_that_fails(source):
    """A job that raises each time is given up, and what waits behind it is done."""
    losses = []
    with copied(source) as name:
        with opened(name):
            failing = issue_asked.enqueue(NO_RUN).id
        for _try in range(MOST_TRIES):
            begun(lambda: actions.work(None), name).wait()
            with opened(name):
                # As if the wait before the next try were over.
                DBTaskResult.objects.filter(status="READY").update(run_after=LONG_AGO)
        with opened(name):
            status = DBTaskResult.objects.get(pk=failing).status
            if status != "FAILED":
                losses.append(f"the failing job is {status}")
            losses += _once()
    return Line("a job that fails each time", MOST_TRIES, tuple(losses))


def _clock_back(source):
    """What is done in an hour that comes a second time stands after what was done before it."""
    with copied(source) as name:
        for action in actions.OF_ONE_TRANSACTION[:3]:
            begun(action.do, name).wait()
        for action in actions.OF_ONE_TRANSACTION[3:]:
            begun(lambda action=action: _at(BACK, action.do), name).wait()
        with opened(name):
            made = prepared(TINY)
            undone = [
                action.name for action in actions.OF_ONE_TRANSACTION if not action.is_done(made)
            ]
            losses = [f"{name} was not done" for name in undone] + state.broken_histories()
    return Line("the clock goes back an hour", len(actions.OF_ONE_TRANSACTION), tuple(losses))


def _at(jump, work):
    """Does it in a process whose clock is off by `jump`."""
    usual = timezone.now
    timezone.now = lambda: usual() + jump
    work()
