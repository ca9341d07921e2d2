"""A writer that is killed, or a disk that is full, at any step: an edition is in the folder whole
or not at all, nobody reads half a page, and the next writer ends what was begun."""

import json
import os

import pytest

from reports.issue.models.site import SiteFault
from reports.issue.site import jobs, storage
from reports.issue.site.bundle import bundle_files, bundle_name
from tests.make import bundles

pytestmark = pytest.mark.django_db
# What writing one edition asks of the disk, each at which it may break off.
STEPS = {"fsync": os.fsync, "rename": os.rename, "replace": os.replace}


class Killed(BaseException):
    """The worker is gone in the middle of a step: nothing after it is done."""


def tree(folder):
    """Name → bytes of every file of a folder, what was begun with the rest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def assert_whole(folder, edition, before):
    """What can be read is what was there before or what is written now, never a piece."""
    bundle = folder / bundle_name(edition)
    if bundle.exists():
        kept = {one.name: one.read_bytes() for one in bundle.iterdir()}
        packed = {name for name in kept if name.endswith(storage.GZ)}
        assert {name: kept[name] for name in kept.keys() - packed} == bundle_files(edition)
    for name, content in tree(folder).items():
        if storage.BEGUN in name or name.endswith(storage.GZ):
            continue
        if name.endswith(".html") and not name.startswith("published/"):
            assert content == before.get(name) or content.rstrip().endswith(b"</html>")
        elif name.endswith(".json") and name in before:
            assert json.loads(content) is not None


def breaking(monkeypatch, step, number, fault):
    """From the call with that number on, the step of the disk is not done."""
    done, act = [], STEPS[step]

    def broken(*given, **said):
        done.append(given)
        if len(done) >= number:
            raise fault
        return act(*given, **said)

    monkeypatch.setattr(storage.os, step, broken)
    return done


@pytest.fixture
def two(written, folder):
    """A folder with a first edition; the second is published and not yet written."""
    return bundles.bundled(paper=written.paper), tree(folder)


def test_a_worker_killed_at_any_step_leaves_the_old_or_the_whole_new(two, folder, monkeypatch):
    edition, before = two
    # Each worker goes on where the one before it was killed.
    kills = [("fsync", 1), ("rename", 1), ("fsync", 9), ("replace", 1), ("replace", 15)]
    for step, number in kills:
        with monkeypatch.context() as patch, pytest.raises(Killed):
            breaking(patch, step, number, Killed())
            jobs.write_paper.func(edition.paper_id)
        assert_whole(folder, edition, before)
    jobs.write_paper.func(edition.paper_id)
    assert_whole(folder, edition, before)
    assert not [name for name in tree(folder) if storage.BEGUN in name.rpartition("/")[0]]
    modes = {path.stat().st_mode & 0o222 for path in (folder / bundle_name(edition)).iterdir()}
    assert modes == {0}, "nobody may write to a file of an edition"
    after = tree(folder)
    jobs.write_paper.func(edition.paper_id)
    assert tree(folder) == after, "a second job for the same edition changes nothing"
    assert jobs.check(edition.council).faults == 0


def test_a_full_disk_is_said_and_the_next_try_ends_it(two, folder, monkeypatch):
    edition, before = two
    for step in STEPS:
        with monkeypatch.context() as patch:
            breaking(patch, step, 1, OSError(28, "No space left on device"))
            with pytest.raises(storage.StorageRefused, match="No space left on device"):
                jobs.write_paper.func(edition.paper_id)
        assert_whole(folder, edition, before)
        assert "No space left" in SiteFault.objects.active().get().why
    jobs.write_paper.func(edition.paper_id)
    assert not SiteFault.objects.active().exists()
    assert (folder / bundle_name(edition) / "manifest.json").exists()
