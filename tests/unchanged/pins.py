"""What would differ from run to run is held: the clock, and what is drawn by chance. Models are
looked up by name alone, whichever app they belong to."""

import hashlib
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from itertools import count
from unittest import mock

from django.apps import apps

MOMENT = datetime(2016, 1, 18, 10, 30, tzinfo=UTC)


@contextmanager
def pins(name):
    """Within it the clock stands at `MOMENT`, and each draw by chance is the next of the list
    called `name`, so that how often others draw counts for nothing."""
    numbers = count()

    def token_bytes(size=None):
        size = 32 if size is None else size
        return hashlib.shake_128(f"{name} {next(numbers)}".encode()).digest(size)

    with ExitStack() as stack:
        stack.enter_context(mock.patch("django.utils.timezone.now", lambda: MOMENT))
        # What signs an address dates it by this clock, and so do the members of archives.
        stack.enter_context(mock.patch("time.time", MOMENT.timestamp))
        stack.enter_context(mock.patch("secrets.token_bytes", token_bytes))
        yield


def model(name):
    """The model whose class is called `name`, in whatever app; raises `LookupError` unless one."""
    [row] = [one for one in apps.get_models() if one.__name__ == name] or [None]
    if row is None:
        raise LookupError(f"No app has a model called {name}.")
    return row
