"""A guard that was lifted, or that refuses nothing any more, is named, and can be put back."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from assurance.records import database
from assurance.records.history_guard import HISTORY
from assurance.records.proofs.placed_guards import changed_guards, foreign_triggers, put_back
from reports.issue.site.checks import TRIGGER, look_at_shared
from tests.records.proofs.altered_rows import without_guards

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]
MADE = ("eborford", "Eborford Council", "--administrator", "administrator@eborford.example")
TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def tell(statement):
    """Says one statement to the database."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


def triggers():
    """The triggers of the database, by name → where to drop it."""
    return {name for (name,) in tell(TABLES[connection.vendor])}


def drop(name, table):
    on = f" ON {table}" if connection.vendor == "postgresql" else ""
    tell(f"DROP TRIGGER {name}{on}")


def test_all_are_as_migrations_place_them():
    assert changed_guards(connection) == []
    assert len(triggers()) > len(database.guards())


def test_each_guard_that_is_lifted_is_named_and_the_others_are_not():
    before = triggers()
    for guard in database.guards():
        guard.lift(connection)
        gone = before - triggers()
        assert gone and set(changed_guards(connection)) == gone
        guard.place(connection)
        assert changed_guards(connection) == []


def test_a_trigger_that_no_migration_placed_is_named():
    assert foreign_triggers(connection) == []
    log = "accounts_loggedaccess"
    if connection.vendor == "sqlite":
        tell(f"CREATE TRIGGER hides AFTER INSERT ON {log} BEGIN DELETE FROM {log}; END")
    else:
        body = f"$$ BEGIN DELETE FROM {log}; RETURN NULL; END $$ LANGUAGE plpgsql"
        tell(f"CREATE FUNCTION hides() RETURNS trigger AS {body}")
        tell(f"CREATE TRIGGER hides AFTER INSERT ON {log} EXECUTE FUNCTION hides()")
    assert foreign_triggers(connection) == ["hides"] and changed_guards(connection) == []
    wrong = [fault for fault in look_at_shared().faults if fault.name == "the database/hides"]
    assert [fault.why for fault in wrong] == [TRIGGER]


def test_a_guard_that_refuses_nothing_is_named():
    name = f"{HISTORY}_no_delete" if connection.vendor == "sqlite" else f"{HISTORY}_no_change"
    if connection.vendor == "sqlite":
        drop(name, HISTORY)
        tell(f"CREATE TRIGGER {name} BEFORE DELETE ON {HISTORY} BEGIN SELECT 1; END")
        assert changed_guards(connection) == [name]
        return
    body = "$$ BEGIN RETURN OLD; END $$ LANGUAGE plpgsql"
    tell(f"CREATE OR REPLACE FUNCTION {HISTORY}_refuse() RETURNS trigger AS {body}")
    assert name in changed_guards(connection)


def test_on_postgresql_a_guard_that_is_switched_off_is_named():
    if connection.vendor != "postgresql":
        assert changed_guards(connection) == []
        return
    tell(f"ALTER TABLE {HISTORY} DISABLE TRIGGER {HISTORY}_no_change")
    assert changed_guards(connection) == [f"{HISTORY}_no_change"]


def test_what_is_put_back_refuses_again():
    call_command("create_council", *MADE)
    without_guards()
    put_back(connection)
    assert changed_guards(connection) == []
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        tell(f"DELETE FROM {HISTORY}")


def test_the_check_of_records_names_it_and_the_command_puts_it_back(capsys):
    call_command("create_council", *MADE)
    call_command("verify")
    lifted = len(database.guards())
    without_guards()
    with pytest.raises(CommandError) as refused:
        call_command("verify")
    lines = str(refused.value).splitlines()
    assert len([line for line in lines if line.startswith("the database/")]) > lifted
    assert all("place_guards" in line for line in lines)
    call_command("place_guards")
    [number] = [line for line in capsys.readouterr().out.splitlines() if "are put back" in line]
    assert number.endswith(f": {len(lines)}.")
    call_command("verify")
