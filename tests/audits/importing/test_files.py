"""Case audits as a file: what a row asks for and what refuses it."""

from datetime import date

import pytest

from assurance.audits.importing.cases import CASE_AUDITS
from tests.dbs.importing.reading import refused
from tests.make.audits import case_audit, grade_scale
from tests.make.people import team

pytestmark = pytest.mark.django_db
DAY = date(2015, 7, 6)


def row(**said):
    """A row with what an audit needs."""
    usual = {"reference": "CA-1", "audited_on": DAY, "team": "Locality team"}
    return {**usual, "auditor_role": "Practice Manager", **said}


@pytest.fixture
def frame():
    """A team and a scale of four grades, in force from long ago."""
    return team(), grade_scale()


def test_the_edges_of_the_rules_are_taken(frame):
    assert refused(CASE_AUDITS, row(shared_on=DAY, recorded_on=DAY)) == []
    assert refused(CASE_AUDITS, row(audited_on=date(2010, 1, 1))) == []


def test_what_stands_is_read_where_a_row_is_silent(frame):
    case_audit(reference="CA-1", audited_on=DAY, shared_on=date(2015, 7, 10))
    assert refused(CASE_AUDITS, row(recorded_on=date(2015, 7, 11))) == []
    assert refused(CASE_AUDITS, row(recorded_on=date(2015, 7, 9))) == ["recorded_on"]
    assert refused(CASE_AUDITS, row(team=None, auditor_role=None)) == []


def test_the_columns_of_the_registers_own_file_are_known():
    known = {name.casefold() for one in CASE_AUDITS.columns for name in (one.label, *one.also)}
    file = "Reference,Date of the audit,Team,Service,How it was done,Auditor's role,Auditor's team"
    file += ",First grade,Grade at moderation,Shared,Recorded,Strengths,Areas for development"
    assert {name.casefold() for name in file.split(",")} <= known
