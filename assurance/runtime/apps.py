"""What is registered once for the whole program."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from assurance.runtime.databases.schema import check_schema


class RuntimeConfig(AppConfig):
    """The parts without tables that every other app stands on."""

    name = "assurance.runtime"

    def ready(self):
        """Has each database looked at before it is migrated."""
        register(check_schema, Tags.database)
