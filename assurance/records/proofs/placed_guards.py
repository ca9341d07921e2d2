"""The triggers that guard rows, as the database has them and as migrations place them.

Somebody who owns the database can lift a guard, change a row and put the guard back; who forgets
the last step, or leaves a guard that refuses nothing, is found here.
"""

import re
from collections.abc import Mapping
from contextlib import contextmanager

from assurance.records.database import guards, indexes

_TRIGGER = re.compile(r"CREATE TRIGGER (\w+)")
_CALLS = re.compile(r"EXECUTE FUNCTION (\w+)")
_FUNCTION = re.compile(r"CREATE (?:OR REPLACE )?FUNCTION (\w+)\(\).*?\$\$(.*)\$\$", re.S)
# A trigger that is switched off, or that only a replica obeys, guards nothing.
_FOUND = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": """
        SELECT tgname, prosrc FROM pg_trigger
        JOIN pg_proc ON pg_proc.oid = tgfoid
        JOIN pg_class ON pg_class.oid = tgrelid
        WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')
        AND relnamespace = current_schema()::regnamespace
    """,
}


class _Recorder:
    """A connection that keeps the statements that a guard does, and does none of them."""

    def __init__(self, vendor: str):
        self.vendor, self.statements = vendor, []

    @contextmanager
    def cursor(self):
        """Itself, which takes statements."""
        yield self

    def execute(self, statement: str) -> None:
        """Keeps a statement."""
        self.statements.append(statement)


def changed_guards(connection) -> list[str]:
    """The names of the triggers that are missing, switched off or not as migrations place them."""
    present = _present(connection)
    placed = _placed(connection.vendor, guards())
    return sorted(name for name, text in placed.items() if present.get(name) != text)


def foreign_triggers(connection) -> list[str]:
    """The names of the triggers that no migration places: each can change or remove rows as others
    are written."""
    placed = _placed(connection.vendor, [*guards(), *indexes()])
    return sorted({*_present(connection)} - {*placed})


def put_back(connection) -> None:
    """Lifts what is there of every guard, and places it as migrations do."""
    for guard in reversed(guards()):
        guard.lift(connection)
    for guard in guards():
        guard.place(connection)


def _present(connection):
    with connection.cursor() as cursor:
        cursor.execute(_FOUND[connection.vendor])
        return {name: _plain(text) for name, text in cursor.fetchall()}


def _placed(vendor: str, parts) -> Mapping[str, str]:
    """Name of a trigger → its text on SQLite, and on PostgreSQL that of the function it calls."""
    recorder = _Recorder(vendor)
    for part in parts:
        part.place(recorder)
    functions = dict(m.groups() for m in map(_FUNCTION.search, recorder.statements) if m)
    triggers = {m[1]: m.string for m in map(_TRIGGER.search, recorder.statements) if m}
    if vendor == "postgresql":
        triggers = {name: functions[_CALLS.search(text)[1]] for name, text in triggers.items()}
    return {name: _plain(text) for name, text in triggers.items()}


def _plain(text: str) -> str:
    return " ".join(text.split())
