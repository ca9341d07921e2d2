"""The one door to the library of background jobs: `job` makes a task of a function, `Queue` keeps
tasks in the database.

Django 6 has the same interface; moving there changes this file alone.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django_tasks import TaskResultStatus, task
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.models import DBTaskResult

# Where tasks run: at once within whatever asks (tests), in a thread of the one process that serves
# (a laptop, a server on SQLite), or in `manage.py run_jobs` beside it (a server on PostgreSQL).
INLINE, THREAD, WORKER = "inline", "thread", "worker"

# Seconds before a job that raised an exception is begun again; after the last of them it has
# failed.
WAITS = (30, 300)
UNDER_WAY = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
MOST_TRIES = len(WAITS) + 1

# `@job` above a module-level function gives a task with `.enqueue(…)`. Its arguments lie in the
# database until they are pruned: keys and other plain values, never a name. Its body may be run
# twice, so it begins by finding out what is done already.
job = task


class Queue(DatabaseBackend):
    """Tasks as rows, written in the transaction of whoever asks. Where `JOBS` is `inline` the task
    has run when `enqueue` answers; what it raised stands in the answer and in the log."""

    def __init__(self, alias, params):
        super().__init__(alias, params)
        self._at_once = ImmediateBackend(alias, params)

    def enqueue(self, task, args, kwargs):
        """The result of the task, or its place in the queue."""
        saved = self._at_once if settings.JOBS == INLINE else super()
        return saved.enqueue(task, args, kwargs)


def is_waiting(task, *args) -> bool:
    """Whether `task` with these arguments waits in the queue or is being run."""
    return _waiting(task).filter(args_kwargs={"args": list(args), "kwargs": {}}).exists()


def waiting_arguments(task) -> list[list]:
    """The arguments of each `task` that waits in the queue or is being run."""
    return [values["args"] for values in _waiting(task).values_list("args_kwargs", flat=True)]


def _waiting(task):
    return DBTaskResult.objects.filter(task_path=task.module_path, status__in=UNDER_WAY)


def next_try(tries: int, now: datetime) -> datetime | None:
    """When a job that raised at its try number `tries`, from 1, is begun again by itself; None
    where that was the last, or where jobs run at once and nobody is there to begin it again."""
    if settings.JOBS == INLINE or tries >= MOST_TRIES:
        return None
    return now + timedelta(seconds=WAITS[tries - 1])
