"""The pages of case-file audits, by the officer who keeps them."""

from datetime import date, timedelta

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.runtime.periods import today
from tests.audits.entries import typed
from tests.cast import make_council, officer
from tests.make.audits import case_audit, grade, grade_scale
from tests.make.people import team
from tests.page_requests import errors
from tests.refusals import each_refused

pytestmark = pytest.mark.django_db
# Still to come where a run goes on past midnight.
TO_COME = today() + timedelta(days=2)


def test_an_officer_adds_an_audit_and_reads_it_back(signed_in):
    said = {"shared_on": date(2015, 3, 9), "recorded_on": date(2015, 3, 10)}
    answer = signed_in.post("/audits/add/", typed(**said, strengths="A clear plan"), follow=True)
    page = answer.content.decode()
    for words in ("Case audit added.", "2 March 2015", "9 March 2015", "Own team", "A clear plan"):
        assert words in page
    audit = CaseAudit.objects.get()
    assert (audit.reference, audit.own_team, audit.version) == ("CA-2015-014", True, 1)
    assert audit.council == make_council()


WRONG = [
    ({"reference": ""}, "reference", "Enter the audit’s reference"),
    ({"reference": "x" * 41}, "reference", "must have 40 characters or fewer"),
    ({"reference": "TAKEN"}, "reference", "belongs to the audit of 2 March 2015"),
    ({"reference": "taken"}, "reference", "belongs to the audit of 2 March 2015"),
    ({"reference": "GONE"}, "reference", "withdrawn on 5 March 2015"),
    ({"audited_on": None}, "audited_on", "Enter the date of the audit"),
    ({"audited_on": TO_COME}, "audited_on", "must be today or in the past"),
    ({"team": ""}, "team", "Select the team"),
    ({"team": "999"}, "team", "Select a team from the list"),
    ({"method": "post"}, "method", "from the list"),
    ({"auditor": ""}, "auditor", "Select the post: “Auditor’s post”"),
    ({"auditor": "999"}, "auditor", "Select a post from the list"),
    ({"own_team": ""}, "own_team", "Select which team"),
    ({"first_grade": "999"}, "first_grade", "Select the first grade from the list"),
    ({"shared_on": date(2015, 3, 1)}, "shared_on", "cannot have been shared"),
    ({"shared_on": TO_COME}, "shared_on", "must be today or in the past"),
]


@pytest.mark.long
def test_a_wrong_entry_gets_its_sentence_and_everything_typed_stays(signed_in):
    case_audit(reference="TAKEN")
    case_audit(
        reference="GONE",
        withdrawn_on=date(2015, 3, 5),
        withdrawn_by=officer(),
        withdrawn_because="Entered twice",
    )
    each_refused(signed_in, "/audits/add/", typed, WRONG, CaseAudit, strengths="A clear plan")


def test_a_reference_that_is_used_is_told_with_every_other_fault(signed_in):
    taken = case_audit(reference="TAKEN")
    answer = signed_in.post("/audits/add/", typed(reference="taken", team="", auditor=""))
    assert set(errors(answer)) == {"reference", "team", "auditor"}
    form = signed_in.get(f"/audits/{taken.pk}/change/").context["form"]
    own = typed(reference="TAKEN", version=form["version"].value(), team="")
    assert set(errors(signed_in.post(f"/audits/{taken.pk}/change/", own))) == {"team"}


def test_a_team_that_ended_is_offered_with_the_date(signed_in):
    ended, going_on = team("Old", to_date=date(2016, 3, 31)), team("New")
    last = team("Last day", to_date=today())
    form = signed_in.get("/audits/add/").context["form"]
    for name in ("team", "auditor_team"):
        words = {str(key): text for key, text in form.fields[name].choices}
        assert words[str(ended.pk)] == "Old (ended on 31 March 2016)"
        assert (words[str(going_on.pk)], words[str(last.pk)]) == ("New", "Last day")
    assert "Old (ended on 31 March 2016)" in signed_in.get("/audits/programme/rounds/add/").text
    assert "Old (ended on 31 March 2016)" in signed_in.get("/audits/learning/add/").text


def test_a_grade_of_another_councils_scale_cannot_be_chosen(signed_in):
    theirs = grade("good", grade_scale(council=make_council("otherby")))
    answer = signed_in.post("/audits/add/", typed(first_grade=theirs.pk))
    assert "first_grade" in errors(answer)


def test_a_grade_of_a_scale_that_had_ended_is_refused_by_name(signed_in):
    old = grade_scale("three-point", (("met", "Met"),), to_date=date(2014, 12, 31))
    answer = signed_in.post("/audits/add/", typed(first_grade=grade("met", old).pk))
    assert "“Met” belongs to “Three point”" in errors(answer)["first_grade"][0]
