"""The app of issue: joins the state of an issue to the page of a paper."""

from importlib import import_module

from django.apps import AppConfig


class IssueConfig(AppConfig):
    name = "reports.issue"

    def ready(self):
        """Joins what earlier apps leave open."""
        import_module("reports.issue.registration").register()
