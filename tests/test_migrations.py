"""Migrations say what they are for, can be taken back, and agree with the models."""

import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from assurance.looked_after.models.definitions import Code
from assurance.reviews.models.findings import Framework

APPS = ("assurance", "reports")
FOUND = [
    migration
    for (app, _), migration in sorted(MigrationLoader(None).disk_migrations.items())
    if app in APPS
]


def identity(migration):
    """Its app and name."""
    return f"{migration.app_label}.{migration.name}"


@pytest.mark.parametrize("migration", FOUND, ids=identity)
def test_a_migration_is_named_for_its_purpose(migration):
    assert not re.search(r"_auto_|_and_more$|_\d{8}_\d{4}", migration.name)


@pytest.mark.parametrize("migration", FOUND, ids=identity)
def test_a_migration_can_be_taken_back(migration):
    assert all(one.reversible for one in migration.operations)


@pytest.mark.parametrize("app", APPS)
def test_the_steps_taken_at_once_end_where_the_single_steps_end(app):
    (at_once,) = (one for one in FOUND if one.app_label == app and one.replaces)
    loader = MigrationLoader(None, replace_migrations=False)
    steps = loader.project_state([at_once.replaces[-1]])
    before = {name: one for name, one in steps.models.items() if name[0] != app}
    whole = at_once.mutate_state(ProjectState(before))
    assert {name: told(one) for name, one in whole.models.items() if name[0] == app} == {
        name: told(one) for name, one in steps.models.items() if name[0] == app
    }


def told(state):
    """What makes a table: its columns, and its constraints and indexes in any order."""
    columns = {name: field.deconstruct()[1:] for name, field in state.fields.items()}
    rules = [*state.options.get("constraints", ()), *state.options.get("indexes", ())]
    return repr(sorted(columns.items())), sorted(repr(one.deconstruct()) for one in rules)


@pytest.mark.django_db
def test_models_and_migrations_agree():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_every_migration_runs_back_and_forward_again():
    for app in ("reports", "assurance"):
        call_command("migrate", app, "zero", verbosity=0)
    left = set(connection.introspection.table_names())
    call_command("migrate", verbosity=0)
    assert not {name for name in left if name.startswith(APPS)}


@pytest.mark.django_db(transaction=True)
def test_a_test_that_commits_leaves_the_national_rows_as_migrations_bring_them():
    held = {one: sorted(one.objects.values_list("pk", flat=True)) for one in (Code, Framework)}
    call_command("flush", interactive=False, verbosity=0)
    assert all(held.values())
    assert held == {one: sorted(one.objects.values_list("pk", flat=True)) for one in held}
