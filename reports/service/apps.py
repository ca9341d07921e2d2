"""The app of the service: joins how it works to the home of its administrators."""

from importlib import import_module

from django.apps import AppConfig


class ServiceConfig(AppConfig):
    name = "reports.service"

    def ready(self):
        """Joins what earlier apps leave open."""
        import_module("reports.service.registration").register()
