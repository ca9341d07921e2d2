"""The app of records: history is append-only in the database itself."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from assurance.records import history_guard
from assurance.records.proofs import count_guard
from assurance.runtime.databases.written import BEFORE_COMMIT


class RecordsConfig(AppConfig):
    name = "assurance.records"
    # What `flush` lifts while it empties a test database.
    guards = (history_guard, count_guard)

    def ready(self):
        """Joins what history writes before each commit and after migrations."""
        BEFORE_COMMIT.append(import_module("assurance.records.history").record_later_rows)
        changes = import_module("assurance.records.proofs.row_changes")
        post_migrate.connect(changes.take_in_changes, sender=self)
