"""The app of approvals: who writes and who approves are kept apart in the database too."""

from importlib import import_module

from django.apps import AppConfig

from reports.approvals import database_guard


class ApprovalsConfig(AppConfig):
    name = "reports.approvals"
    guards = (database_guard,)

    def ready(self):
        """Joins what earlier apps leave open."""
        import_module("reports.approvals.registration").register()
