"""Work in a process of its own, which can be killed at any moment."""

import os
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings
from django.db import connection

from faults.database import opened

_ENDED_WELL, _RAISED = 0, 9


@dataclass
class Child:
    """A process that was begun at the second `begun`."""

    pid: int
    begun: float

    def kill(self, after: float):
        """Kills it and what it began, without a word, `after` so many seconds of its life."""
        time.sleep(max(0.0, self.begun + after - time.monotonic()))
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            # It had ended already.
            return

    def wait(self) -> bool:
        """Whether it ended by itself, having done its work."""
        _pid, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status) == _ENDED_WELL


def begun(work: Callable, database: str) -> Child:
    """A child process that does `work` in the database with that name.

    It is forked, so that it begins at once; connections are its own.
    """
    connection.close()
    at = time.monotonic()
    pid = os.fork()
    if not pid:
        _do(work, database)
    # The child may have done so first, or have ended.
    with suppress(ProcessLookupError, PermissionError):
        os.setpgid(pid, pid)
    return Child(pid, at)


def _do(work, database):
    """Ends the process with how the work ended; nothing of its parent's is closed or flushed."""
    os.setpgrp()
    # Whatever it raises is kept for whoever looks after a line of the table that lost something.
    with open(settings.VAR / "raised.txt", "a", encoding="utf-8") as file:
        code = _RAISED
        try:
            with opened(database):
                work()
            code = _ENDED_WELL
        finally:
            if code == _RAISED:
                traceback.print_exc(file=file)
                file.flush()
            os._exit(code)


def seconds(work: Callable, database: str) -> float:
    """How long `work` takes in a process that nobody kills. Raises `AssertionError` where it does
    not end well."""
    child = begun(work, database)
    ended_well = child.wait()
    assert ended_well, f"{work} does not end well even where nothing happens to it"
    return time.monotonic() - child.begun
