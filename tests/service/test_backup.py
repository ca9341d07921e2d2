"""A copy of everything, and an empty service made from it that `verify` finds whole; a damaged
copy, a full target and a full disk leave everything as it was."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from io import StringIO
from unittest.mock import patch
from urllib.parse import quote

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from reports.issue.site import jobs
from reports.service.backup import copies, snapshots
from reports.service.backup.errors import BackupRefused
from reports.service.backup.manifest import NAME, faults_of, read_manifest
from tests.issue.site.conftest import publishing_to
from tests.make import bundles
from tests.own_database import database_called
from tests.sources import ROOT

AT = datetime(2016, 1, 20, 2, 30, 5, tzinfo=UTC)
COUNTS = """
import json, django
django.setup()
from django.apps import apps
print(json.dumps({m._meta.label: m._base_manager.count() for m in apps.get_models()}))
"""


@pytest.fixture
def kept(transactional_db, settings, tmp_path):
    """A service with a published edition and an attachment; its own folders."""
    return filled(settings, tmp_path)


@pytest.fixture
def quick(db, settings, tmp_path, monkeypatch):
    """The same for what asks nothing of the copied database, in a transaction of its own."""

    def write(_connection, path):
        path.write_bytes(b"rows")

    monkeypatch.setattr(copies, "write_snapshot", write)
    monkeypatch.setattr(copies, "fault_of_snapshot", lambda vendor, path: "")
    return filled(settings, tmp_path)


def filled(settings, tmp_path):
    """The folder of a service with a published edition and an attachment."""
    settings.VAR = tmp_path / "var"
    settings.ATTACHMENTS_ROOT = settings.VAR / "attachments"
    for name, value in publishing_to(settings.VAR / "published", settings.STORAGES).items():
        setattr(settings, name, value)
    bundles.bundled()
    jobs.write_all()
    file = settings.ATTACHMENTS_ROOT / "netherby" / ("a" * 64)
    file.parent.mkdir(parents=True)
    file.write_bytes(b"evidence")
    return settings.VAR


@contextmanager
def empty_service(folder):
    """The environment of a service that has nothing yet, on the same kind of database."""
    place = {"CANDOUR_VAR": str(folder), "CANDOUR_MODE": "laptop", "DATABASE_URL": ""}
    whole = {**os.environ, **place, "DJANGO_SETTINGS_MODULE": "config.settings"}
    if connection.vendor == "sqlite":
        yield whole
        return
    name = f"test_restored_{os.getpid()}"
    tell(f'CREATE DATABASE "{name}"')
    own = connection.settings_dict
    user = f"{quote(own['USER'], safe='')}:{quote(own['PASSWORD'], safe='')}"
    host = f"?host={quote(own['HOST'], safe='')}" if own["HOST"].startswith("/") else ""
    port = f":{own['PORT']}" if own["PORT"] else ""
    place = f"{'' if host else own['HOST']}{port}"
    try:
        yield {**whole, "DATABASE_URL": f"postgres://{user}@{place}/{name}{host}"}
    finally:
        tell(f'DROP DATABASE "{name}"')


def tell(statement):
    """Has the server of the tests' database do something outside of it."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


def run(environment, *words):
    """The process of a command of another service."""
    return subprocess.run(
        [sys.executable, *words], env=environment, capture_output=True, text=True, cwd=ROOT
    )


def files_below(folder):
    """Name → bytes of every file."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_an_empty_service_made_from_a_copy_has_every_row_and_file_and_verifies(kept, tmp_path):
    out = StringIO()
    call_command("backup", tmp_path / "copies", stdout=out)
    (folder,) = (tmp_path / "copies").iterdir()
    assert out.getvalue().startswith(f"{folder}: ")
    rows = {model._meta.label: model._base_manager.count() for model in apps.get_models()}
    assert rows["editions.Edition"] == 1 and rows["records.HistoryEntry"] > 0
    new = tmp_path / "new"
    with empty_service(new) as environment:
        done = run(environment, "manage.py", "restore", str(folder))
        assert done.returncode == 0, done.stderr
        assert "netherby: 1 edition, " in done.stdout
        assert json.loads(run(environment, "-c", COUNTS).stdout) == rows | {
            # What `verify` keeps of its own look.
            "issue.SiteCheck": rows["issue.SiteCheck"] + 1
        }
        for name in ("attachments", "published"):
            assert files_below(new / name) == files_below(kept / name)
        again = run(environment, "manage.py", "restore", str(folder))
        assert again.returncode == 1 and "is not empty, and nothing" in again.stderr


def test_a_copy_names_its_files_and_a_changed_missing_or_foreign_one_is_refused(quick, tmp_path):
    folder, manifest = copies.back_up(tmp_path, AT)
    assert folder.name == "candour-2016-01-20T02-30-05" and manifest.made_at.startswith(
        "2016-01-20"
    )
    names = {file.name for file in manifest.files}
    assert {"database", f"attachments/netherby/{'a' * 64}"} < names
    assert read_manifest(folder) == manifest and [*faults_of(folder, manifest)] == []
    (folder / "attachments/netherby" / ("a" * 64)).write_bytes(b"other")
    (folder / "published/robots.txt").unlink()
    (folder / "stray").write_text("x")
    sentences = [*faults_of(folder, manifest)]
    assert sentences == [
        f"attachments/netherby/{'a' * 64} is not as it was backed up.",
        "published/robots.txt is missing from the backup.",
        "stray does not belong to the backup.",
    ]
    with pytest.raises(BackupRefused, match="The backup is damaged, so nothing was read") as why:
        copies.restore(folder)
    assert all(sentence in str(why.value) for sentence in sentences)


def test_a_service_that_has_something_is_not_written_over(quick, tmp_path, settings):
    folder, _manifest = copies.back_up(tmp_path, AT)
    with pytest.raises(BackupRefused, match="attachments is not empty"):
        copies.restore(folder)
    before = files_below(quick)
    settings.ATTACHMENTS_ROOT = tmp_path / "empty"
    refused = pytest.raises(BackupRefused, match="The database is not empty")
    with patch.object(copies, "kept_folders", lambda: {}), refused:
        copies.restore(folder)
    assert files_below(quick) == before


@pytest.mark.sampled(3)
@pytest.mark.parametrize("step", ["write_snapshot", "_copy", "write_manifest"])
def test_a_copy_that_cannot_be_finished_leaves_nothing_and_says_why(quick, tmp_path, step):
    target = tmp_path / "copies"

    def refuses(*_words):
        raise OSError(28, "No space left on device")

    refused = pytest.raises(CommandError, match=r"No space left on device\. Nothing of it is left")
    with patch.object(copies, step, refuses), refused:
        call_command("backup", target)
    assert files_below(target) == {} and [*target.iterdir()] == []


@pytest.mark.long
def test_a_database_without_tables_is_not_copied_in_place_of_the_right_one(quick, tmp_path):
    refused = pytest.raises(CommandError, match="no tables, so there is nothing to copy")
    with patch.object(connection.introspection, "table_names", list), refused:
        call_command("backup", tmp_path / "copies")
    assert files_below(tmp_path / "copies") == {}


@pytest.mark.long
def test_two_copies_of_one_second_are_not_mixed(quick, tmp_path):
    folder, manifest = copies.back_up(tmp_path, AT)
    with pytest.raises(BackupRefused, match="was not written"):
        copies.back_up(tmp_path, AT)
    assert [*faults_of(folder, manifest)] == []
    assert [path.name for path in tmp_path.glob("*candour-*")] == [folder.name]


@pytest.mark.parametrize("words", ["", "[]", "{}", '{"format": 2}', '{"format": 1, "files": [1]}'])
def test_a_folder_that_is_no_copy_is_refused_with_a_sentence(db, tmp_path, words):
    (tmp_path / NAME).write_text(words)
    with pytest.raises(BackupRefused, match=r"is no backup|another version"):
        copies.restore(tmp_path)


@pytest.mark.long
def test_a_copy_of_the_other_kind_of_database_is_refused(quick, tmp_path):
    folder, _manifest = copies.back_up(tmp_path, AT)
    listed = json.loads((folder / NAME).read_text())
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[connection.vendor]
    (folder / NAME).write_text(json.dumps({**listed, "vendor": other}))
    with pytest.raises(BackupRefused, match="The backup is of "):
        copies.restore(folder)


def test_missing_programs_and_failed_ones_are_named(db, tmp_path):
    if connection.vendor == "sqlite":
        (tmp_path / "torn").write_bytes(b"SQLite format 3\x00" + b"x" * 5000)
        assert snapshots.fault_of_snapshot("sqlite", tmp_path / "torn")
        return
    refused = pytest.raises(BackupRefused, match="pg_dump is not installed here")
    with patch.dict(os.environ, {"PATH": ""}), refused:
        copies.back_up(tmp_path, AT)
    refused = pytest.raises(BackupRefused, match="pg_dump could not do its work")
    with database_called("no_such_database") as own, refused:
        snapshots.write_snapshot(own, tmp_path / "x")
