"""Backups taken while somebody writes, each restored elsewhere and verified."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from assurance.runtime.periods import this_moment, today
from bench.database import prepared
from bench.sizes import TINY
from faults import actions
from faults.database import Files, Server, copied, opened
from faults.processes import begun
from faults.table import Line
from reports.issue.site.jobs import write_all
from reports.papers.operations import papers
from reports.service.backup.copies import back_up

COPIES = 5
WRITTEN = "The panel met"
ROOT = Path(__file__).resolve().parent.parent


def lines(source: Files | Server) -> Iterator[Line]:
    """One line: so many copies amid the work of a writer."""
    losses, folder = [], settings.VAR / "copies"
    shutil.rmtree(folder, ignore_errors=True)
    with copied(source) as name:
        begun(write_all, name).wait()
        writer = begun(_keep_writing, name)
        for _copy in range(COPIES):
            time.sleep(1.1)
            with opened(name):
                target, _manifest = back_up(folder, this_moment())
            losses += _restored(source, target)
        writer.kill(0)
        writer.wait()
        with opened(name):
            if not actions.paragraph(prepared(TINY)).text.startswith(WRITTEN):
                losses.append("nobody wrote while the copies were taken")
    shutil.rmtree(settings.PUBLISHED_ROOT, ignore_errors=True)
    yield Line("backup amid writing, restored elsewhere", COPIES, tuple(losses))


def _keep_writing():
    """Saves the same paragraph again and again, until it is killed."""
    made = prepared(TINY)
    by, number = made.accounts["clerk"], 0
    while True:
        number += 1
        block = actions.paragraph(made)
        words = {"text": f"{WRITTEN} {number} times."}
        papers.change_block(block=block, version=block.version, words=words, by=by, on=today())


def _restored(source, copy) -> list[str]:
    """What `restore`, which ends with `verify`, says of a copy in an empty service."""
    var = settings.VAR / "elsewhere"
    shutil.rmtree(var, ignore_errors=True)
    var.mkdir()
    environment = {**os.environ, "CANDOUR_VAR": str(var), "CANDOUR_PUBLISHES": "yes"}
    if isinstance(source, Server):
        empty = f"{source.prepared}_elsewhere"
        source.remove(empty)
        source.tell(f'CREATE DATABASE "{empty}"')
        environment["DATABASE_URL"] = os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{empty}"
    command = [sys.executable, "manage.py", "restore", str(copy)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if isinstance(source, Server):
        source.remove(empty)
    return [done.stderr.strip().splitlines()[-1]] if done.returncode else []
