"""The app of Looked-after children."""

from importlib import import_module

from django.apps import AppConfig

from assurance.looked_after import national


class LookedAfterConfig(AppConfig):
    name = "assurance.looked_after"
    national = (national,)

    def ready(self):
        """Registers figures, file kinds and quotable records."""
        import_module("assurance.looked_after.registration").register()
