"""Checking, importing and undoing: what is written, what is refused, what is left as it was."""

from dataclasses import replace
from datetime import date

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports import operations
from assurance.imports.run.lifecycle import unpacked
from assurance.records.history import HistoryEntry
from tests import cast
from tests.imports.registers import everything
from tests.make import audits, imports, people
from tests.make.imports import ON, checked, imported, row, table

pytestmark = pytest.mark.django_db


def counts(run):
    """Added, changed, same, refused."""
    return run.added, run.changed, run.same, run.refused


def test_rows_are_imported_with_the_rows_they_hang_on():
    run = imported(table(row(1), row(2, team="South")))
    audit = CaseAudit.objects.get(reference="CA-2")
    assert (audit.team.name, audit.audited_on, audit.created_on) == ("South", date(2015, 1, 31), ON)
    assert (run.state, run.staged, run.found) == ("imported", None, None)
    assert [one["rows"] for one in run.files] == [2]
    assert HistoryEntry.objects.latest("seq").what == "imports.bring_in"


def test_a_changed_row_raises_its_version_and_says_from_what_to_what():
    people.team("North")
    audits.case_audit(reference="CA-1", audited_on=date(2015, 1, 30), team=people.team("North"))
    run = checked(table(row(1, actions="Call the school", strengths="Good plan")))
    told = {
        what: (was, now) for _, what, was, now in unpacked(run.found)["units"][0]["changes"]["2"]
    }
    assert told["audited on"] == ("30 January 2015", "31 January 2015")
    assert told["strengths"] == ("", "Good plan")
    operations.import_files(run=run, kinds=imports.KINDS, by=cast.officer(), on=ON)
    audit = CaseAudit.objects.get()
    assert (audit.version, audit.actions, audit.strengths) == (2, "Call the school", "Good plan")


def test_a_withdrawn_rows_reference_is_refused():
    audit = audits.case_audit(reference="CA-1", team=people.team("North"))
    CaseAudit.objects.filter(pk=audit.pk).update(
        withdrawn_on=ON, withdrawn_by=cast.officer(), withdrawn_because="Twice"
    )
    run = checked(table(row(1)))
    assert counts(run) == (0, 0, 0, 1)
    [refused] = unpacked(run.found)["units"][0]["refusals"]
    assert "was withdrawn" in refused["wrong"]


def test_another_councils_rows_are_neither_found_nor_changed():
    elsewhere = cast.make_council("elsewhere")
    audits.case_audit(reference="CA-1", council=elsewhere)
    before = CaseAudit.objects.filter(council=elsewhere).values().get()
    assert counts(imported(table(row(1)))) == (1, 0, 0, 0)
    assert CaseAudit.objects.filter(council=elsewhere).values().get() == before


def test_what_the_database_refuses_is_said_at_the_check_with_its_row_and_left_out():
    lax = replace(imports.AUDITS, faults=lambda values, reading: ())
    people.post("Practice Manager")
    before = everything()
    run = checked(table(row(1, shared="01/01/2015"), row(2)), kinds=(lax,))
    assert everything() == before
    assert counts(run) == (1, 0, 0, 1)
    [refused] = unpacked(run.found)["units"][0]["refusals"]
    assert (refused["row"], refused["column"]) == (2, "Audited on")
    assert "audited on and shared on do not go together" in refused["wrong"].casefold()
    operations.import_files(run=run, kinds=(lax,), by=cast.officer(), on=ON)
    assert [*CaseAudit.objects.values_list("reference", flat=True)] == ["CA-2"]


def test_a_register_that_moved_is_left_as_it_is_until_it_was_looked_at_again():
    run = checked(table(row(1)))
    audits.case_audit(reference="CA-1", team=people.team("North"))
    before = everything()
    with pytest.raises(operations.RegisterChanged, match="has changed since"):
        operations.import_files(run=run, kinds=imports.KINDS, by=cast.officer(), on=ON)
    assert everything() == before
