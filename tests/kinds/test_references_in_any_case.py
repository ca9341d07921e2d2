"""References in files: the same record in capitals and small letters, of the register and of the
file, and one row of two that differ in this alone."""

from datetime import date

import pytest

from assurance.audits.importing.agreed_actions import AUDIT_ACTIONS
from assurance.audits.importing.cases import CASE_AUDITS
from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.importing.register import DBS_REGISTER
from assurance.people.models.people import Person
from tests.cast import make_council
from tests.kinds.files import told
from tests.make import audits, people
from tests.make.imports import checked_rows, counts, imported_rows

pytestmark = pytest.mark.django_db
PERSON = {"name": "Ned Lowe", "group": "Employee", "service": "Early help", "role": "Tutor"}
AUDIT = {"team": "North", "auditor": "Director", "audited_on": "6 July 2015"}


def row(kind, **cells):
    """The cells of a row in the order of the columns of `kind`."""
    return tuple(cells.get(column.name) for column in kind.columns)


def person(reference, **cells):
    """A row of the DBS register."""
    return row(DBS_REGISTER, reference=reference, **{"starts_on": "1 May 2015", **PERSON, **cells})


def audit(reference, **cells):
    """A row of the case audits."""
    return row(CASE_AUDITS, reference=reference, **{**AUDIT, **cells})


def test_a_person_of_the_register_is_found_in_other_letters():
    people.person(reference="Zq1", name="Ned Lowe")
    imported_rows(DBS_REGISTER, person("ZQ1", work_email="ned@council.example"))
    [kept] = Person.objects.all()
    assert (kept.reference, kept.work_email) == ("Zq1", "ned@council.example")


def test_two_rows_of_one_new_person_are_one_person():
    run = imported_rows(DBS_REGISTER, person("z1"), person("Z1"))
    assert counts(run)[3] == 0
    assert [kept.reference for kept in Person.objects.all()] == ["z1"]


def test_two_rows_of_one_new_person_that_differ_are_refused():
    run = checked_rows(DBS_REGISTER, person("z1"), person("Z1", name="Ann Fell"))
    assert counts(run)[3] == 2


def test_audits_and_what_they_repeat_are_found_in_other_letters():
    people.team("North")
    people.post("Director")
    audits.case_audit(reference="Ca-1", audited_on=date(2015, 3, 2))
    imported_rows(CASE_AUDITS, audit("ca-2", earlier_audit="CA-1"), audit("CA-3"))
    second = CaseAudit.objects.get(reference="ca-2")
    assert second.earlier_audit.reference == "Ca-1"
    run = imported_rows(
        CASE_AUDITS, audit("CA-3", audited_on="7 July 2015", earlier_audit="CA-2"), audit("CA-2")
    )
    assert CaseAudit.objects.count() == 3 and counts(run)[3] == 0
    assert CaseAudit.objects.get(reference="CA-3").earlier_audit == second


def test_the_audit_of_an_action_is_found_in_other_letters():
    people.post("Director")
    kept = audits.case_audit(reference="Ca-1", audited_on=date(2015, 3, 2))
    cells = {"text": "Agree a date", "owner": "Director", "due_on": "31 August 2015"}
    imported_rows(AUDIT_ACTIONS, row(AUDIT_ACTIONS, reference="cA-1", **cells))
    assert AuditAction.objects.get().audit == kept


def test_a_reference_of_a_refused_row_is_told_as_typed():
    people.person(reference="Zq1", name="Ned Lowe")
    run = checked_rows(DBS_REGISTER, person("ZQ1", starts_on="31 June 2015"))
    assert [(column, number) for number, column, *_ in told(run)] == [("Role began on", 2)]
    assert Person.objects.of(make_council()).count() == 1
