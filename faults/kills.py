"""Processes that are killed, and connections that are cut, in the middle of what they do."""

import random
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from django_tasks_db.models import DBTaskResult

from assurance.runtime.periods import this_moment
from bench.database import prepared
from bench.sizes import TINY
from faults import actions, preparation, state
from faults.database import Files, Server, copied, opened
from faults.processes import begun, seconds
from faults.table import Line
from reports.editions.models.editions import EditionFile
from reports.service import heartbeats
from reports.service.models import WorkerHeartbeat

TRIES = 20
SEED = 20170911
LONG_AGO = datetime(2015, 1, 1, tzinfo=UTC)
CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"


def lines(source: Files | Server, tries: int = TRIES) -> Iterator[Line]:
    """Each kind of work killed `tries` times; on a server its connections are cut as often too."""
    for words, fault in faults_of(source).items():
        for action in actions.OF_ONE_TRANSACTION:
            yield _line(source, action, words, fault, tries, _of_one_transaction)
        yield _line(source, actions.ISSUE, words, fault, tries, _of_an_issue)


def faults_of(source: Files | Server) -> dict[str, Callable]:
    """What is done to a child process some seconds after it was begun, by its words: of (source,
    child, name of its database, seconds)."""
    cut = {"its connections cut": _cut} if isinstance(source, Server) else {}
    return {"killed": _kill, **cut}


def _line(source, action, words, fault, tries, losses_of):
    """One line of the table: the same work interrupted at `tries` moments."""
    with copied(source) as name:
        longest = seconds(action.do, name)
        with opened(name):
            done = state.rows()
    moments, losses = random.Random(SEED), []
    for _try in range(tries):
        with copied(source) as name:
            with opened(name):
                before = state.rows()
            child = begun(action.do, name)
            fault(source, child, name, moments.uniform(0, longest * 1.05))
            child.wait()
            with opened(name):
                losses += losses_of(action, before, done)
    return Line(f"{action.name}, {words}", tries, tuple(losses))


def _kill(_source, child, _name, after):
    child.kill(after)


def _cut(source, child, name, after):
    time.sleep(max(0.0, child.begun + after - time.monotonic()))
    source.tell(CUT, name)


def _of_one_transaction(action, before, done) -> list[str]:
    """What was lost or half done, and what doing it once more does not mend."""
    expected = done if action.is_done(prepared(TINY)) else before
    losses = state.differences(state.rows(), expected)
    action.do()
    return [*losses, *state.differences(state.rows(), done), *state.broken_histories()]


def _of_an_issue(action, _before, done) -> list[str]:
    """The same of an issue, which has many steps: nothing is public before the last of them."""
    paper, losses = prepared(TINY).paper(preparation.APPROVED), []
    edition = paper.editions.first()
    if bool(edition.published_at) != (paper.status == paper.ISSUED):
        losses.append("the edition is published and its report is not issued, or the other way")
    # The lease of the killed worker ends, without anybody waiting a minute for it.
    DBTaskResult.objects.filter(status="RUNNING").update(started_at=LONG_AGO)
    WorkerHeartbeat.objects.update(at=LONG_AGO)
    heartbeats.reap(this_moment())
    # Nor for the next try of a job that raised, as one does whose connection was cut.
    DBTaskResult.objects.filter(status="READY").update(run_after=LONG_AGO)
    action.do()
    names = list(EditionFile.objects.filter(edition=edition).values_list("name", flat=True))
    if len(names) != len(set(names)):
        losses.append("a file of the edition was kept twice")
    if not action.is_done(prepared(TINY)):
        losses.append("the next worker did not end the issue")
    expected = done + state.troubles()
    return [*losses, *state.differences(state.rows(), expected), *state.broken_histories()]
