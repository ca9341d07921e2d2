"""The prepared database, and copies of it: every try begins from the same rows."""

import shutil
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from bench.database import fill
from bench.sizes import TINY
from faults import preparation

COPY = "try"


class Files:
    """SQLite: the prepared database is a file, and a copy is another file."""

    def __init__(self):
        self.prepared = Path(connection.settings_dict["NAME"])

    def prepare(self):
        """Fills the prepared database where it is not there."""
        stamp = settings.VAR / "prepared.txt"
        if stamp.exists():
            return
        _remove(self.prepared)
        _fill()
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        stamp.touch()

    def copy(self, name: str) -> str:
        """The name of a new copy of the prepared database."""
        target = self.prepared.with_name(f"{name}.sqlite3")
        _remove(target)
        shutil.copyfile(self.prepared, target)
        return str(target)

    def remove(self, name: str):
        """Removes a copy."""
        _remove(Path(name))


class Server:
    """PostgreSQL: the prepared database is the template of its copies."""

    def __init__(self):
        self.prepared = connection.settings_dict["NAME"]

    def prepare(self):
        """Fills the prepared database, which `bootstrap.postgresql` has made empty."""
        _fill()
        connection.close()

    def copy(self, name: str) -> str:
        """The name of a new copy of the prepared database."""
        target = f"{self.prepared}_{name}"
        self.remove(target)
        self.tell(f'CREATE DATABASE "{target}" TEMPLATE "{self.prepared}"')
        return target

    def remove(self, name: str):
        """Removes a copy, and whoever is connected to it."""
        self.tell(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def tell(self, words: str, *values):
        """Runs a statement outside the databases that are tried."""
        with opened("postgres"), connection.cursor() as cursor:
            cursor.execute(words, values)


def databases() -> Files | Server:
    """What makes copies of the database in use here."""
    return Server() if connection.vendor == "postgresql" else Files()


@contextmanager
def opened(name: str):
    """Everything within asks the database with that name."""
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


@contextmanager
def copied(source: Files | Server, name: str = COPY):
    """A copy of the prepared database, removed at the end; gives its name."""
    target = source.copy(name)
    try:
        yield target
    finally:
        source.remove(target)


def _fill():
    call_command("migrate", verbosity=0)
    fill(TINY)
    preparation.prepare()


def _remove(path):
    for ending in ("", "-wal", "-shm"):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
