"""An officer's walk through DBS checks in a real browser: with a mouse, by keyboard, without
script; and a clerk's reading of the counts.
"""

from datetime import date

import pytest

from assurance.dbs.models.checks import DbsCheck
from tests.browser.keys import follow, tab_to
from tests.browser.reading import assert_refused, assert_sound
from tests.cast import administrator, clerk, officer
from tests.make import dbs, people

SAVE = "button:text-is('Save')"


@pytest.fixture
def register(transactional_db, settings):
    """Thirty people on the demonstration's day, so that the list has two pages; an audit."""
    settings.CANDOUR_TODAY = "2016-01-18"
    for number in range(30):
        person = people.person(name=f"Post holder {number:02}")
        people.engagement(person=person)
        dbs.dbs_check(person=person, issued_on=date(2013, 1, 1 + number))
    return dbs.dbs_audit(by_group={"employee": 300, "agency": 51})


def fill_date(page, name, day, month, year):
    """Types a date into its three boxes."""
    for part, text in (("day", day), ("month", month), ("year", year)):
        page.fill(f"#id_{name}_{part}", text)


def go(page, selector):
    """Presses what `selector` names and waits for the page that it leads to."""
    with page.expect_navigation():
        page.click(selector)


def saved(page, words):
    """Waits for the message that something was saved, and looks at the page."""
    page.wait_for_selector(f"text={words}")
    assert_sound(page)


@pytest.mark.parametrize("address", ["/dbs/", "/dbs/audits/", "/dbs/audits/add/"])
def test_a_dbs_page_has_no_fault_in_either_look(page, skin, sign_in, register, address):
    sign_in(page, officer())
    page.goto(address)
    assert_sound(page)


def test_the_officers_walk_has_no_fault(page, built, sign_in, register):
    sign_in(page, officer())
    page.goto("/dbs/?status=past_due")
    assert "17 found" in page.inner_text("[role=status]")
    assert_sound(page)
    page.goto("/dbs/add/")
    go(page, SAVE)
    assert_refused(page)
    assert_sound(page)
    page.fill("#id_reference", "A1")
    page.fill("#id_name", "Newcomer")
    go(page, SAVE)
    saved(page, "Person added.")
    go(page, "text=Add a role")
    assert_sound(page)
    page.select_option("#id_group", "employee")
    page.fill("#id_service", "Child in Need")
    page.fill("#id_role", "Social Worker")
    fill_date(page, "starts_on", "1", "march", "2014")
    go(page, SAVE)
    saved(page, "Role added.")


def test_a_certificate_is_mended_added_and_withdrawn(page, built, sign_in, register):
    sign_in(page, officer())
    page.goto(f"/dbs/{people.engagement().person.pk}/")
    go(page, "text=Add a certificate")
    page.fill("#id_certificate_number", "12345")
    fill_date(page, "issued_on", "31", "2", "2016")
    go(page, SAVE)
    assert "this one has 5" in page.inner_text(".govuk-error-summary")
    assert page.input_value("#id_issued_on_day") == "31"
    assert_sound(page)
    page.fill("#id_certificate_number", "9988 7766 5544")
    fill_date(page, "issued_on", "2", "3", "2015")
    go(page, SAVE)
    saved(page, "Certificate added.")
    assert "998877665544" not in page.content()
    go(page, "a:text-is('ending 5544')")
    assert_sound(page)
    go(page, "a:text-is('Withdraw')")
    page.fill("#id_because", "Another person's")
    go(page, "button:has-text('Withdraw')")
    saved(page, "Certificate withdrawn.")
    for add in ("Add an application", "Add an Update Service look-up"):
        go(page, f"text={add}")
        assert_sound(page)
        page.go_back()


def test_the_officers_audits_have_no_fault(page, built, sign_in, register):
    sign_in(page, officer())
    page.goto("/dbs/audits/")
    go(page, "text=Count a DBS audit from the register")
    assert_sound(page)
    page.select_option("#id_cohort", label="Children's social care staff")
    fill_date(page, "audit_date", "6", "1", "2016")
    fill_date(page, "position_date", "15", "1", "2016")
    go(page, "button:text-is('Count')")
    saved(page, "DBS audit counted from the register.")
    go(page, "a:text-is('Change')")
    assert_sound(page)
    page.fill("#id_corrected_because", "Late records")
    go(page, "button:text-is('Count again')")
    saved(page, "DBS audit changed.")
    page.goto(f"/dbs/audits/{register.pk}/change/")
    page.fill("#id_needing", "352")
    page.fill("#id_corrected_because", "One was missing")
    go(page, SAVE)
    assert "351, which is fewer than the 352" in page.inner_text(".govuk-error-summary")
    assert_sound(page)


def test_a_clerk_reads_the_counts_and_is_offered_no_change(page, built, sign_in, register):
    sign_in(page, clerk())
    page.goto("/home/")
    go(page, "nav >> text=DBS checks")
    go(page, "a:text-is('5 January 2016')")
    assert "335 of 351 (95.4%)" in page.inner_text("main")
    assert page.locator("a:has-text('Change')").count() == 0
    assert_sound(page)


def test_an_administrator_keeps_policies_and_populations(page, built, sign_in, register):
    sign_in(page, administrator())
    for address in ("/dbs/policies/", "/dbs/policies/add/", "/teams/populations/"):
        page.goto(address)
        assert_sound(page)
    page.goto("/teams/populations/add/")
    assert_sound(page)


def test_a_certificate_is_added_by_keyboard_alone(page, built, sign_in, db):
    person = people.engagement().person
    sign_in(page, officer())
    page.goto("/dbs/")
    follow(page, f"tbody a[href='/dbs/{person.pk}/']")
    follow(page, f"a[href='/dbs/{person.pk}/certificates/add/']")
    for selector, text in (
        ("#id_certificate_number", "998877665544"),
        ("#id_issued_on_day", "2"),
        ("#id_issued_on_month", "mar"),
        ("#id_issued_on_year", "2015"),
    ):
        tab_to(page, selector)
        page.keyboard.type(text)
    follow(page, "button[type=submit]")
    assert "Certificate added." in page.inner_text("main")
    assert DbsCheck.objects.get().issued_on == date(2015, 3, 2)


def test_an_audit_is_entered_without_script(without_script, built, sign_in, db):
    dbs.policy()
    people.cohort(usual=True)
    sign_in(without_script, officer())
    page = without_script
    page.goto("/dbs/audits/add/")
    page.select_option("#id_cohort", label="Children's social care staff")
    fill_date(page, "audit_date", "5", "1", "2016")
    fill_date(page, "position_date", "5", "1", "2016")
    for field, text in (("needing", "491"), ("audit_in_date", "460"), ("source", "Paper")):
        page.fill(f"#id_{field}", text)
    go(page, SAVE)
    assert "460, which is fewer than the 491" in page.inner_text(".govuk-error-summary")
    page.fill("#id_audit_due_or_overdue", "31")
    go(page, SAVE)
    assert "DBS audit added." in page.inner_text("main")
