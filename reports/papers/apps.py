"""The app of papers."""

from importlib import import_module

from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "reports.papers"

    def ready(self):
        """Registers what a report may quote of commitments."""
        import_module("reports.papers.registration").register()
