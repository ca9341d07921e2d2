"""What a copy asks of PostgreSQL's programs, and what is refused of a list and of a file."""

import json
import sqlite3
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.db import connection

from reports.service.backup import copies, manifest, snapshots
from reports.service.backup.errors import BackupRefused

AT = datetime(2016, 2, 29, 23, 59, 59, tzinfo=UTC)
OWN = {"NAME": "candour", "USER": "clerk", "PASSWORD": "p@ss word", "HOST": "", "PORT": 5433}
NOTES = 'printf "%s\\n" "$0" "$@" > "$NOTES/words"; env > "$NOTES/env"\n'


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Puts a program of the test's own where PostgreSQL's would be; it notes what it is asked."""
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:/usr/bin:/bin")
    monkeypatch.setenv("NOTES", str(tmp_path))
    (tmp_path / "bin").mkdir()

    def make(name, body=""):
        file = tmp_path / "bin" / name
        file.write_text(f"#!/bin/sh\n{NOTES}{body}\n")
        file.chmod(0o755)

    return make


def database(tables=(), **more):
    """A connection to PostgreSQL as far as these programs need one."""
    return SimpleNamespace(
        vendor="postgresql",
        settings_dict={**OWN, **more},
        introspection=SimpleNamespace(table_names=lambda: list(tables)),
    )


def test_a_database_is_named_in_the_environment_alone(program, tmp_path):
    program("pg_dump")
    snapshots.write_snapshot(database(OPTIONS={"sslmode": "require"}), tmp_path / "x")
    words = (tmp_path / "words").read_text().splitlines()
    assert f"--file={tmp_path / 'x'}" in words and "--format=custom" in words
    assert not [word for word in words if "p@ss" in word or "clerk" in word]
    known = dict(line.split("=", 1) for line in (tmp_path / "env").read_text().splitlines())
    assert {name: known.get(name) for name in sorted(known) if name.startswith("PG")} == {
        "PGDATABASE": "candour",
        "PGPASSWORD": "p@ss word",
        "PGPORT": "5433",
        "PGSSLMODE": "require",
        "PGUSER": "clerk",
    }


def test_a_copy_is_read_into_an_empty_database_alone_and_whole_or_not(program, tmp_path):
    program("pg_restore")
    with pytest.raises(BackupRefused, match=r"not empty.* move the old one away"):
        snapshots.read_snapshot(database(["a_table"]), tmp_path / "x")
    assert not (tmp_path / "words").exists()
    snapshots.read_snapshot(database(), tmp_path / "x")
    words = (tmp_path / "words").read_text().splitlines()
    assert {"--single-transaction", "--exit-on-error", "--dbname=candour"} < set(words)
    assert words[-1] == str(tmp_path / "x") and "PGHOST" not in (tmp_path / "env").read_text()


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("exit 7", "could not do its work: it ended with 7"),
        ("echo '  ' >&2; exit 1", "it ended with 1"),
        ("echo ' no server ' >&2; exit 1", "work: no server"),
        (f"echo {'x' * 200}{'y' * 300} >&2; exit 1", f"work: {'y' * 300}"),
    ],
)
def test_what_a_program_could_not_do_is_repeated_in_part(program, tmp_path, body, why):
    program("pg_dump", body)
    with pytest.raises(BackupRefused) as refused:
        snapshots.write_snapshot(database(), tmp_path / "x")
    assert str(refused.value).startswith("pg_dump ") and str(refused.value).endswith(why)


def test_a_program_that_is_missing_is_named(program, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(BackupRefused, match=r"^pg_dump is not installed here"):
        snapshots.write_snapshot(database(), tmp_path / "x")


def whole(path):
    """A database of SQLite with an index."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(path) as own:
        own.execute("CREATE TABLE a (b TEXT)")
        own.execute("CREATE INDEX c ON a (b)")
        own.executemany("INSERT INTO a VALUES (?)", [(f"{number:>400}",) for number in range(99)])
    own.close()
    return path


@pytest.mark.parametrize("name", ["plain", "100% whole", "a#b", "a?mode=memory", "é–"])
def test_a_whole_file_is_whole_in_a_folder_of_any_name_and_a_missing_one_is_not(tmp_path, name):
    path = whole(tmp_path / name / "database")
    assert snapshots.fault_of_snapshot("sqlite", path) == ""
    path.unlink()
    assert "unable to open" in snapshots.fault_of_snapshot("sqlite", path)
    assert not path.exists()


def test_damage_within_a_file_is_found_and_postgresqls_is_not_read(tmp_path):
    path = whole(tmp_path / "database")
    content = bytearray(path.read_bytes())
    assert len(content) > 3 * 4096
    content[-4096:] = bytes(4096)
    path.write_bytes(content)
    assert snapshots.fault_of_snapshot("sqlite", path)
    assert snapshots.fault_of_snapshot("postgresql", path) == ""


def listed(folder, **more):
    """A list of no files, as another program might have written it."""
    plain = {"format": 1, "made_at": AT.isoformat(), "vendor": "sqlite", "files": []}
    folder.mkdir(exist_ok=True)
    (folder / manifest.NAME).write_text(json.dumps({**plain, **more}))
    return folder


@pytest.mark.parametrize(
    "more",
    [
        {"files": None},
        {"files": 7},
        {"files": ["a"]},
        {"files": [{"name": "a"}]},
        {"files": [{"name": "a", "size": 1, "sha256": "", "more": 1}]},
    ],
)
def test_a_list_that_is_none_is_refused(tmp_path, more):
    with pytest.raises(BackupRefused, match=r"is no backup: it has no backup\.json"):
        manifest.read_manifest(listed(tmp_path, **more))


@pytest.mark.parametrize("number", [0, 2, "1", None])
def test_a_list_of_another_version_is_refused_with_its_number(tmp_path, number):
    with pytest.raises(BackupRefused, match=f"its format is not {manifest.FORMAT}"):
        manifest.read_manifest(listed(tmp_path, format=number))


def test_a_copy_of_an_unknown_kind_of_database_is_refused_by_its_name(tmp_path):
    ours = copies.NAMES[connection.vendor]
    with pytest.raises(BackupRefused) as refused:
        copies.restore(listed(tmp_path, vendor="oracle"))
    assert str(refused.value) == (
        f"The backup is of oracle, and DATABASE_URL names {ours}. Name one of oracle."
    )


def test_a_list_counts_every_file_however_deep_or_empty_and_not_itself(tmp_path):
    for name, content in {"a/b/c": b"123", "empty": b"", manifest.NAME: b"old"}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    written = manifest.write_manifest(tmp_path, "sqlite", AT)
    assert [(file.name, file.size) for file in written.files] == [("a/b/c", 3), ("empty", 0)]
    assert written.size == 3 and written.made_at == "2016-02-29T23:59:59+00:00"
    assert manifest.read_manifest(tmp_path) == written
    # Of the same size and the same place, with one bit changed.
    (tmp_path / "a/b/c").write_bytes(b"122")
    (tmp_path / "a" / manifest.NAME).write_bytes(b"")
    assert [*manifest.faults_of(tmp_path, written)] == [
        "a/b/c is not as it was backed up.",
        f"a/{manifest.NAME} does not belong to the backup.",
    ]
