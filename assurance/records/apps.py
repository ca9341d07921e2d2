"""The app of records: history is append-only in the database itself."""

from django.apps import AppConfig

from assurance.records import history_guard


class RecordsConfig(AppConfig):
    name = "assurance.records"
    # What `flush` lifts while it empties a test database.
    guards = (history_guard,)
