"""The list of case-file audits and its file, by every filter."""

from datetime import date

import pytest

from assurance.audits.models.case_audits import CaseAudit
from tests.make.audits import case_audit, grade
from tests.make.people import team
from tests.sweeping import NamedCase, brief

pytestmark = pytest.mark.django_db


def references(answer):
    """The references that a list shows, in order."""
    return [line["record"].reference for line in answer.context["lines"]]


@pytest.fixture
def four(signed_in):
    """Four audits that differ in everything a filter asks for."""
    other = team("Looked-after team", service="Looked After")
    inadequate = grade("inadequate")
    case_audit(reference="A", audited_on=date(2015, 1, 1), shared_on=date(2015, 1, 2))
    case_audit(reference="B", audited_on=date(2015, 1, 31), moderated_grade=inadequate)
    case_audit(reference="C", audited_on=date(2015, 2, 1), own_team=False, strengths="Clear plan")
    case_audit(reference="D", audited_on=date(2015, 3, 1), team=other, first_grade=None)


@pytest.mark.long
def test_the_list_shows_what_was_asked_for(four, signed_in):
    for asked, found in [
        ("", "DCBA"),
        ("sort=reference", "ABCD"),
        ("sort=team_name", "ABCD"),
        ("done_from_day=31&done_from_month=1&done_from_year=2015", "DCB"),
        ("done_to_day=31&done_to_month=1&done_to_year=2015", "BA"),
        ("team=999&sort=nothing&page=99&withdrawn=perhaps", "DCBA"),
    ]:
        with NamedCase(brief((asked, found))):
            answer = signed_in.get(f"/audits/?{asked}")
            assert "".join(references(answer)) == found
            assert f'role="status">{len(found)} found' in answer.content.decode()


def test_what_waits_is_what_a_list_would_show(four):
    standing = CaseAudit.objects.all()
    assert {audit.reference for audit in standing.waiting_to_be_shared()} == set("BCD")
    assert {audit.reference for audit in standing.waiting_to_be_recorded()} == {"A"}


def test_a_filters_wrong_date_is_said_above_the_list(four, signed_in):
    page = signed_in.get("/audits/?done_from_day=31&done_from_month=2").content.decode()
    assert "There is a problem" in page
    assert "The start date must include a year" in page
