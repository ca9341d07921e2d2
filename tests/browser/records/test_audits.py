"""An officer's walk through case audits in a real browser: with a mouse, by keyboard, without
script.
"""

from datetime import date, timedelta

import pytest

from assurance.audits.models.case_audits import CaseAudit
from tests.browser.keys import follow, tab_to, typed
from tests.browser.reading import assert_at, assert_refused, assert_sound
from tests.cast import officer
from tests.make.audits import audit_total, case_audit, grade_scale
from tests.make.people import team

SAVE = "button:text-is('Save')"


@pytest.fixture
def audits(transactional_db):
    """Thirty audits on thirty days, so that the list has two pages."""
    return [
        case_audit(
            reference=f"CA-{number:02}",
            audited_on=date(2015, 1, 1) + timedelta(days=number),
            strengths="A clear plan" if number == 29 else "",
        )
        for number in range(30)
    ]


def fill_audit(page, reference="CA-2015-99"):
    """Fills the form of an audit."""
    page.fill("#id_reference", reference)
    for part, text in (("day", "2"), ("month", "march"), ("year", "2015")):
        page.fill(f"#id_audited_on_{part}", text)
    page.select_option("#id_team", label="Locality team")
    page.fill("#id_auditor_role", "Practice Manager")
    page.check("#id_own_team_1")
    page.select_option("#id_first_grade", label="Good (Four point)")


@pytest.mark.parametrize("address", ["/audits/", "/audits/add/", "/audits/totals/"])
def test_a_register_has_no_fault_in_either_look(page, skin, sign_in, audits, address):
    audit_total()
    sign_in(page, officer())
    page.goto(address)
    assert_sound(page)


def test_the_officers_walk_has_no_fault(page, built, sign_in, audits):
    sign_in(page, officer())
    page.goto("/audits/")
    page.click("text=Date of the audit")
    assert "sort=audited_on" in page.url
    assert_sound(page)
    page.goto("/audits/?done_from_day=31&done_from_month=2&done_from_year=2015")
    assert_sound(page)
    page.goto("/audits/add/")
    page.click(SAVE)
    assert_refused(page)
    assert_sound(page)
    fill_audit(page)
    page.click(SAVE)
    page.wait_for_selector("text=Case audit added.")
    assert_sound(page)
    page.click("a:has-text('Change grade at moderation')")
    assert_at(page, "/change/#id_moderated_grade")
    assert_sound(page)
    CaseAudit.objects.filter(reference="CA-2015-99").update(version=2, auditor_role="Team Manager")
    page.click(SAVE)
    page.wait_for_selector("text=Someone else changed this while you were writing")
    page.complaints.clear()  # the browser complains of the status 409 itself
    assert_sound(page)
    page.click(SAVE)
    page.wait_for_selector("text=Case audit changed.")
    page.click("a:text-is('Withdraw')")
    assert_sound(page)
    page.fill("#id_because", "Entered twice")
    page.click("button:has-text('Withdraw')")
    page.wait_for_selector("text=Case audit withdrawn.")
    assert_sound(page)
    page.goto("/audits/totals/add/")
    assert_sound(page)


def test_an_audit_is_added_filtered_and_opened_by_keyboard_alone(page, built, sign_in, db):
    team()
    grade_scale()
    sign_in(page, officer())
    page.goto("/audits/")
    follow(page, "a[href='/audits/add/']")
    typed(page, "#id_reference", "CA-1")
    for part, text in (("day", "2"), ("month", "mar"), ("year", "2015")):
        typed(page, f"#id_audited_on_{part}", text)
    typed(page, "#id_team", "Loc")
    typed(page, "#id_auditor_role", "Practice Manager")
    tab_to(page, "[name=own_team]")
    page.keyboard.press("Space")
    follow(page, "button[type=submit]")
    assert "Case audit added." in page.inner_text("main")
    page.goto("/audits/")
    typed(page, "#id_text", "CA-1")
    follow(page, "button[type=submit]")
    assert "1 found" in page.inner_text("[role=status]")
    tab_to(page, "thead th a")
    follow(page, "tbody th a")
    assert "Audit CA-1" in page.inner_text("h1")


def test_an_audit_is_added_without_script(without_script, built, sign_in, db):
    team()
    grade_scale()
    sign_in(without_script, officer())
    without_script.goto("/audits/add/")
    without_script.click(SAVE)
    assert "Enter the audit's reference" in without_script.inner_text(".govuk-error-summary")
    fill_audit(without_script)
    without_script.click(SAVE)
    assert "Case audit added." in without_script.inner_text("main")
