"""A DBS officer: the position, its lists, a certificate, a breach, an audit; reminders by e-mail
with the keyboard and by letter without script; and a clerk's reading of the counts."""

from datetime import date

import pytest
from playwright.sync_api import expect

from assurance.dbs.models.breaches import Breach
from assurance.dbs.models.reminders import Reminder
from tests.browser.forms import fill, fill_date, send
from tests.browser.keys import follow, tab_to, typed
from tests.browser.reading import assert_at, assert_refused, assert_sound
from tests.cast import clerk, officer
from tests.make import dbs, people


@pytest.fixture
def lead(transactional_db, built, settings):
    """An officer of a register of thirty, one after the other due from 10 January 2016 on."""
    settings.CANDOUR_TODAY = "2016-01-18"
    dbs.policy(audit_months=6)
    people.cohort(usual=True)
    for number in range(30):
        said = {"name": f"Post holder {number:02}", "work_email": f"p{number}@netherby.example"}
        person = people.engagement(person=people.person(**said)).person
        dbs.dbs_check(person=person, issued_on=date(2013, 1, 10 + number % 20))
    return officer()


@pytest.mark.long
def test_a_dbs_officer_from_the_position_to_reminders(page, sign_in, lead, mailoutbox):
    sign_in(page, lead)
    the_position(page)
    a_breach(page)
    a_certificate_by_keyboard(page)
    an_audit(page)
    several_end(page)
    reminders_by_e_mail(page, mailoutbox)


def the_position(page):
    """Looks at today's position and that of another day."""
    page.goto("/dbs/position/")
    expect(page.locator("[role=status]")).to_contain_text("30 in scope, 14 of 30 (47%)")
    page.click("text=Record this as a DBS audit")
    page.wait_for_selector("text=DBS audit counted from the register.")
    page.goto("/dbs/position/")
    fill_date(page, "position_date", "20 1 2016")
    page.click("button:text-is('Show')")
    expect(page.locator("main")).to_contain_text("Due on 18 July 2016 (every 6 months)")
    expect(page.locator("main")).to_contain_text("Newly overdue: 4")
    assert_sound(page)


def a_breach(page):
    """Goes from the list of those who are overdue to a breach."""
    page.click("text=All 20 who are overdue")
    expect(page.locator("h1")).to_contain_text("Position: Overdue")
    assert_sound(page)
    page.click("a:has-text('Add a breach') >> nth=0")
    fill(page, cause="Nobody asked for the re-check in time")
    send(page, "Save", "Breach added.")
    assert Breach.objects.get().person.name == "Post holder 00"


def a_certificate_by_keyboard(page):
    """Adds a certificate once its number and day were mended; its number is not shown."""
    page.goto("/dbs/?text=Post holder 29")
    follow(page, "tbody th a")
    follow(page, "a[href$='/certificates/add/']")
    typed(page, "#id_certificate_number", "12345")
    for part, text in (("day", "31"), ("month", "2"), ("year", "2015")):
        typed(page, f"#id_issued_on_{part}", text)
    follow(page, "main form button[type=submit]")
    assert "this one has 5" in page.inner_text(".govuk-error-summary")
    assert page.input_value("#id_issued_on_day") == "31"
    assert_sound(page)
    fill(page, certificate_number="9988 7766 5544")
    fill_date(page, "issued_on", "2 3 2015")
    send(page, "Save", "Certificate added.")
    assert "998877665544" not in page.content()
    assert page.is_visible("a:text-is('ending 5544')")


def an_audit(page):
    """Enters an audit whose parts at first make less than the whole."""
    page.goto("/dbs/audits/add/")
    page.select_option("#id_cohort", label="Children's social care staff")
    fill_date(page, "audit_date", "5 1 2016")
    fill_date(page, "position_date", "5 1 2016")
    fill(page, needing="491", audit_in_date="460", source="Paper")
    page.click("button:text-is('Save')")
    rest = "The other parts add up to 460, and the rest of 491 has been filled in here"
    assert rest in page.inner_text(".govuk-error-summary")
    assert page.input_value("#id_audit_not_broken_down") == "31"
    assert_refused(page)
    assert_sound(page)
    fill(page, audit_due_or_overdue="31", audit_not_broken_down="")
    send(page, "Save", "DBS audit added.")


def several_end(page):
    """Sees what a change of several people would do."""
    chosen = people.engagement(person=people.person(name="First Holder")).person
    page.goto(f"/dbs/several/?pk={chosen.pk}")
    fill_date(page, "ends_on", "31 1 2016")
    send(page, "Show what would change", "Social Worker: no end")
    assert_sound(page)


def reminders_by_e_mail(page, mailoutbox):
    """Sends, is asked whether another is wanted, and sends again what did not arrive."""
    page.goto("/dbs/reminders/?due=kind.overdue")
    assert_sound(page)
    follow(page, "button[name=email]")
    expect(page.locator("main")).to_contain_text("16 reminders sent by e-mail.")
    assert len(mailoutbox) == 16
    choose(page, "input[name=person]")
    follow(page, "button[name=email]")
    expect(page.locator("main")).to_contain_text("confirm that another one is wanted")
    assert_sound(page)
    choose(page, "input[name=person]")
    choose(page, "#again")
    follow(page, "button[name=email]")
    expect(page.locator("main")).to_contain_text("Wait a day before another e-mail")
    Reminder.objects.filter(pk=Reminder.objects.last().pk).update(delivery="failed", trouble="No")
    page.goto("/dbs/reminders/e-mails/2016-01-18/")
    assert_sound(page)
    choose(page, "input[name=reminder]")
    follow(page, "main form button")
    expect(page.locator("main")).to_contain_text("16 of 16 sent")


def choose(page, selector):
    """Ticks a box by keyboard."""
    tab_to(page, selector)
    page.keyboard.press("Space")


@pytest.mark.long
def test_letters_go_out_without_script_and_a_clerk_reads_counts_alone(
    without_script, page, sign_in, lead
):
    sign_in(without_script, lead)
    without_script.goto("/dbs/position/")
    without_script.click("text=Remind those due in a month")
    without_script.uncheck("input[name=person] >> nth=0")
    without_script.click("button:text-is('Print letters')")
    assert_at(without_script, "/dbs/reminders/letters/2016-01-18/")
    expect(without_script.locator("[role=status]")).to_contain_text("13 letters recorded")
    with without_script.expect_download() as download:
        without_script.click("text=the letters as a PDF")
    assert download.value.suggested_filename == "reminder-letters-2016-01-18.pdf"
    assert Reminder.objects.count() == 13
    sign_in(page, clerk())
    page.goto("/home/")
    page.click("nav >> text=DBS checks")
    expect(page.locator("[role=status]")).to_contain_text("30 in scope")
    assert page.locator("main a[href*='/people/']").count() == 0
    assert "Post holder" not in page.content()
    assert_sound(page)
