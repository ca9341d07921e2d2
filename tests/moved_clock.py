"""A clock that is two days, three hours and a second later than it is."""

import time
from contextlib import contextmanager

_LATER = 2 * 86_400 + 3 * 3_600 + 1


@contextmanager
def moved_clock():
    """Moves the clock for what Python's own library asks: a ZIP's entry, a date's today."""
    now, local, universal = time.time, time.localtime, time.gmtime
    time.time = lambda: now() + _LATER
    time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
    time.gmtime = lambda seconds=None: universal(time.time() if seconds is None else seconds)
    try:
        yield
    finally:
        time.time, time.localtime, time.gmtime = now, local, universal
