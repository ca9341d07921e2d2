"""Migrations say what they are for, can be taken back, and make the tables that every other test
stands on, which are made from the models."""

import re
from contextlib import nullcontext

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from assurance.looked_after.models.definitions import AgeBand, Code, PlacementGroup
from assurance.reviews.models.findings import Framework
from assurance.runtime.first_migration import FirstMigration
from tests.cases import LONG
from tests.own_database import empty_database, models_added_alone, with_migrations
from tests.sweeping import swept

pytestmark = pytest.mark.dialect
APPS = [
    config.label
    for config in apps.get_app_configs()
    if config.name.startswith(("assurance.", "reports."))
]
NATIONAL = (Code, PlacementGroup, AgeBand, Framework)
# Django's own account of which migrations have run: there is none where none ran.
ACCOUNT = "django_migrations"
# Django's own migrations make it an integer; made from the model it is larger.
SMALLER_KEYS = {"auth_group_permissions.id"}
SCHEMA = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    " AND name NOT LIKE 'sqlite%'",
    "postgresql": """
        SELECT table_name || '.' || column_name,
               concat_ws(' ', data_type, character_maximum_length, is_nullable, column_default,
                         identity_generation)
          FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT conname, conrelid::regclass || ' ' || pg_get_constraintdef(oid)
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    """,
}


with with_migrations():
    FOUND = [
        migration
        for (app, _), migration in sorted(MigrationLoader(None).disk_migrations.items())
        if app in APPS
    ]
WITH_MIGRATIONS = sorted({migration.app_label for migration in FOUND})


def identity(migration):
    """Its app and name."""
    return f"{migration.app_label}.{migration.name}"


@swept(FOUND, named=identity)
def test_a_migration_is_named_for_its_purpose(migration):
    assert not re.search(r"_auto_|_and_more$|_\d{8}_\d{4}", migration.name)


@swept(FOUND, named=identity)
def test_a_migration_can_be_taken_back(migration):
    assert all(step.reversible for step in migration.operations)


@pytest.mark.parametrize("migration", FOUND, ids=identity)
def test_only_what_makes_tables_first_draws_the_models_once_for_all(migration):
    first = migration.name == "0001_initial"
    assert isinstance(migration, FirstMigration) == first
    assert bool(migration.initial) == first


def test_there_are_migrations_of_every_app_with_models():
    with_models = {label for label in APPS if list(apps.get_app_config(label).get_models())}
    assert set(WITH_MIGRATIONS) == with_models


@pytest.mark.django_db
def test_models_and_migrations_agree():
    with with_migrations():
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.slow
@pytest.mark.django_db
def test_migrations_make_what_models_describe_and_leave_nothing_when_taken_back():
    # One test, so that two workers never migrate twice.
    with empty_database() as own, with_migrations():
        # As Django does it in `make test-long`, and in `make demo`.
        with _in_the_way_of_the_gate():
            call_command("migrate", verbosity=0)
        made, rows = schema(own), national_rows()
        # In one go: `migrate APP zero` would build every state anew for each app. SQLite writes a
        # table anew for each step back, and is asked only where a run has time.
        if connection.vendor == "postgresql" or LONG:
            with _in_the_way_of_the_gate():
                MigrationExecutor(own).migrate([(app, None) for app in WITH_MIGRATIONS])
            assert_nothing_left(schema(own))
    assert_same_schema(made, schema(connection))
    assert all(rows.values())
    assert rows == national_rows()


def _in_the_way_of_the_gate():
    return nullcontext() if LONG else models_added_alone()


def assert_nothing_left(schema):
    """Of a database whose migrations were taken back, no table and no guard is left."""
    tables = {
        model._meta.db_table for app in APPS for model in apps.get_app_config(app).get_models()
    }
    assert tables
    assert {name.partition(".")[0] for name in schema} & tables == set()
    assert [name for name, sql in schema.items() if "TRIGGER" in repr(sql).upper()] == []


def assert_same_schema(made, ours):
    """What migrations `made` is what every other test stands on."""
    named = {name: sql for name, sql in made.items() if not name.startswith(ACCOUNT)}
    assert named.keys() == ours.keys()
    differing = {name: (ours[name], named[name]) for name in ours if ours[name] != named[name]}
    assert not differing.keys() - SMALLER_KEYS, differing


@pytest.mark.django_db(transaction=True)
def test_a_test_that_commits_leaves_the_national_rows_as_they_were():
    before = national_rows()
    call_command("flush", interactive=False, verbosity=0)
    assert all(before.values())
    assert national_rows() == before


def schema(database):
    """A dict of name → definition of each table, index, constraint and trigger of a database."""
    with database.cursor() as cursor:
        cursor.execute(SCHEMA[database.vendor])
        return {name: _unordered(sql) for name, sql in cursor.fetchall()}


def national_rows():
    """Each national model's rows, without their keys, in order."""
    return {
        model.__name__: sorted(
            repr([(name, value) for name, value in row.items() if name != "id"])
            for row in model.objects.values()
        )
        for model in NATIONAL
    }


def _unordered(sql):
    """A definition with its lines in one order: a column added later stands last in its table."""
    return sorted(part.strip(" ()") for part in str(sql).split(", "))
