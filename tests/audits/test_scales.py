"""The scales that audits are graded by, kept by an administrator."""

from datetime import date

import pytest

from assurance.audits.models.scales import GradeScale
from assurance.audits.rules import case_audits
from assurance.records.history import HistoryEntry
from tests.cast import administrator
from tests.make.audits import case_audit, grade, grade_scale
from tests.page_requests import errors
from tests.refusals import each_refused

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2015, 3, 2), date(2015, 6, 30)
GRADES = "Outstanding\n Good\n\nRequires improvement\nInadequate"


def typed(**said):
    """What an administrator types for a scale in force from 1 January 2015."""
    usual = {"title": "Ofsted four", "grades": GRADES}
    first = {"from_date_day": "1", "from_date_month": "1", "from_date_year": "2015"}
    return {**usual, **first, **said}


@pytest.fixture
def keeper(client):
    """The client of an administrator."""
    client.force_login(administrator())
    return client


def test_a_scale_is_added_with_its_grades_best_first_and_ended_later(keeper):
    page = keeper.post("/audits/scales/add/", typed(), follow=True).content.decode()
    assert "Outstanding, Good, Requires improvement, Inadequate" in page
    scale = GradeScale.objects.get()
    assert scale.slug == "ofsted-four"
    assert [one.code for one in scale.grades.all()] == [
        *("outstanding", "good", "requires_improvement", "inadequate")
    ]
    address = f"/audits/scales/{scale.pk}/change/"
    assert "Requires improvement\nInadequate" in keeper.get(address).content.decode()
    ended = typed(grades="Met", to_date_day="30", to_date_month="6", to_date_year="2015")
    page = keeper.post(address, ended, follow=True).content.decode()
    assert "Grade scale changed." in page
    scale.refresh_from_db()
    assert (scale.to_date, scale.grades.count()) == (LAST, 4)
    assert HistoryEntry.objects.order_by("seq").last().changes.keys() == {"to_date"}


WRONG = [
    ({"title": ""}, "title", "Enter the title"),
    ({"title": "Four point"}, "title", "There is a scale of this title already"),
    ({"title": "!!"}, "title", "needs letters or numbers"),
    ({"grades": ""}, "grades", "Enter the grades"),
    ({"grades": "Good"}, "grades", "two grades or more"),
    ({"grades": "Good\ngood"}, "grades", "differ in their letters"),
    ({"grades": "Good\n??"}, "grades", "differ in their letters"),
    ({"grades": "Good\nNot graded"}, "grades", "is not a grade"),
    ({"grades": f"Good\n{'long ' * 20}"}, "grades", "is too long"),
    (
        {"to_date_day": "31", "to_date_month": "12", "to_date_year": "2014"},
        "to_date",
        "cannot end before that date",
    ),
]


def test_a_wrong_scale_gets_its_sentence(keeper):
    grade_scale()
    each_refused(keeper, "/audits/scales/add/", typed, WRONG, GradeScale)


def test_a_scales_days_include_every_audit_that_it_graded(keeper):
    scale = grade_scale()
    case_audit(audited_on=FIRST, first_grade=grade("good", scale))
    case_audit(audited_on=date(2015, 8, 1), first_grade=None)
    case_audit(audited_on=LAST, moderated_grade=grade("good", scale))
    address = f"/audits/scales/{scale.pk}/change/"
    too_short = typed(to_date_day="29", to_date_month="6", to_date_year="2015")
    assert (
        "from 2 March 2015 to 30 June 2015" in errors(keeper.post(address, too_short))["to_date"][0]
    )
    enough = typed(to_date_day="30", to_date_month="6", to_date_year="2015")
    assert keeper.post(address, enough).status_code == 302


def test_a_scale_may_begin_and_end_on_the_days_of_its_audits_and_no_nearer():
    assert case_audits.why_not_move_scale(FIRST, LAST, FIRST, LAST) is None
    assert case_audits.why_not_move_scale(FIRST, None, FIRST, LAST) is None
    assert case_audits.why_not_move_scale(LAST, None, None, None) is None
    assert case_audits.why_not_move_scale(date(2015, 3, 3), None, FIRST, LAST)
    assert case_audits.why_not_move_scale(FIRST, date(2015, 6, 29), FIRST, LAST)
    assert case_audits.why_not_move_scale(LAST, FIRST, None, None)


def test_every_scale_is_listed_and_teams_lead_to_them(keeper):
    grade_scale()
    assert "Four point" in keeper.get("/audits/scales/").content.decode()
    assert 'href="/audits/scales/"' in keeper.get("/teams/").content.decode()
