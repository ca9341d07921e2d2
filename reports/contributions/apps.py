"""The app of contributions."""

from importlib import import_module

from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    """Sections asked of others, whose rule is joined to the checks."""

    name = "reports.contributions"

    def ready(self):
        """Joins what earlier apps leave open."""
        import_module("reports.contributions.registration").register()
