"""PostgreSQL for a server, by programs of the test's own that write down what they were asked."""

import os

import pytest

from bootstrap import server, server_database
from bootstrap.server_database import Unready

PORT = "5544"
LISTED = "pg_lsclusters"
PASSWORDS = {server_database.OWNER: "first0", server_database.SERVICE: "second0"}
# What it is asked by standard input, below its words; it knows what THERE names.
PSQL = """
text=$(cat); echo "$text" >> "$CALLS"
case "$text" in
  *"'$THERE'"*) echo 1;;
  *refused0*) echo "ERROR: no leave" >&2; exit 3;;
esac
"""


@pytest.fixture
def asked(tmp_path, monkeypatch):
    """Makes programs; the lines of what was asked of all of them."""
    folder, calls = tmp_path / "bin", tmp_path / "calls"
    folder.mkdir()
    calls.touch()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setenv("CALLS", str(calls))
    monkeypatch.setenv("THERE", "nothing")
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    def make(**bodies):
        for name, body in bodies.items():
            text = f'#!/bin/sh\necho "{name} $*" >> "$CALLS"\n{body}\n'
            (folder / name).write_text(text)
            (folder / name).chmod(0o755)

    make(pg_lsclusters="", pg_isready="", psql=PSQL, runuser='shift 3; exec "$@"')
    make(pg_createcluster="", pg_ctlcluster="")

    def lines():
        return calls.read_text().splitlines()

    lines.make = make
    return lines


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        (
            "15 main 5432 online postgres /d /l",
            f"pg_createcluster 17 candour-{PORT} --port {PORT} --start",
        ),
        ("", f"pg_createcluster 17 candour-{PORT} --port {PORT} --start"),
        (f"15 main {PORT} down postgres /d /l", "pg_ctlcluster 15 main start"),
        (f"15 main {PORT} online postgres /d /l", ""),
        (f"15 main {PORT} online,recovery postgres /d /l", ""),
    ],
)
def test_the_cluster_of_a_port_is_made_started_or_left_as_it_is(
    asked, listed, words, tmp_path, monkeypatch
):
    for version in ("9.6", "15", "17"):
        (tmp_path / "versions" / version).mkdir(parents=True)
    monkeypatch.setattr(server_database, "PROGRAMS", tmp_path / "versions")
    asked.make(pg_lsclusters=f"echo '{listed}'" if listed else "")
    server_database.run_cluster(PORT)
    done = [line for line in asked() if line.startswith(("pg_create", "pg_ctl"))]
    assert done == ([words] if words else [])
    assert asked()[-1] == f"pg_isready -q -p {PORT}"


def test_a_cluster_that_will_not_start_or_answer_is_named_with_its_reason(asked, monkeypatch):
    asked.make(pg_lsclusters=f"echo '15 main {PORT} down x /d /l'")
    asked.make(pg_ctlcluster="echo 'Error: port in use' >&2; exit 2")
    with pytest.raises(Unready, match=r"pg_ctlcluster 15 main start failed: Error: port in use$"):
        server_database.run_cluster(PORT)
    asked.make(pg_ctlcluster="", pg_isready="exit 2")
    monkeypatch.setattr(server_database, "PATIENCE", -1)
    with pytest.raises(Unready, match=f"does not answer on port {PORT}"):
        server_database.run_cluster(PORT)


@pytest.mark.parametrize(
    ("there", "verbs"),
    [
        ("nothing", ["CREATE ROLE", "CREATE ROLE", "CREATE DATABASE", "ALTER SCHEMA"]),
        (server_database.OWNER, ["ALTER ROLE", "CREATE ROLE", "CREATE DATABASE", "ALTER SCHEMA"]),
        (server_database.DATABASE, ["CREATE ROLE", "CREATE ROLE"]),
    ],
)
def test_roles_and_a_database_are_made_once_and_no_word_of_a_command_is_secret(
    asked, monkeypatch, there, verbs
):
    monkeypatch.setenv("THERE", there)
    server_database.make_roles(PORT, PASSWORDS)
    statements = [line for line in asked() if line.startswith(("CREATE", "ALTER"))]
    assert [" ".join(line.split()[:2]) for line in statements] == verbs
    commands = [line for line in asked() if line.startswith(("psql", "runuser"))]
    for role, password in PASSWORDS.items():
        assert sum(f"ROLE {role} LOGIN PASSWORD '{password}'" in one for one in statements) == 1
        assert commands and not [line for line in commands if password in line]


def test_what_postgresql_refuses_is_repeated_and_nothing_follows(asked):
    with pytest.raises(Unready, match=r"PostgreSQL refused: ERROR: no leave$"):
        server_database.make_roles(PORT, {server_database.OWNER: "refused0"})
    assert "CREATE DATABASE" not in "\n".join(asked())


def test_nobody_but_root_is_postgres(asked, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Unready, match="needs root"):
        server_database.make_roles(PORT, PASSWORDS)
    assert asked() == []


def test_a_server_is_not_begun_without_root_or_its_packages(asked, monkeypatch, tmp_path):
    monkeypatch.setenv("SERVER_FOLDER", str(tmp_path / "server"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match=r"Install these packages, then try again: .*postgresql"):
        server.main()
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match="needs root"):
        server.main()
    assert not (tmp_path / "server").exists() and asked() == []


@pytest.mark.parametrize(("user", "is_made"), [("no-such-user-here", True), ("root", False)])
def test_its_user_is_made_once_and_has_to_be_able_to_read_the_program(
    asked, monkeypatch, user, is_made
):
    monkeypatch.setattr(server, "USER", user)
    asked.make(useradd="", usermod="", runuser="")
    server._make_user()
    assert [line.split()[0] for line in asked()] == [
        *(["useradd"] if is_made else []),
        *("usermod", "runuser"),
    ]
    assert asked()[0].endswith(user if is_made else f"-a -G {user} www-data")
    asked.make(runuser="exit 1")
    with pytest.raises(Unready, match=f"The user {user} cannot read"):
        server._make_user()
