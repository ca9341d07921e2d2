"""The app of publication: joins its indexes to the publication of an edition."""

from importlib import import_module

from django.apps import AppConfig

from reports.publication import database_guard
from reports.publication.search import index


class PublicationConfig(AppConfig):
    name = "reports.publication"
    indexes = (index,)
    guards = (
        *(database_guard, database_guard.FRONTS, database_guard.HEADLINES),
        database_guard.TABLES,
    )

    def ready(self):
        """Joins what earlier apps leave open."""
        import_module("reports.publication.registration").register()
