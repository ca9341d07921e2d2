"""A migration that changes rows has them taken into history; what was tampered with before it stays
named."""

from datetime import date

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations import RunPython, RunSQL
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from assurance.people.models.teams import Team
from assurance.records import history
from assurance.records.history import HistoryEntry
from assurance.records.proofs import row_changes
from assurance.records.proofs.faults import look_at_rows, set_faults
from assurance.records.proofs.operations import adopt
from assurance.records.proofs.row_changes import ChangeRows, take_in_changes
from tests.make import people
from tests.records.proofs.altered_rows import alter

pytestmark = pytest.mark.django_db
DAY, BY = date(2016, 1, 18), history.CommandLine("test")
BECAUSE = "Services have their full names."
OURS = ("assurance.", "reports.")
GUARD, NATIONAL = "It places a guard or an index.", "Its rows are the same for every council."
INDEX = "It fills an index that is made of the editions, and guards it."
# Migration that runs code and is no `ChangeRows` → why.
SILENT = {
    "records.0002_history_is_append_only": GUARD,
    "records.0003_entries_are_counted": GUARD,
    "approvals.0002_writers_never_approve": GUARD,
    "editions.0002_editions_never_change": GUARD,
    "publication.0002_search_index": GUARD,
    "publication.0003_index_never_changes": GUARD,
    "publication.0004_tables_of_editions": INDEX,
    "publication.0005_rows_of_one_record": INDEX,
    "looked_after.0002_national_code_lists": NATIONAL,
    "reviews.0002_national_frameworks": NATIONAL,
    "sign_in.0002_sessions_of_accounts": "sessions are in no history",
}


def rename(apps, _editor):
    """What the migration of these tests does."""
    apps.get_model("people", "Team").objects.update(service="Children in need")


def migrate(operation, backwards=False):
    """Runs one step of a migration, and what follows all of them."""
    state = ProjectState.from_apps(apps)
    editor = connection.schema_editor()
    run = operation.database_backwards if backwards else operation.database_forwards
    run("people", editor, state, state)
    take_in_changes(using="default")


def faults(council):
    """The keys of the rows that are named."""
    return [(fault.model, fault.key) for fault in look_at_rows(council).faults]


@pytest.fixture
def teams():
    """Two teams that history has as they are."""
    rows = [people.team("North", service="CIN"), people.team("South", service="CIN")]
    adopt(council=rows[0].council, because="First look.", by=BY, on=DAY)
    return rows


def test_rows_that_a_migration_changed_are_in_one_entry_with_its_reason(teams):
    council = teams[0].council
    migrate(ChangeRows("people.Team", BECAUSE, rename))
    assert Team.objects.filter(service="Children in need").count() == 2
    assert faults(council) == [] and not [*set_faults(council)]
    entry = HistoryEntry.objects.latest("seq")
    assert (entry.what, entry.who, entry.reason) == (row_changes.MIGRATED, BY_MIGRATE, BECAUSE)
    assert entry.changes["rows"]["to"] == entry.rows[Team._meta.db_table]["rows"] == 2


BY_MIGRATE = row_changes.BY.history_name


def test_a_row_that_was_changed_past_the_program_before_stays_named(teams):
    alter(teams[0])
    migrate(ChangeRows("people.Team", BECAUSE, rename))
    assert faults(teams[0].council) == [(Team, teams[0].pk)]


def test_a_migration_without_that_step_leaves_its_rows_named_as_a_backward_one_does_not(teams):
    migrate(RunPython(rename))
    assert len(faults(teams[0].council)) == 2
    adopt(council=teams[0].council, because="Looked at.", by=BY, on=DAY)
    migrate(ChangeRows("people.Team", BECAUSE, rename, rename), backwards=True)
    assert faults(teams[0].council) == []


def test_rows_that_a_migration_adds_are_taken_in(teams):
    council = teams[0].council

    def add(apps, _editor):
        values = {"council_id": council.pk, "service": "x", "from_date": DAY, "created_on": DAY}
        names = {field.name for field in Team._meta.concrete_fields} | {"council_id"}
        known = {name: value for name, value in values.items() if name in names}
        apps.get_model("people", "Team").objects.create(name="East", **known)

    migrate(ChangeRows("people.Team", BECAUSE, add))
    assert faults(council) == []


def test_every_row_is_taken_in_anew_where_columns_change(teams):
    count = HistoryEntry.objects.count()
    alter(teams[1])
    migrate(ChangeRows("people.Team", "The column was renamed."))
    entry = HistoryEntry.objects.latest("seq")
    assert HistoryEntry.objects.count() == count + 1
    assert entry.rows[Team._meta.db_table]["rows"] == 1, "but for the one that was wrong before"
    assert faults(teams[0].council) == [(Team, teams[1].pk)]


def test_nothing_is_written_where_nothing_was_changed(teams):
    count = HistoryEntry.objects.count()
    take_in_changes(using="default")
    assert HistoryEntry.objects.count() == count


def test_no_migration_changes_rows_in_silence(settings):
    settings.MIGRATION_MODULES = {}
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith(OURS)}
    migrations = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    silent = {
        ".".join(key)
        for key, migration in migrations.items()
        for step in migration.operations
        if key[0] in ours and isinstance(step, RunPython | RunSQL)
        if not isinstance(step, ChangeRows)
    }
    assert silent == {*SILENT}, "say ChangeRows, or why its rows are not a council's"
