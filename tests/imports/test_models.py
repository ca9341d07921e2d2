"""What the database itself holds of runs, and who sees which."""

import pytest
from django.db import IntegrityError, transaction

from assurance.imports import operations
from assurance.imports.models import (
    CANCELLED,
    CHECKED,
    UNKNOWN,
    ColumnReading,
    ImportRun,
    RowWritten,
)
from assurance.imports.run.lifecycle import unpacked, why_not_undo
from assurance.people.models.teams import Team
from assurance.records.refusals import Refused
from tests import cast
from tests.imports.registers import everything
from tests.make import imports, people
from tests.make.imports import ON, checked, import_run, imported, row, table
from tests.sweeping import NamedCase

pytestmark = pytest.mark.django_db


WRONG = [
    {"state": CANCELLED, "ended_on": ON, "staged": b"x"},
    {"state": CANCELLED, "ended_on": ON, "found": b"x"},
    {"state": CANCELLED, "ended_on": None},
    {"state": CHECKED, "ended_on": ON},
    {"state": "undone", "ended_on": ON, "undone_on": None},
    {"state": CANCELLED, "ended_on": ON, "undone_on": ON},
]
RIGHT = [
    {"state": CHECKED, "ended_on": None, "staged": b"x", "found": b"x"},
    {"state": CANCELLED, "ended_on": ON},
    {"state": "undone", "ended_on": ON, "undone_on": ON},
]


def seen(user):
    """The titles of the runs that `user` sees."""
    return sorted(run.titles for run in ImportRun.objects.visible_to(user))


def run(title, *needs, **said):
    """A run that needs these permissions."""
    return import_run(titles=title, needs=f"|{'|'.join(needs)}|" if needs else "", **said)


def test_the_database_keeps_the_runs_that_can_be_and_refuses_the_others():
    for said in WRONG:
        with NamedCase(said), pytest.raises(IntegrityError), transaction.atomic():
            import_run(**said)
    assert all(import_run(**said).pk for said in RIGHT)


def test_a_row_is_accounted_for_once_in_a_run_and_a_shape_remembered_once_for_a_kind():
    row = {"run": import_run(), "model": "people.Team", "key": 1, "how": "added"}
    shape = {"council": cast.make_council(), "kind": "k", "digest": "d"}
    for model, told, other in (
        (RowWritten, row, {"run": import_run()}),
        (ColumnReading, shape, {"kind": "other"}),
    ):
        model.objects.create(**told)
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(**told)
        model.objects.create(**{**told, **other})


def test_a_run_shows_to_those_who_may_import_every_kind_of_it():
    run("Audits", "see and keep case-file audits")
    run("Checks", "see and keep DBS checks")
    run("Both", "see and keep case-file audits", "see and keep DBS checks")
    assert seen(cast.officer()) == ["Audits", "Both", "Checks"]
    assert seen(cast.officer(subject="audits")) == ["Audits"]
    assert seen(cast.officer(subject="dbs")) == ["Checks"]
    assert seen(cast.officer(subject="findings")) == []
    assert seen(cast.officer(cast.make_council("elsewhere"))) == []


def test_a_table_that_nobody_knows_shows_to_its_giver():
    giver, other = cast.officer(), cast.officer()
    run("Unknown", UNKNOWN, who=giver.history_name)
    assert (seen(giver), seen(other)) == (["Unknown"], [])


def test_what_was_imported_is_found_by_file_and_sheet():
    council = cast.make_council()
    held = import_run(state="imported", fingerprints="|aa/One|bb/|")
    import_run(fingerprints="|aa/One|")
    found = ImportRun.objects.with_the_file
    assert [one.pk for one in found(council, "aa", "One")] == [held.pk]
    assert [one.pk for one in found(council, "bb", "")] == [held.pk]
    assert not found(council, "aa", "Two") and not found(council, "a", "One")
    assert not found(cast.make_council("elsewhere"), "aa", "One")


def test_a_run_goes_by_what_it_brought_or_by_its_files():
    assert str(import_run(titles="Case audits")) == "Case audits"
    named = [{"name": "a.csv", "rows": 2}, {"name": "b.csv", "rows": 3}]
    given = import_run(files=named)
    assert (str(given), given.rows, given.is_open) == ("a.csv, b.csv", 5, False)
    assert given.history_name == f"import {given.pk}"
    written = RowWritten(model="people.Team", key=3, how="added")
    assert str(written) == "people.Team 3: added"
    assert str(ColumnReading(kind="k", columns={"ref": "reference"})) == "k: ref"


FIRST = table(("A1", 1), ("A2", 1), headings=("CHILD", "ONE"), name="first.csv")
SECOND = table(("A1", 2), (None, 2), headings=("CHILD", "TWO"), name="second.csv")


def test_the_files_of_a_bundle_are_one_part_with_what_has_to_be_confirmed():
    run = checked(SECOND, FIRST)
    [unit] = unpacked(run.found)["units"]
    assert (unit["kind"], unit["places"], unit["facts"]) == (
        "small-return",
        [0, 1],
        [["Year", "2016"]],
    )
    assert (run.added, run.refused, run.titles) == (2, 1, "A small return")


def test_a_bundle_comes_in_beside_other_files_and_both_are_undone():
    people.post("Practice Manager")
    before = everything()
    run = imported(FIRST, SECOND, table(row(1)))
    assert run.records[0][0] == "small-return"
    assert Team.objects.filter(service="R").count() == 2
    operations.undo(run=run, by=cast.officer(), on=ON)
    assert everything() == before


def test_a_bundle_says_itself_why_it_cannot_be_undone():
    run = imported(FIRST, SECOND)
    Team.objects.filter(name="A1").update(to_date=ON)
    assert why_not_undo(run) == "It has ended."
    with pytest.raises(Refused, match="It has ended"):
        operations.undo(run=run, by=cast.officer(), on=ON)
    assert ImportRun.objects.get().state == "imported"


def test_the_same_bundle_again_changes_nothing():
    imported(FIRST, SECOND)
    again = checked(FIRST, SECOND)
    assert (again.added, again.same) == (0, 2)
    assert unpacked(again.found)["tables"][0]["already"] == "18 January 2016"
    with pytest.raises(Refused, match="Nothing in these files"):
        operations.import_files(run=again, kinds=imports.KINDS, by=cast.officer(), on=ON)
