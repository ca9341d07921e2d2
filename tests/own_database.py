"""An empty database of a test's own, for what migrations do: every other test stands on tables made
from the models."""

import os
from contextlib import contextmanager

import pytest
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState
from django.test import override_settings


def with_migrations():
    """Settings in which there are migrations again, which tests are otherwise run without."""
    return override_settings(MIGRATION_MODULES={})


@contextmanager
def database_called(name):
    """Puts another database in the place of the tests' own, and gives the connection to it."""
    ours = connections["default"]
    own = ours.copy()
    own.settings_dict["NAME"] = name
    connections["default"] = own
    try:
        yield own
    finally:
        connections["default"] = ours
        own.close()


@contextmanager
def empty_database():
    """As `database_called`, with a database that is made for the purpose and goes with it."""
    ours = connections["default"]
    if ours.vendor == "sqlite":
        with database_called(":memory:") as own:
            yield own
        return
    name = f"test_migrated_{os.getpid()}"
    _tell(ours, f'CREATE DATABASE "{name}"')
    try:
        with database_called(name) as own:
            yield own
    finally:
        _tell(ours, f'DROP DATABASE "{name}"')


@contextmanager
def models_added_alone():
    """A migration that adds a model leaves those that it is joined to as they are. Django makes
    each of them anew, nearly all that there are, though only rows read backwards would show it."""

    def add_model(state, added):
        key = added.app_label, added.name_lower
        state.models[key] = added
        if state._relations is not None:
            state.resolve_model_relations(key)
        if "apps" in vars(state):
            state.apps.render_multiple([added])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ProjectState, "add_model", add_model)
        yield


def record_migrations(database):
    """Writes down in a database that every migration has run, as commands and `/readyz` ask."""
    recorder = MigrationRecorder(database)
    recorder.ensure_schema()
    with with_migrations():
        for app, name in MigrationLoader(None).disk_migrations:
            recorder.record_applied(app, name)
    return recorder


def _tell(database, statement):
    with database._nodb_cursor() as cursor:
        cursor.execute(statement)
