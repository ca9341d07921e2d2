"""A worker in a process of its own, killed in the middle of an issue: nothing is half there, and
the next worker ends it."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from reports.issue import jobs
from tests.make.drafts import ON, approved
from tests.own_database import database_called, record_migrations
from tests.sources import ROOT

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.slow,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="the database has to be copied into a file"
    ),
]
QUEUE = DBTaskResult._meta.db_table
LONGEST = 120
LONG_AGO = "2020-01-01 00:00:00"


class Beside:
    """A database in a file, and the workers beside it."""

    def __init__(self, folder):
        self.file = folder / "candour.sqlite3"
        self.environment = {
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            **{"JOBS": "worker", "DATABASE_URL": f"sqlite:///{self.file}"},
            **{"CANDOUR_VAR": str(folder), "CANDOUR_PUBLISHES": "no"},
        }
        with sqlite3.connect(self.file) as file:
            connection.connection.backup(file)
        file.close()
        with database_called(str(self.file)) as own:
            record_migrations(own)

    def ask(self, words):
        """The rows that an SQL statement gives; what it changes is kept."""
        with sqlite3.connect(self.file, timeout=30) as file:
            rows = file.execute(words).fetchall()
        file.close()
        return rows

    def worker(self):
        """A worker's process, which ends when nothing waits."""
        command = [sys.executable, "manage.py", "run_jobs", "--until-empty"]
        return subprocess.Popen(
            command, cwd=ROOT, env=self.environment, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def until(self, words):
        """Waits until an SQL statement gives a row."""
        end = time.monotonic() + LONGEST
        while not self.ask(words):
            assert time.monotonic() < end, f"never came: {words}"
            time.sleep(0.05)


@pytest.fixture
def beside(tmp_path, settings):
    """An approved paper whose issue waits for a worker, in a file of its own."""
    settings.JOBS = "worker"
    paper, clerk, _ = approved()
    jobs.begin_issue(paper, by=clerk, on=ON)
    return Beside(tmp_path)


@pytest.mark.long
def test_a_worker_killed_while_it_makes_the_files_leaves_no_half_edition(beside):
    killed = beside.worker()
    beside.until("SELECT 1 FROM editions_editionfile WHERE name LIKE '%.html'")
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    assert beside.ask("SELECT status FROM papers_paper") == [("approved",)]
    assert beside.ask("SELECT published_at FROM editions_edition") == [(None,)]
    assert ("RUNNING",) in beside.ask(f"SELECT status FROM {QUEUE}")
    # Its lease runs out, without anybody waiting a minute for it.
    beside.ask(f"UPDATE {QUEUE} SET started_at = '{LONG_AGO}' WHERE status = 'RUNNING'")
    beside.ask(f"UPDATE service_workerheartbeat SET at = '{LONG_AGO}'")
    assert beside.worker().wait(LONGEST) == 0
    assert beside.ask("SELECT status FROM papers_paper") == [("issued",)]
    assert beside.ask("SELECT number, state FROM editions_edition JOIN issue_issuejob") == [
        (1, "published")
    ]
    names = [name for (name,) in beside.ask("SELECT name FROM editions_editionfile")]
    assert len(names) == len(set(names)) == 9
