"""The app of reports: what joins what once every model can be imported."""

from importlib import import_module

from django.apps import AppConfig

from reports import approval_guard, edition_guard

# Joined once every app's models can be imported; each module holds a `register`.
REGISTRATIONS = (
    "reports.publication_registration",
    "reports.approval_registration",
    "reports.issue_registration",
)


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = "Reports to committee"
    # What `flush` lifts while it empties a test database.
    guards = (edition_guard, approval_guard)
    # What is asked before files are undone.
    quotes_records = ("reports.quoting.before_change",)

    def ready(self):
        """Joins what later apps add to earlier ones."""
        for name in REGISTRATIONS:
            import_module(name).register()
