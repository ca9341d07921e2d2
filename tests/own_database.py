"""An empty database of a test's own, for what migrations do: every other test stands on tables made
from the models."""

import os
from contextlib import contextmanager

from django.db import connections
from django.test import override_settings


def with_migrations():
    """Settings in which there are migrations again, which tests are otherwise run without."""
    return override_settings(MIGRATION_MODULES={})


@contextmanager
def empty_database():
    """Puts an empty database in the place of the tests' own, and gives the connection to it."""
    ours = connections["default"]
    own = ours.copy()
    own.settings_dict["NAME"] = ":memory:"
    if ours.vendor == "postgresql":
        own.settings_dict["NAME"] = f"test_migrated_{os.getpid()}"
        _tell(ours, f'CREATE DATABASE "{own.settings_dict["NAME"]}"')
    connections["default"] = own
    try:
        yield own
    finally:
        connections["default"] = ours
        own.close()
        if ours.vendor == "postgresql":
            _tell(ours, f'DROP DATABASE "{own.settings_dict["NAME"]}"')


def _tell(database, statement):
    with database._nodb_cursor() as cursor:
        cursor.execute(statement)
