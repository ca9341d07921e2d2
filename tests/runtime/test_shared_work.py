"""Work is shared between processes where each would see the same rows, and done here otherwise."""

import os
import sys

import pytest
from django.db import connections

from assurance.runtime.processes import shared_work
from assurance.runtime.processes.shared_work import shared_between_cores, submit
from tests.own_database import database_called

CORES = {0, 1}
pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")


@pytest.fixture
def on_disk(tmp_path):
    """A database on the disk, which nothing is asked of, and two cores."""
    with database_called(str(tmp_path / "rows.sqlite3")), pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "sched_getaffinity", lambda _process: CORES, raising=False)
        patch.setattr(sys, "platform", "linux")
        yield connections["default"]


def refuse(sentence):
    """Fails, wherever it is asked."""
    raise ValueError(sentence)


def doers(number=4):
    """The processes that did pieces of work."""
    return {answer.result() for answer in [submit(os.getpid) for _ in range(number)]}


def test_by_itself_work_is_done_here_at_once():
    assert doers() == {os.getpid()}
    with pytest.raises(ValueError, match="No such page"):
        submit(refuse, "No such page")


def test_between_cores_it_is_done_in_other_processes_and_here_again_after(on_disk):
    on_disk.ensure_connection = lambda: pytest.fail("nothing is asked of the database")
    with shared_between_cores():
        others = doers()
        refused = submit(refuse, "No such page")
        with pytest.raises(ValueError, match="No such page"):
            refused.result()
    assert others and os.getpid() not in others
    assert doers() == {os.getpid()}


def test_what_fails_meanwhile_ends_the_processes(on_disk):
    with pytest.raises(ValueError, match="No such folder"), shared_between_cores():
        raise ValueError("No such folder")
    assert doers() == {os.getpid()}


@pytest.mark.parametrize("why", ["a transaction", "in memory", "one core", "no fork"])
def test_where_no_other_process_sees_the_rows_or_is_of_use_it_is_done_here(
    on_disk, monkeypatch, why
):
    if why == "a transaction":
        on_disk.in_atomic_block = True
    if why == "in memory":
        on_disk.vendor, on_disk.is_in_memory_db = "sqlite", lambda: True
    if why == "one core":
        monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0})
    if why == "no fork":
        monkeypatch.setattr(sys, "platform", "win32")
    with shared_between_cores():
        assert doers() == {os.getpid()}
    on_disk.in_atomic_block = False
    assert len(shared_work._executors) == 1
