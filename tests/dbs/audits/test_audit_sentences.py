"""Every sentence that refuses an audit or a policy, whole and at its field, as the page says it."""

from datetime import date, timedelta

import pytest

from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.models.checks import RecheckPolicy
from assurance.people.models.people import Cohort
from assurance.runtime.periods import real_today
from tests.cast import administrator, make_council
from tests.dbs.entries import (
    refused,
    typed,
    typed_audit,
    typed_policy,
)
from tests.make import dbs, people

pytestmark = pytest.mark.django_db
# Still to come where a run goes on past midnight.
TO_COME = real_today() + timedelta(2)


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"needing": ""}, "needing", "Enter how many people need a check"),
        (
            {"needing": "some"},
            "needing",
            "The people who need a check must be a whole number, such as 351",
        ),
        ({"audit_in_date": "-1"}, "audit_in_date", "“In date” must be 0 or more"),
        (
            {"rechecked": "many"},
            "rechecked",
            "“Re-checked since” must be a whole number, such as 351",
        ),
        (
            {"due_0": "1000001"},
            "due_0",
            "“Due in the month of the audit, not overdue” must be 1,000,000 or fewer",
        ),
        (
            {"audit_in_date": "313"},
            "needing",
            ("The parts at the audit add up to 350, which is fewer than the 351 of the whole"),
        ),
        (
            {"position_in_date": "329"},
            "position_in_date",
            (
                "The parts at the position date add up to 352, which is more than the 351 of "
                "the whole"
            ),
        ),
        (
            {"group_employee": "350"},
            "group_employee",
            "The groups add up to 350, which is fewer than the 351 of the whole",
        ),
        (
            {"rechecked": "15"},
            "rechecked",
            ("The parts of the follow-up add up to 31, which is more than the 30 of the whole"),
        ),
        (
            {"due_0": "322"},
            "due_0",
            "322 fall due in the months given, but only 321 were not overdue",
        ),
        (
            {"position_date": date(2016, 1, 4)},
            "position_date",
            ("The audit was run on 5 January 2016: its position cannot be of a day before"),
        ),
        (
            {"source": "x" * 201},
            "source",
            "The source of the numbers must have 200 characters or fewer",
        ),
        ({"cohort": "0"}, "cohort", "Select a population from the list"),
        (
            {"position_date": TO_COME},
            "position_date",
            "The position date must be today or in the past",
        ),
        (
            {"audit_date": date(2009, 12, 31)},
            "audit_date",
            (
                "No re-check policy was in force on 31 December 2009 for every group of this "
                "population: an administrator adds one under re-check policies"
            ),
        ),
    ],
)
def test_an_audit_is_refused(signed_in, said, field, sentence):
    dbs.policy()
    answer = signed_in.post("/dbs/audits/add/", typed_audit(**said))
    assert refused(answer, DbsAudit) == (field, sentence)


def test_a_second_audit_of_a_day_is_refused_whether_entered_or_counted(signed_in):
    cohort = dbs.dbs_audit().cohort
    told = (
        "audit_date",
        "The DBS audit of 5 January 2016 of this population is kept already: correct that one",
    )
    assert refused(signed_in.post("/dbs/audits/add/", typed_audit()), DbsAudit, kept=1) == told
    days = {"audit_date": dbs.AUDIT_DATE, "position_date": dbs.POSITION_DATE}
    answer = signed_in.post("/dbs/audits/count/", typed(cohort=cohort.pk, **days))
    assert refused(answer, DbsAudit, kept=1) == told


def test_a_population_of_nobody_of_children_or_of_others_is_refused(signed_in):
    dbs.policy()
    days = {"audit_date": dbs.AUDIT_DATE, "position_date": dbs.POSITION_DATE}
    empty = people.cohort("entered", groups=[], title="Visitors")
    answer = signed_in.post("/dbs/audits/count/", typed(cohort=empty.pk, **days))
    assert refused(answer, DbsAudit) == ("cohort", "“Visitors” names no groups to count")
    for other in (
        people.cohort("children", kind=Cohort.CHILDREN),
        people.cohort(council=make_council("elsewhere")),
    ):
        answer = signed_in.post("/dbs/audits/count/", typed(cohort=other.pk, **days))
        assert refused(answer, DbsAudit) == ("cohort", "Select a population from the list")


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"from_date": ""}, "from_date", "Enter the first day"),
        (
            {"from_date": people.LONG_AGO},
            "from_date",
            ("The policy before it began on 1 January 2010: a new one begins after that day"),
        ),
        ({"approved_by": ""}, "approved_by", "Enter who approved it"),
        ({"minute": "x" * 121}, "minute", "The minute must have 120 characters or fewer"),
        ({"group": "family"}, "group", "Select the group from the list"),
    ],
)
def test_a_policy_is_refused(client, said, field, sentence):
    dbs.policy()
    client.force_login(administrator())
    answer = client.post("/dbs/policies/add/", typed_policy(**said))
    assert refused(answer, RecheckPolicy, kept=1) == (field, sentence)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("interval_months", "“Months from issue to re-check” must be a whole number from 1 to 120"),
        (
            "warn_days",
            "“Days of warning before it is due” must be a whole number from 0 to 366",
        ),
        (
            "lookup_months",
            "“Months that an Update Service answer holds” must be a whole number from 1 to 120",
        ),
    ],
)
@pytest.mark.parametrize("said", ["", "-1", "367", "1.5", "three"])
def test_months_and_days_of_a_policy_are_whole_numbers_in_bounds(client, name, sentence, said):
    client.force_login(administrator())
    answer = client.post("/dbs/policies/add/", typed_policy(**{name: said}))
    assert refused(answer, RecheckPolicy) == (name, sentence)
