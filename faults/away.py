"""The database is away while people work, and comes back."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

from django.test import Client

from bench.database import prepared
from bench.sizes import TINY
from faults import actions, state
from faults.database import Files, Server, copied, opened
from faults.kills import CUT
from faults.processes import begun
from faults.table import Line

# A minute, as a failover takes; a locked file is waited for by 20 seconds.
SECONDS = {Server: 60, Files: 25}
PLACES = ("/", "/eborford/", "/eborford/reports/")
ALLOW = 'ALTER DATABASE "{}" ALLOW_CONNECTIONS {}'


def lines(source: Files | Server, seconds: int = 0) -> Iterator[Line]:
    """One line: a save, a reading and a worker while the database is away, and all once more."""
    seconds = seconds or SECONDS[type(source)]
    losses = []
    with copied(source) as name:
        with opened(name):
            before = state.rows()
        with _away(source, name):
            end = time.monotonic() + seconds
            work = [begun(action.do, name) for action in (actions.SAVE, actions.ISSUE)]
            losses += _answers(name)
            time.sleep(max(0.0, end - time.monotonic()))
        ended_well = [child.wait() for child in work]
        with opened(name):
            if ended_well[0] != actions.SAVE.is_done(prepared(TINY)):
                losses.append("somebody was told that a text is saved, or was not")
            expected = before if not any(ended_well) else state.rows()
            losses += state.differences(state.rows(), expected)
        for action in (actions.SAVE, actions.ISSUE):
            if not begun(action.do, name).wait():
                losses.append(f"{action.name} could not be done once the database was back")
        with opened(name):
            losses += state.broken_histories()
    yield Line(f"the database is away for {seconds} seconds", 1, tuple(losses))


@contextmanager
def _away(source, name):
    """The database takes nobody: a server refuses connections, a file is locked by another."""
    if isinstance(source, Server):
        source.tell(ALLOW.format(name, "false"))
        source.tell(CUT, name)
        try:
            yield
        finally:
            source.tell(ALLOW.format(name, "true"))
        return
    with closing(sqlite3.connect(name, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def _answers(name):
    """What readers are answered: a page, or that the service is down, never an error."""
    with opened(name):
        client = Client(raise_request_exception=False)
        for place in PLACES:
            status = client.get(place).status_code
            if status not in (200, 503):
                yield f"{place} answers {status}"
