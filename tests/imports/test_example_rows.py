"""The example row of a template names what a council has, and changes nothing that stands."""

from datetime import date

import pytest

from assurance.audits.importing.agreed_actions import AUDIT_ACTIONS
from assurance.audits.importing.cases import CASE_AUDITS
from assurance.governance.importing.documents import DOCUMENTS
from assurance.imports import checks
from assurance.imports.file_templates import template_of, templates_of
from assurance.imports.kinds import KINDS
from assurance.imports.messages import warnings_to_accept
from assurance.imports.run.lifecycle import unpacked, why_not_import
from assurance.looked_after.importing.published import NATIONAL_COMPARISON
from assurance.runtime.periods import on_day
from assurance.tables.reader import read
from assurance.tables.workbook.writer import write_csv
from tests import cast
from tests.kinds.files import ON, imported, told
from tests.make import audits, findings, improvements, looked_after, people

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


def test_every_template_goes_in_without_a_question_once_what_it_names_is_there():
    council = cast.make_council()
    people.posts("Chief Planner")
    people.team("East", service="Duty", from_date=date(2018, 4, 1))
    audits.grade_scale()
    looked_after.census()
    findings.review(title="Focused visit")
    improvements.priority(improvements.plan(title="Plan of 2019"))
    surprises = {}
    with on_day(ON):
        for kind in KINDS:
            parts = [part for _, part in templates_of(kind)]
            files = [(part, write_csv(*template_of(kind, part, council))) for part in parts]
            tables = [table for part, file in files for table in read(f"{part}.csv", file)]
            run = checks.check(
                council=council, tables=tables, kinds=[kind], by=cast.officer(), on=ON
            )
            doubts = warnings_to_accept(unpacked(run.found), False)
            if run.refused or doubts or why_not_import(run):
                surprises[kind.key] = (why_not_import(run), doubts, told(run))
            elif kind.key in ("dbs-register", "case-audits"):
                imported(run)
    assert surprises == {}


@pytest.mark.parametrize(("on", "year"), [(date(2020, 2, 18), 2019), (date(2027, 1, 1), 2025)])
def test_a_year_that_is_still_to_come_is_not_given(on, year):
    with on_day(on):
        assert example(NATIONAL_COMPARISON, cast.make_council())["time_period"] == year
