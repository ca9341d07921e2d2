"""Case audits as a file: what a row asks for and what refuses it."""

from datetime import date

import pytest

from assurance.audits.importing.cases import CASE_AUDITS
from assurance.audits.models.case_audits import CaseAudit
from tests.cast import officer
from tests.dbs.importing.reading import asked, refused, sentences
from tests.make.audits import case_audit, grade, grade_scale
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


def test_a_row_asks_for_one_audit_with_its_team_and_grades(frame):
    said = {"first_grade": "requires-improvement", "moderated_grade": "GOOD"}
    (audit,) = asked(CASE_AUDITS, row(**said))
    assert audit.model is CaseAudit and audit.identity == {"reference": "CA-1"}
    assert audit.values["team"] == frame[0]
    assert audit.values["first_grade"] == grade("requires_improvement")
    assert audit.values["moderated_grade"] == grade("good")


@pytest.mark.parametrize(
    ("said", "column"),
    [
        ({"team": "Nowhere team"}, "team"),
        ({"team": None}, "team"),
        ({"auditor_role": None}, "auditor_role"),
        ({"first_grade": "Splendid"}, "first_grade"),
        ({"moderated_grade": "Good"}, "moderated_grade"),
        ({"shared_on": date(2015, 7, 5)}, "shared_on"),
        ({"recorded_on": DAY}, "recorded_on"),
        ({"shared_on": DAY, "recorded_on": date(2015, 7, 5)}, "recorded_on"),
        ({"audited_on": date(2009, 12, 31)}, "team"),
    ],
)
def test_what_would_be_refused_if_it_were_typed_is_refused(frame, said, column):
    assert refused(CASE_AUDITS, row(**said)) == [column]


def test_the_edges_of_the_rules_are_taken(frame):
    assert refused(CASE_AUDITS, row(shared_on=DAY, recorded_on=DAY)) == []
    assert refused(CASE_AUDITS, row(audited_on=date(2010, 1, 1))) == []


def test_a_team_that_two_services_have_needs_the_service(frame):
    other = team(name="Locality  Team", service="Children looked after")
    assert refused(CASE_AUDITS, row()) == ["team"]
    (audit,) = asked(CASE_AUDITS, row(service="children looked after"))
    assert audit.values["team"] == other


def test_the_scale_of_the_audits_day_gives_the_grade():
    team()
    old = grade_scale("old", to_date=date(2014, 12, 31))
    new = grade_scale("new", from_date=date(2015, 1, 1))
    (then,) = asked(CASE_AUDITS, row(audited_on=date(2014, 12, 31), first_grade="Good"))
    (now,) = asked(CASE_AUDITS, row(first_grade="Good"))
    assert (then.values["first_grade"].scale, now.values["first_grade"].scale) == (old, new)
    ended = grade_scale("ended", (("met", "Met"), ("not", "Not met")), to_date=date(2012, 1, 1))
    assert ended.title in sentences(CASE_AUDITS, row(first_grade="Met"))[0]


def test_what_stands_is_read_where_a_row_is_silent(frame):
    case_audit(reference="CA-1", audited_on=DAY, shared_on=date(2015, 7, 10))
    assert refused(CASE_AUDITS, row(recorded_on=date(2015, 7, 11))) == []
    assert refused(CASE_AUDITS, row(recorded_on=date(2015, 7, 9))) == ["recorded_on"]
    assert refused(CASE_AUDITS, row(team=None, auditor_role=None)) == []


def test_an_audit_that_was_withdrawn_is_not_brought_back(frame):
    gone = {"withdrawn_on": DAY, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    case_audit(reference="CA-1", **gone)
    assert refused(CASE_AUDITS, row()) == ["reference"]


def test_the_columns_of_the_registers_own_file_are_known():
    known = {name.casefold() for one in CASE_AUDITS.columns for name in (one.label, *one.also)}
    file = "Reference,Date of the audit,Team,Service,How it was done,Auditor's role,Auditor's team"
    file += ",First grade,Grade at moderation,Shared,Recorded,Strengths,Areas for development"
    assert {name.casefold() for name in file.split(",")} <= known
