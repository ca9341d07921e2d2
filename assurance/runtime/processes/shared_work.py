"""Work that a command shares between the cores of a machine, each in a process of its own."""

import concurrent.futures
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager

from django.db import connection, connections


class _Here(Executor):
    """Does each piece of work at once, in this process."""

    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        future.set_result(fn(*args, **kwargs))
        return future


_executors: list[Executor] = [_Here()]


def submit(work: Callable, *args) -> Future:
    """Leaves `work` to another process within `shared_between_cores`, and does it here at once
    otherwise. Its arguments and its answer have to be picklable."""
    return _executors[-1].submit(work, *args)


@contextmanager
def shared_between_cores() -> Iterator[None]:
    """Meanwhile `submit` gives work to as many processes as this one has cores.

    Everything is done here where there is one core, where no process can be forked safely, and
    where no other process would see the rows: in a transaction, or of a database in memory.
    """
    if not _can_be_shared():
        yield
        return
    with _processes(_cores()) as executor:
        _executors.append(executor)
        try:
            yield
        finally:
            _executors.pop()
            executor.shutdown(cancel_futures=True)


def _processes(number):
    # A process that is forked must not go on with the connection of this one.
    connections.close_all()
    # Who breaks the command off ends this process, which ends the others.
    ignore = (signal.SIGINT, signal.SIG_IGN)
    # Both are loaded here: a web server shares nothing.
    forked = multiprocessing.get_context("fork")
    executor = concurrent.futures.ProcessPoolExecutor(number, forked, signal.signal, ignore)
    # All are forked with the first piece of work, while nothing else is under way.
    executor.submit(os.getpid).result()
    return executor


def _can_be_shared():
    in_memory = connection.vendor == "sqlite" and connection.is_in_memory_db()
    if in_memory or connection.in_atomic_block:
        return False
    return sys.platform == "linux" and _cores() > 1


def _cores():
    return len(os.sched_getaffinity(0))
