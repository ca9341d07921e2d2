"""The example row of a template names what a council has, and changes nothing that stands."""

from datetime import date

import pytest

from assurance.audits.importing.agreed_actions import AUDIT_ACTIONS
from assurance.audits.importing.cases import CASE_AUDITS
from assurance.governance.importing.documents import DOCUMENTS
from assurance.imports.file_templates import template_of
from assurance.looked_after.importing.published import NATIONAL_COMPARISON
from assurance.runtime.periods import on_day
from tests import cast
from tests.make import audits, people

pytestmark = pytest.mark.django_db


def example(kind, council):
    """Heading → cell of the example row."""
    headings, (row,) = template_of(kind, "", council)
    return dict(zip(headings, row, strict=True))


def test_an_audit_is_of_the_councils_own_teams_service_and_grades():
    council = cast.make_council()
    assert example(CASE_AUDITS, council) == example(CASE_AUDITS, None)
    today, began = date(2020, 2, 18), date(2018, 4, 1)
    people.team("East", service="Duty", from_date=began)
    people.team("Gone", service="Duty", to_date=date(2014, 1, 1))
    audits.grade_scale(grades=(("secure", "Secure"), ("weak", "Weak")), from_date=began)
    with on_day(today):
        row = example(CASE_AUDITS, council)
        assert (row["Team"], row["Service"], row["First grade"]) == ("East", "Duty", "Secure")
        assert (row["Own or another team"], row["Auditor’s team"]) == ("Own team", "")
        assert row["Date of the audit"] == row["Shared"] == row["Recorded"] == today
        people.team("West", service="Duty", from_date=began)
        row = example(CASE_AUDITS, council)
        assert (row["Own or another team"], row["Auditor’s team"]) == ("Another team", "West")


def test_a_post_is_one_of_the_council_where_it_has_any():
    council = cast.make_council()
    assert example(DOCUMENTS, council)["Owner’s post"] == "Head of Early Help"
    people.posts("Policy Officer", "Chief Planner")
    assert example(DOCUMENTS, council)["Owner’s post"] == "Chief Planner"
    people.posts("Head of Early Help")
    assert example(DOCUMENTS, council)["Owner’s post"] == "Head of Early Help"


def test_a_row_that_hangs_on_a_record_repeats_the_first_that_stands():
    council = cast.make_council()
    assert example(AUDIT_ACTIONS, council) == example(AUDIT_ACTIONS, None)
    action = audits.audit_action()
    assert example(AUDIT_ACTIONS, council)["Audit reference"] == action.audit.reference


@pytest.mark.parametrize(("on", "year"), [(date(2020, 2, 18), 2019), (date(2027, 1, 1), 2025)])
def test_a_year_that_is_still_to_come_is_not_given(on, year):
    with on_day(on):
        assert example(NATIONAL_COMPARISON, cast.make_council())["time_period"] == year
