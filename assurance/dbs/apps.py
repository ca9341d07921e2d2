"""The app of DBS checks."""

from importlib import import_module

from django.apps import AppConfig


class DbsConfig(AppConfig):
    name = "assurance.dbs"

    def ready(self):
        """Registers figures, file kinds and quotable records."""
        import_module("assurance.dbs.registration").register()
