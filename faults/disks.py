"""Disks that are full or may not be written: under the published folder, and under the database."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from assurance.accounts.models.accounts import Council
from faults import actions, state
from faults.database import Files, Server, copied, opened
from faults.processes import begun
from faults.table import Line
from reports.issue.site import jobs

# From a disk on which nothing fits to one that holds most of the folder, in kB.
SIZES = (64, 256, 512, 1_024, 2_048, 3_072)
ROOM = "256m"
# What the database may grow by, in kB: nothing, a page, some pages, and most of an import.
GROWTH = (0, 16, 64, 256)
NEEDS_ROOT = "only root may mount a disk"
ON_SERVER = "the server’s disk is not this program’s"


def lines(source: Files | Server) -> Iterator[Line]:
    """A line for each kind of disk."""
    names = ("published folder on a full disk", "published folder that is read-only")
    if os.geteuid():
        yield from (Line(name, 0, left_out=NEEDS_ROOT) for name in (*names, "database, full disk"))
        return
    yield Line(names[0], len(SIZES), tuple(_full(source)))
    yield Line(names[1], 1, tuple(_read_only(source)))
    if isinstance(source, Server):
        yield Line("database, full disk", 0, left_out=ON_SERVER)
    else:
        yield Line("database, full disk", len(GROWTH), tuple(_database_full(source)))


@contextmanager
def disk(folder: Path, size: str):
    """A disk of that size at `folder`; gives what changes its size or makes it read-only."""
    folder.mkdir(parents=True, exist_ok=True)
    _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield lambda option: _run("mount", "-o", f"remount,{option}", str(folder))
    finally:
        _run("umount", str(folder))


def _run(*words):
    subprocess.run(words, check=True, capture_output=True)


def _full(source):
    for size in SIZES:
        with copied(source) as name, disk(settings.PUBLISHED_ROOT, f"{size}k") as change:
            if begun(_refused, name).wait():
                yield f"a folder of {size} kB was full, and nobody was told"
            change(f"size={ROOM}")
            yield from _ended(name)


def _read_only(source):
    with copied(source) as name, disk(settings.PUBLISHED_ROOT, ROOM) as change:
        change("ro")
        if begun(_refused, name).wait():
            yield "nothing could be written, and nobody was told"
        change("rw")
        yield from _ended(name)


def _refused():
    """Writes the folder; ends well only where the storage took everything."""
    jobs.write_all()


def _ended(name):
    """What is wrong once there is room and the folder was written again."""
    if not begun(jobs.write_all, name).wait():
        yield "the folder was not written once there was room"
    with opened(name):
        for council in Council.objects.order_by("pk"):
            faults = jobs.check(council).faults
            if faults:
                yield f"{faults} faults in the folder of {council.slug}"


def _database_full(source):
    folder = settings.VAR / "small-disk"
    with copied(source) as done:
        begun(actions.IMPORT.do, done).wait()
        with opened(done):
            expected = state.rows()
    for growth in GROWTH:
        size = source.prepared.stat().st_size // 1_024 + growth
        with disk(folder, f"{size}k") as change:
            name = str(folder / "full.sqlite3")
            shutil.copyfile(source.prepared, name)
            begun(actions.IMPORT.do, name).wait()
            change(f"size={ROOM}")
            if not begun(actions.IMPORT.do, name).wait():
                yield f"the import could not be done again with {growth} kB of room before"
            with opened(name):
                yield from [*state.differences(state.rows(), expected), *state.broken_histories()]
