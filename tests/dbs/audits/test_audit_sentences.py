"""Every sentence that refuses an audit, whole and at its field."""

from datetime import date, timedelta

import pytest

from assurance.dbs.forms.positions import CountForm, DbsAuditForm
from assurance.dbs.models.audits import DbsAudit
from assurance.people.models.people import Cohort
from assurance.runtime.periods import today
from tests.cast import make_council
from tests.dbs.entries import refused, typed, typed_audit
from tests.make import dbs, people
from tests.refusals import at

pytestmark = pytest.mark.django_db
# Still to come where a run goes on past midnight.
TO_COME = today() + timedelta(2)
DAYS = {"audit_date": dbs.AUDIT_DATE, "position_date": dbs.POSITION_DATE}


REFUSED = (
    *at(
        "needing",
        (
            "",
            (
                "The parts below add up to 351, which has been filled in here. Check it, then save "
                "again"
            ),
        ),
        ("some", "“People who need a check” must be a whole number, such as 351"),
    ),
    ({"audit_in_date": "-1"}, "audit_in_date", "“In date” at the audit must be 0 or more"),
    ({"rechecked": "many"}, "rechecked", "“Re-checked since” must be a whole number, such as 351"),
    *at(
        "due_0",
        ("1000001", "“Due in the month of the audit, not overdue” must be 1,000,000 or fewer"),
    ),
    (
        {"audit_in_date": "313"},
        "audit_not_broken_down",
        (
            "The other parts add up to 350, and the rest of 351 has been filled in here. Check "
            "it, then save again"
        ),
    ),
    (
        {"position_in_date": "329"},
        "position_in_date",
        ("The parts at the position date add up to 352, which is more than the 351 of the whole"),
    ),
    *at(
        "group_employee",
        ("350", "The groups add up to 350, which is fewer than the 351 of the whole"),
    ),
    *at(
        "rechecked",
        ("15", "The parts of the follow-up add up to 31, which is more than the 30 of the whole"),
    ),
    ({"due_0": "322"}, "due_0", "322 fall due in the months given, but only 321 were not overdue"),
    (
        {"position_date": date(2016, 1, 4)},
        "position_date",
        ("The audit was run on 5 January 2016: its position cannot be of an earlier date"),
    ),
    *at("source", ("x" * 201, "The source of the numbers must have 200 characters or fewer")),
    ({"cohort": "0"}, "cohort", "Select a population from the list"),
    ({"position_date": TO_COME}, "position_date", "The position date must be today or in the past"),
    (
        {"audit_overdue": "1"},
        "needing",
        "Enter those overdue either together or separately, not both",
    ),
    ({"source": ""}, "source", "Enter the source of the numbers"),
    ({"cohort": ""}, "cohort", "Select the population"),
    (
        {"position_date": date(2016, 1, 5)},
        "position_in_date",
        "The audit and the position have the same date, so their parts must be the same",
    ),
)


def test_an_audit_is_refused():
    council = people.cohort(usual=True).council
    for said, field, sentence in REFUSED:
        form = DbsAuditForm(typed_audit(**said), council=council)
        assert form.errors == {field: [sentence]}, said


def test_everything_typed_stays_beside_what_is_wrong(signed_in):
    dbs.policy()
    answer = signed_in.post("/dbs/audits/add/", typed_audit(audit_date=date(2009, 12, 31)))
    assert refused(answer, DbsAudit) == (
        "audit_date",
        (
            "No re-check policy was in force on 31 December 2009 for every group of this "
            "population: an administrator adds one under re-check policies"
        ),
    )
    page = answer.content.decode()
    assert 'value="DBS audit of January 2016"' in page and 'value="328"' in page


def test_a_count_is_refused():
    cohort = people.cohort(usual=True)
    for said in ({"position_date": date(2016, 1, 4)}, {"position_date": ""}, {"cohort": ""}):
        form = CountForm(typed(**{"cohort": cohort.pk, **DAYS, **said}), council=cohort.council)
        assert list(form.errors) == list(said)


def test_a_second_audit_of_a_day_is_refused_whether_entered_or_counted(signed_in):
    cohort = dbs.dbs_audit().cohort
    told = (
        "audit_date",
        "The DBS audit of 5 January 2016 of this population is kept already: correct that one",
    )
    assert refused(signed_in.post("/dbs/audits/add/", typed_audit()), DbsAudit, kept=1) == told
    answer = signed_in.post("/dbs/audits/count/", typed(cohort=cohort.pk, **DAYS))
    assert refused(answer, DbsAudit, kept=1) == told


def test_a_population_of_nobody_of_children_or_of_others_is_refused(signed_in):
    dbs.policy()
    empty = people.cohort("entered", groups=[], title="Visitors")
    answer = signed_in.post("/dbs/audits/count/", typed(cohort=empty.pk, **DAYS))
    assert refused(answer, DbsAudit) == ("cohort", "“Visitors” names no groups to count")
    for other in (
        people.cohort("children", kind=Cohort.CHILDREN),
        people.cohort(council=make_council("elsewhere")),
    ):
        answer = signed_in.post("/dbs/audits/count/", typed(cohort=other.pk, **DAYS))
        assert refused(answer, DbsAudit) == ("cohort", "Select a population from the list")
