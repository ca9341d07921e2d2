"""Django's `flush`, kept from a database that holds history.

Tests that need real transactions empty their database with `flush` afterwards, which the append-
only guard refuses. In a test database, and only there, this lifts the guard, empties, and puts it
back, with the national rows that migrations bring and every later test stands on.
"""

from django.core.management.base import CommandError
from django.core.management.commands import flush
from django.db import connections

from assurance.records import database


class Command(flush.Command):
    """Empties a test database; refuses any other."""

    help = "Empties a test database. Any other is refused: its history cannot be deleted."

    def handle(self, **options):
        """Raises `CommandError` where the database is not one that tests made."""
        connection = connections[options["database"]]
        if not _is_made_by_tests(str(connection.settings_dict["NAME"])):
            raise CommandError("History is never deleted: make a new database instead.")
        for guard in database.guards():
            guard.lift(connection)
        # Keys begin again, so that the national rows have the same in every test.
        super().handle(**{**options, "reset_sequences": True})
        for guard in database.guards():
            guard.place(connection)
        database.load_national()


def _is_made_by_tests(name):
    """Whether `name` is what Django calls a test database: its prefix, or SQLite in memory."""
    return name.startswith("test_") or "mode=memory" in name or name == ":memory:"
