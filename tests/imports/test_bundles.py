"""Kinds of several files: known together, shown together, imported and undone as one record."""

import pytest

from assurance.imports import operations
from assurance.imports.models import ImportRun
from assurance.imports.run.lifecycle import unpacked, why_not_undo
from assurance.people.models.teams import Team
from assurance.records.refusals import Refused
from tests import cast
from tests.imports.registers import everything
from tests.make import imports
from tests.make.imports import ON, checked, imported, row, table

pytestmark = pytest.mark.django_db
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


def test_a_bundle_that_is_not_whole_waits():
    run = checked(FIRST)
    assert run.state == "read"
    assert "other file" in unpacked(run.found)["units"][0]["why_not"]


def test_a_bundle_comes_in_beside_other_files_and_both_are_undone():
    cast.make_council()
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
