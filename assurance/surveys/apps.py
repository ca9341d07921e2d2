"""The app of surveys."""

from importlib import import_module

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "assurance.surveys"

    def ready(self):
        """Registers figures and file kinds."""
        import_module("assurance.surveys.registration").register()
