"""A check writes no table: it reads, and what later files are to find goes to copies of its own."""

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.db.backends.sqlite3._functions import register

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports import checks, operations
from assurance.imports.models import ImportRun
from assurance.imports.plan.headings import Choices
from assurance.imports.run.lifecycle import unpacked
from assurance.imports.upload import Days
from assurance.looked_after.importing.returns import SSDA903
from assurance.looked_after.models.censuses import Census
from assurance.people.models.people import Person
from assurance.people.models.teams import Team
from assurance.runtime.databases.trial import WRITES, trial
from assurance.tables.reader import read
from tests import cast
from tests.imports.registers import everything
from tests.make import imports, looked_after, people
from tests.make.imports import ON, checked, row, table
from tests.make.looked_after import BOY, EPISODES, GIRL, LATE, OPEN, csv
from tests.own_database import database_called

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]
# Its own tables, and the index of search, which makes tables of its own.
MADE_BY_SQLITE = ("CREATE TABLE sqlite_", "CREATE VIRTUAL")
LATER_ON = date(2018, 6, 1)
TEAMS = table(("Child in Need", "West", "30/04/2010"), headings=("Service", "Team", "From"))
HEADER = csv(looked_after.HEADER, BOY, GIRL)
RETURN = {"header.csv": HEADER, "episodes.csv": csv(EPISODES, OPEN, LATE)}
OTHER = OPEN.replace("U4", "K2"), LATE, "8,01/05/2017,S,C2,N1,U4,PR4,30/05/2017,E11,,,,"
LATER = {"header.csv": HEADER, "episodes.csv": csv(EPISODES, *OTHER)}


def is_copy(name):
    """Whether the table that statements call so is one of this connection alone."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT 1 FROM sqlite_temp_master WHERE name = %s", [name])
            return bool(cursor.fetchall())
        cursor.execute(
            "SELECT relpersistence = 't' FROM pg_class WHERE oid = to_regclass(%s)", [name]
        )
        return cursor.fetchall() == [(True,)]


@contextmanager
def written_tables():
    """A set of (table, whether that is a copy) of what statements write meanwhile."""
    tables = set()

    def note(execute, sql, parameters, many, context):
        result = execute(sql, parameters, many, context)
        if found := WRITES.match(sql):
            tables.add((found[1], is_copy(found[1])))
        return result

    with connection.execute_wrapper(note):
        yield tables


def check_only(council, *tables):
    """A check of the tables that is not kept."""
    return checks.check_only(council, tables, imports.KINDS, (), Days(), ON)


def return_tables(files):
    """The tables of files, name → bytes."""
    return [one for name, content in files.items() for one in read(name, content)]


def test_a_check_of_one_file_writes_nothing_at_all():
    council = cast.make_council()
    people.post("Practice Manager", council=council)
    with written_tables() as tables:
        check_only(council, table(row(1), row(2, date="31/02/2015")))
    assert tables == set()


def test_a_check_that_is_kept_writes_its_run_and_history_alone():
    by = cast.officer()
    people.post("Practice Manager", council=by.council)
    with written_tables() as tables:
        checked(table(row(1)), council=by.council, by=by)
    ours = {name for name, is_one in tables if not is_one}
    assert ours == {
        *("imports_importrun", "records_historyhead"),
        *("records_historyentry", "records_writtenrows"),
    }


def test_what_a_later_file_hangs_on_is_found_and_goes_to_copies_alone():
    council = cast.make_council()
    people.post("Practice Manager", council=council)
    before = everything()
    with written_tables() as tables:
        run = checked(TEAMS, table(row(1, team="West")), council=council)
    teams = Team._meta.db_table
    assert (teams, False) not in tables
    # PostgreSQL takes rows at once, past the cursors that are watched here.
    assert connection.vendor == "postgresql" or (teams, True) in tables
    assert everything() == before
    units = unpacked(run.found)["units"]
    assert [dict(unit["models"]) for unit in units] == [
        {"teams": {"added": 1}},
        {"teams": {"same": 1}, "case audits": {"added": 1}},
    ]
    operations.import_files(run=run, kinds=imports.KINDS, by=cast.officer(council), on=ON)
    assert CaseAudit.objects.get().team.from_date == date(2010, 4, 30)


def test_a_return_of_days_counted_before_is_weighed_in_copies_alone(settings):
    settings.CANDOUR_TODAY = LATER_ON.isoformat()
    council, by = cast.make_council(), cast.officer()
    told = {"kinds": (SSDA903,), "by": by, "on": LATER_ON}
    run = checks.check(council=council, tables=return_tables(RETURN), **told)
    operations.import_files(run=run, **told)
    before = everything()
    with written_tables() as tables:
        tables_given = return_tables(LATER)
        found = checks.check_only(council, tables_given, (SSDA903,), (), Days(), LATER_ON)
    assert tables and all(is_one for _, is_one in tables)
    assert (Census._meta.db_table, True) in tables
    assert everything() == before
    run = operations.check(council=council, checked=found, by=by, on=LATER_ON)
    assert (run.added, run.changed) == (1, 1)


def test_what_is_written_in_a_trial_is_read_there_and_is_gone_after_it():
    people.person(reference="A1")
    with trial():
        people.person(reference="A2")
        Person.objects.filter(reference="A1").update(name="Other")
        with trial():
            Person.objects.filter(reference="A2").delete()
            assert Person.objects.count() == 1
        assert {*Person.objects.values_list("reference", flat=True)} == {"A1", "A2"}
        assert Person.objects.get(reference="A1").name == "Other"
        assert len({*Person.objects.values_list("pk", flat=True)}) == Person.objects.count()
    assert [*Person.objects.values_list("reference", flat=True)] == ["A1"]
    assert Person.objects.get().name != "Other"


def test_a_trial_leaves_what_history_is_to_prove_as_it_was():
    person = people.person(reference="A1")
    known = {model: {*keys} for model, keys in connection.written.items()}
    with trial():
        people.person(reference="A2")
    after = {model: {*keys} for model, keys in connection.written.items()}
    assert after == known and person.pk in known[Person]


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has no one lock of all")
def test_others_write_while_a_check_is_under_way(tmp_path):
    path = tmp_path / "candour.sqlite3"
    with connection.cursor() as cursor, closing(sqlite3.connect(path)) as other:
        register(other)
        cursor.execute("SELECT sql FROM sqlite_master WHERE sql <> ''")
        for (text,) in cursor.fetchall():
            if not text.startswith(MADE_BY_SQLITE):
                other.execute(text)
    with database_called(str(path)):
        council, by = cast.make_council(), cast.officer()
        people.post("Practice Manager", council=council)
        done = []

        def write(words):
            with closing(sqlite3.connect(path, timeout=0)) as other, other:
                other.execute("UPDATE accounts_council SET name = ?", [f"Name {len(done)}"])
            done.append(words)

        def weigh(values, reading):
            write("row")
            return ()

        slow = replace(imports.AUDITS, faults=weigh)
        run = checks.check(council=council, tables=[table(row(1))], kinds=(slow,), by=by, on=ON)
        assert done == ["row"] and run.state == "checked"
        checks.check_again(run=run, kinds=(slow,), choices=[Choices()], by=by, on=ON, tell=write)
        assert len(done) == 3 and ImportRun.objects.get().added == 1
