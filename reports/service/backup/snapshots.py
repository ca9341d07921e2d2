"""The database as one file, as it is at one moment, and a database made from such a file.

SQLite copies itself (`VACUUM INTO`): a copy of its file alone would leave out what is still in its
log. PostgreSQL's own programs write and read its file; their version must be the server's or later.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from reports.service.backup.errors import BackupRefused

NOT_EMPTY = (
    "The database is not empty, and nothing is written over it. Name an empty one in "
    "DATABASE_URL, or move {place} away."
)
NO_PROGRAM = "{program} is not installed here: install PostgreSQL’s client programs."
FAILED = "{program} could not do its work: {why}"
_CONNECTION = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD"}
_LAST = 300


def write_snapshot(connection, path: Path) -> None:
    """Writes the whole database of `connection` into the file `path`, which does not exist yet.
    Outside any transaction. Raises `BackupRefused`."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(path)])
        return
    options = ["--format=custom", "--no-owner", "--no-privileges", f"--file={path}"]
    _run("pg_dump", options, connection)


def read_snapshot(connection, path: Path) -> None:
    """Makes the empty database of `connection` what the file `path` has. Raises `BackupRefused`
    where it is not empty; what fails leaves it empty."""
    if connection.introspection.table_names():
        place = connection.settings_dict["NAME"] if connection.vendor == "sqlite" else "the old one"
        raise BackupRefused(NOT_EMPTY.format(place=place))
    if connection.vendor == "sqlite":
        connection.close()
        target = Path(connection.settings_dict["NAME"])
        for name in (target, *(target.with_name(f"{target.name}-{log}") for log in ("wal", "shm"))):
            name.unlink(missing_ok=True)
        shutil.copyfile(path, target)
        return
    options = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"]
    name = connection.settings_dict["NAME"]
    _run("pg_restore", [*options, f"--dbname={name}", str(path)], connection)


def fault_of_snapshot(vendor: str, path: Path) -> str:
    """What is wrong with the file of a database, or an empty text; of SQLite's alone."""
    if vendor != "sqlite":
        return ""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            answer = database.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as fault:
        return str(fault)
    return "" if answer == "ok" else answer


def _run(program, options, connection):
    named = connection.settings_dict
    own = {known: str(named[name]) for name, known in _CONNECTION.items() if named.get(name)}
    own |= {"PGDATABASE": str(named["NAME"])}
    if mode := named.get("OPTIONS", {}).get("sslmode"):
        own["PGSSLMODE"] = mode
    try:
        subprocess.run(
            [program, *options],
            env={**os.environ, **own},
            check=True,
            capture_output=True,
            text=True,
        )
    except FileNotFoundError as fault:
        raise BackupRefused(NO_PROGRAM.format(program=program)) from fault
    except subprocess.CalledProcessError as fault:
        why = fault.stderr.strip()[-_LAST:] or f"it ended with {fault.returncode}"
        raise BackupRefused(FAILED.format(program=program, why=why)) from fault
