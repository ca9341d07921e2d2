"""The app of records: what joins what once every model can be imported."""

from importlib import import_module

from django.apps import AppConfig


class AssuranceConfig(AppConfig):
    name = "assurance"
    verbose_name = "Assurance records"

    def ready(self):
        """Joins what later apps add to earlier ones."""
        import_module("assurance.imports.origins").register()
