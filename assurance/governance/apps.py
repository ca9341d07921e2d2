"""The app of boards, plans and risks."""

from importlib import import_module

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "assurance.governance"

    def ready(self):
        """Registers figures, file kinds and quotable records."""
        import_module("assurance.governance.registration").register()
