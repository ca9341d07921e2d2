"""What was deleted is gone from the bytes of SQLite's file and of its log."""

from contextlib import closing
from pathlib import Path

import pytest
from django.db.utils import ConnectionHandler

from assurance.runtime.databases.erased_bytes import empty_log
from config import env

pytestmark = pytest.mark.django_db
NAME = "Ann Person of 12 Long Street"


def raw(path):
    """All bytes of the files of a database."""
    return b"".join(one.read_bytes() for one in Path(path).parent.iterdir())


def test_a_deleted_row_is_in_no_byte_of_the_file_or_of_its_log(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'own.sqlite3'}")
    settings = env.database("")
    with closing(ConnectionHandler({"default": settings})["default"]) as own:
        with own.cursor() as cursor:
            cursor.execute("CREATE TABLE person (name text)")
            cursor.execute("INSERT INTO person VALUES ('stays')")
            cursor.execute("INSERT INTO person VALUES (%s)", [NAME])
        empty_log(own)
        assert NAME.encode() in raw(settings["NAME"])
        with own.cursor() as cursor:
            cursor.execute("DELETE FROM person WHERE name = %s", [NAME])
        empty_log(own)
        assert NAME.encode() not in raw(settings["NAME"])


def test_the_pragma_does_it_where_the_build_does_not(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'own.sqlite3'}")
    settings = env.database("")
    pragmas = settings["OPTIONS"]["init_command"]
    settings["OPTIONS"]["init_command"] = f"PRAGMA secure_delete = OFF; {pragmas}"
    with (
        closing(ConnectionHandler({"default": settings})["default"]) as own,
        own.cursor() as cursor,
    ):
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone() == (1,)
