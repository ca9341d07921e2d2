"""The app of editions: kept for ever, also by the database."""

from django.apps import AppConfig

from reports.editions import database_guard


class EditionsConfig(AppConfig):
    name = "reports.editions"
    guards = (database_guard,)
    # What is asked before imported files, or a withdrawal, are undone.
    quotes_records = ("reports.editions.record_dependencies.before_change",)
