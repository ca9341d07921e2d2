"""The app of outcome sets."""

from importlib import import_module

from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    name = "assurance.outcomes"

    def ready(self):
        """Registers figures, file kinds and quotable records."""
        import_module("assurance.outcomes.registration").register()
