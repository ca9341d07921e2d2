"""Large files are checked and imported behind the page that asked for it: by a thread of a
laptop's server, or by a background job of a real one, where `manage.py import_waiting` finds what
no page began.

What was begun by a process that ended is taken up again by the next who looks: nothing of it was
written, since the writing is one transaction. What fails three times without a word is given up.
"""

import gc
from threading import Thread

from django.conf import settings
from django.db import connections

from assurance.accounts.models.accounts import User
from assurance.imports import checks, kinds, operations
from assurance.imports.models import UPLOADED, WAITING, ImportRun
from assurance.imports.run.lifecycle import choices_of
from assurance.imports.run.progress import RunCancelled, Work
from assurance.records.history import CommandLine
from assurance.records.refusals import Refused
from assurance.runtime.jobs import is_waiting, job
from assurance.runtime.periods import today

# Rows that are worked on while the officer waits for the page.
AT_ONCE = 20_000


MOST_TRIES = 3
GIVEN_UP = (
    f"This was tried {MOST_TRIES} times and the program stopped each time before the "
    "end. Nothing was changed. Split the files into smaller ones and import those, "
    "or contact the person who looks after this program."
)


def is_large(rows):
    """Whether so many rows are worked on in the background."""
    return rows > AT_ONCE


def take_up(run):
    """The thread begun for what waits of `run`; None where somebody is at it already, and on a
    server, which has a background job do it."""
    if Work(run).is_taken():
        return None
    if settings.SERVER:
        if not is_waiting(do_work, run.pk):
            do_work.enqueue(run.pk)
        return None
    thread = Thread(target=_in_a_thread, args=(run,), daemon=True)
    thread.start()
    return thread


@job
def do_work(pk: int):
    """Checks or imports the run with this key, where it still waits for that."""
    for run in ImportRun.objects.waiting().filter(pk=pk):
        work_on(run)


def work_on(run):
    """Checks a given run, or imports one that waits; whether this was the one to do it."""
    work = Work(run)
    with work.taken() as is_ours:
        if is_ours:
            # Somebody may have been at it until a moment ago.
            run.refresh_from_db()
            # Reading the files leaves rows in rings, a third of all the memory that this may take.
            gc.collect()
            try:
                if work.tries() > MOST_TRIES:
                    raise Refused(GIVEN_UP)
                _finish(run, work.tell)
            except RunCancelled:
                operations.cancel(run=run, by=_who(run), on=today())
            except Refused as refused:
                _record_trouble(run, refused.sentence)
    return is_ours


def forget_staged(council, by):
    """Forgets what nobody of `council` imported in time; each page and worker comes past here."""
    operations.forget_staged(council=council, by=by, on=today())


def _finish(run, value):
    by = _who(run)
    values = {"run": run, "kinds": kinds.kinds_for(by), "by": by, "on": today(), "tell": value}
    if run.state == UPLOADED:
        checks.check_again(**values, choices=choices_of(run))
    elif run.state == WAITING:
        try:
            operations.import_files(**values)
        except operations.RegisterChanged as moved:
            checks.check_again(**values, choices=choices_of(run))
            _record_trouble(run, moved.sentence)


def _record_trouble(run, sentence):
    operations.record_trouble(run=run, sentence=sentence, by=_who(run), on=today())


def _who(run):
    return User.objects.get(pk=run.who.rpartition(" ")[2])


def _in_a_thread(run):
    try:
        forget_staged(run.council, CommandLine("import_waiting"))
        work_on(ImportRun.objects.get(pk=run.pk))
    finally:
        connections.close_all()
