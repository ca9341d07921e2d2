"""The worker of background jobs: the library's, with a lease, another try, and what comes round.

The same class runs as `manage.py run_jobs` and as a thread of the process that serves.
"""

import logging
import secrets
from datetime import datetime
from threading import Event, Thread

from django.db import DatabaseError, close_old_connections, connections
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from assurance.runtime.databases.clock import database_moment
from assurance.runtime.jobs import next_try
from assurance.runtime.logging import without_words
from assurance.runtime.periods import this_moment
from reports.service import heartbeats, periodic_jobs

logger = logging.getLogger("candour.jobs")
# Seconds between two looks into the queue.
INTERVAL = 1.0
LONGEST_WAIT = 30


class Runner(Worker):
    """Does what is in the queue, one job after the other, and leaves a sign of life beside it."""

    def __init__(self, *, batch=False, interval=INTERVAL):
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=interval,
            batch=batch,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=secrets.token_hex(8),
        )
        self._ended = Event()

    def run_task(self, row):
        """Does one job; where it raised, it is tried again after a while."""
        logger.info("job %s begins: %s %s", row.pk, row.task_path, row.args_kwargs.get("args"))
        super().run_task(row)
        logger.info("job %s ended: %s", row.pk, row.status)
        try_again(row, this_moment())

    def keep_on(self):
        """Runs until it is told to stop. A database that does not answer is waited for; what was
        under way then is given back with the name that this worker had."""
        wait = INTERVAL
        while self.running:
            beating = Thread(target=self._beat_until, args=(self._ended,), daemon=True)
            try:
                self.tick(database_moment())
                beating.start()
                self.run()
            except DatabaseError as trouble:
                logger.error("the database does not answer: %s", type(trouble).__name__)
            finally:
                self._stop_beating(beating)
            if self.batch or not self.running:
                return
            self._ended.wait(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    def tick(self, moment: datetime):
        """A sign of life; what silent workers left is given back; what is due begins. The moment is
        the database's: a worker whose own clock is ahead would take all others for silent."""
        heartbeats.beat(self.worker_id, moment)
        given_back = heartbeats.reap(moment)
        begun = periodic_jobs.begin_due(moment)
        if given_back or begun:
            logger.info("given back: %s; begun: %s", given_back, ", ".join(begun) or "nothing")

    def _beat_until(self, ended):
        while not ended.wait(heartbeats.EVERY.total_seconds()):
            try:
                close_old_connections()
                self.tick(database_moment())
            except DatabaseError as trouble:
                logger.error("no sign of life could be left: %s", type(trouble).__name__)
        connections.close_all()

    def _stop_beating(self, beating):
        self._ended.set()
        if beating.ident:
            beating.join()
        # Whatever was under way under the old name is given back once its lease has run out.
        self._ended, self.worker_id = Event(), secrets.token_hex(8)


def try_again(row: DBTaskResult, moment: datetime) -> bool:
    """Puts a job that raised back in the queue for later, if it has tries left; whether it did."""
    if row.status != TaskResultStatus.FAILED:
        return False
    at = next_try(len(row.worker_ids), moment)
    back = {"status": TaskResultStatus.READY, "run_after": at, "finished_at": None} if at else {}
    failed = DBTaskResult.objects.filter(pk=row.pk, status=TaskResultStatus.FAILED)
    return bool(failed.update(traceback=without_words(row.traceback), **back) and at)


def in_a_thread() -> Thread:
    """The thread that does the jobs of the one process that serves; it ends with the process."""
    thread = Thread(target=Runner().keep_on, name="candour-jobs", daemon=True)
    thread.start()
    return thread
