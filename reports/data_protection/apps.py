"""The app of data protection: what is kept how long, holds, and people's rights over their data."""

from importlib import import_module

from django.apps import AppConfig


class DataProtectionConfig(AppConfig):
    name = "reports.data_protection"

    def ready(self):
        """Joins legal holds to what removes records."""
        import_module("reports.data_protection.registration").register()
