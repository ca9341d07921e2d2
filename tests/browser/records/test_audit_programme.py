"""A quality-assurance lead's walk through the audit programme in a real browser."""

from datetime import date, timedelta

import pytest

from tests.browser.reading import assert_refused, assert_sound
from tests.cast import clerk, officer
from tests.make.audits import (
    allocation,
    audit_kind,
    audit_round,
    audit_theme,
    audit_total,
    case_audit,
    grade,
    learning_meeting,
)
from tests.make.people import team

SAVE = "button:text-is('Save')"


@pytest.fixture
def round_under_way(transactional_db, settings):
    """A round that is late and short, with audits of every kind in it."""
    settings.CANDOUR_TODAY = "2015-08-20"
    made = audit_round(begun_on=date(2015, 1, 5), report_due_on=date(2015, 7, 31), planned=20)
    allocation(audit_round=made)
    audit_round(theme="Supervision", start=date(2015, 7, 1), end=date(2015, 12, 31))
    for place in range(8):
        audit = case_audit(
            round=made,
            audited_on=date(2015, 1, 5) + timedelta(days=place * 20),
            own_team=place % 2 > 0,
            moderated_grade=grade("inadequate") if place % 3 == 0 else None,
            shared_on=date(2015, 6, 30) if place % 4 else None,
        )
        audit.themes.set([audit_theme()])
    audit_total(start=date(2015, 4, 1), end=date(2015, 4, 30))
    learning_meeting(rounds=[made])
    return made


def fill_day(page, name, day, month, year):
    """Fills the three boxes of a date."""
    for part, text in (("day", day), ("month", month), ("year", year)):
        page.fill(f"#id_{name}_{part}", text)


def test_a_lead_plans_a_round_allocates_it_and_closes_it_with_its_result(page, built, sign_in, db):
    team("North locality team")
    audit_kind()
    sign_in(page, officer())
    page.goto("/audits/programme/")
    page.click("text=Plan a round")
    page.click(SAVE)
    assert_refused(page)
    assert_sound(page)
    page.select_option("#id_kind", label="Case-file audit")
    fill_day(page, "start", "1", "jan", "2015")
    fill_day(page, "end", "30", "june", "2015")
    page.fill("#id_planned", "10")
    page.click(SAVE)
    page.wait_for_selector("text=Audit round added.")
    page.click("text=Add a line to the rule")
    for name, said in (("role", "Practice Manager"), ("own_team", "1"), ("other_team", "1")):
        page.fill(f"#id_{name}", said)
    page.click(SAVE)
    page.wait_for_selector("text=Allocation added.")
    assert_sound(page)
    page.click("a:has-text('Change closed')")
    fill_day(page, "begun_on", "5", "1", "2015")
    fill_day(page, "closed_on", "1", "7", "2015")
    page.click(SAVE)
    page.wait_for_selector("text=Enter the result: a round cannot be closed without one")
    page.fill("#id_result", "Plans without dates")
    page.click(SAVE)
    page.wait_for_selector("text=Audit round changed.")
    assert_sound(page)


def test_no_page_of_the_programme_has_a_fault(page, built, sign_in, round_under_way):
    sign_in(page, officer())
    for address in (
        *("programme/", f"programme/rounds/{round_under_way.pk}/", "shown/?step=quarter"),
        *("themes/again/", "learning/add/"),
    ):
        page.goto(f"/audits/{address}")
        assert_sound(page)


def test_a_clerk_reads_what_audits_show_without_script(
    without_script, built, sign_in, round_under_way
):
    sign_in(without_script, clerk())
    without_script.goto("/audits/programme/")
    assert "51 days late" in without_script.inner_text("main")
    without_script.click("text=What audits show")
    without_script.select_option("#id_step", label="Quarters")
    without_script.click("button:text-is('Apply')")
    said = without_script.inner_text("main")
    assert "Jan to Mar 2015" in said and "6 of 8, 75%" in said
    assert "Known as totals only" in said
