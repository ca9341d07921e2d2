"""The app of surveys."""

from importlib import import_module

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "assurance.surveys"

    def ready(self):
        """Registers figures, file kinds and quotable records."""
        import_module("assurance.surveys.registration").register()
