"""Django's `flush`, kept from a database that holds history.

Tests that need real transactions empty their database with `flush` afterwards, which the append-
only guard refuses. In a test database, and only there, this lifts the guard, empties, and puts it
back, with the national rows that migrations bring and every later test stands on.
"""

from importlib import import_module

from django.apps import apps
from django.core.management.base import CommandError
from django.core.management.commands import flush
from django.db import connections

from assurance import history_guard

NATIONAL = ("0003_national_code_lists", "0004_national_frameworks")


class Command(flush.Command):
    """Empties a test database; refuses any other."""

    help = "Empties a test database. Any other is refused: its history cannot be deleted."

    def handle(self, **options):
        """Raises `CommandError` where the database is not one that tests made."""
        connection = connections[options["database"]]
        if not _is_made_by_tests(str(connection.settings_dict["NAME"])):
            raise CommandError("History is never deleted: make a new database instead.")
        guards = [one for app in apps.get_app_configs() for one in getattr(app, "guards", ())]
        for table in history_guard.APPEND_ONLY:
            history_guard.lift(connection, table)
        for guard in guards:
            guard.lift(connection)
        # Keys begin again, so that the national rows have the same in every test.
        super().handle(**{**options, "reset_sequences": True})
        for table in history_guard.APPEND_ONLY:
            history_guard.place(connection, table)
        for guard in guards:
            guard.place(connection)
        for name in NATIONAL:
            import_module(f"assurance.migrations.{name}").load(apps, None)


def _is_made_by_tests(name):
    """Whether `name` is what Django calls a test database: its prefix, or SQLite in memory."""
    return name.startswith("test_") or "mode=memory" in name or name == ":memory:"
