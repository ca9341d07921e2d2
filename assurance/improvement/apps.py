"""The app of improvement plans."""

from importlib import import_module

from django.apps import AppConfig


class ImprovementConfig(AppConfig):
    name = "assurance.improvement"

    def ready(self):
        """Registers figures, file kinds and quotable records."""
        import_module("assurance.improvement.registration").register()
