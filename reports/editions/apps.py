"""The app of editions: kept for ever, also by the database."""

from importlib import import_module

from django.apps import AppConfig

from reports.editions import database_guard


class EditionsConfig(AppConfig):
    name = "reports.editions"
    guards = (database_guard,)
    # What is asked before imported files, or a withdrawal, are undone.
    quotes_records = ("reports.editions.record_dependencies.before_change",)

    def ready(self):
        """Joins what earlier apps leave open."""
        printed_before = import_module("reports.editions.snapshot").printed_before
        import_module("assurance.figures.relations").READERS.append(printed_before)
