"""The app of case audits."""

from importlib import import_module

from django.apps import AppConfig


class AuditsConfig(AppConfig):
    name = "assurance.audits"

    def ready(self):
        """Registers figures and file kinds."""
        import_module("assurance.audits.registration").register()
