"""The app of imports: a record's history page shows the files that it came from."""

from importlib import import_module

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "assurance.imports"

    def ready(self):
        """Joins import runs to the origins of records."""
        import_module("assurance.imports.origins").register()
