"""The app of feeds: joins the e-mails to followers to what comes after a publication."""

from importlib import import_module

from django.apps import AppConfig


class FeedsConfig(AppConfig):
    name = "reports.feeds"

    def ready(self):
        """Joins what earlier apps leave open."""
        import_module("reports.feeds.registration").register()
