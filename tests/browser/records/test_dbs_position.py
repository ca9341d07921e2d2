"""A DBS lead's walk in a real browser: the position, its lists, a breach, reminders; and a clerk's
reading of the counts."""

from datetime import date

import pytest
from playwright.sync_api import expect

from assurance.dbs.models.breaches import Breach
from assurance.dbs.models.reminders import Reminder
from tests.browser.keys import follow, tab_to
from tests.browser.reading import assert_at, assert_sound
from tests.browser.records.test_dbs import fill_date, go, saved
from tests.cast import administrator, clerk, officer
from tests.make import dbs, people


@pytest.fixture
def lead(transactional_db, settings):
    """An officer of a register of thirty, one after the other due from 10 January 2016 on."""
    settings.CANDOUR_TODAY = "2016-01-18"
    dbs.policy(audit_months=6)
    people.cohort(usual=True)
    for number in range(30):
        said = {"name": f"Post holder {number:02}", "work_email": f"p{number}@netherby.example"}
        person = people.engagement(person=people.person(**said)).person
        dbs.dbs_check(person=person, issued_on=date(2013, 1, 10 + number % 20))
    return officer()


def test_a_lead_looks_records_an_audit_and_a_breach(page, built, sign_in, lead):
    sign_in(page, lead)
    page.goto("/dbs/position/")
    expect(page.locator("[role=status]")).to_contain_text("30 in scope, 14 of 30 (47%)")
    assert_sound(page)
    go(page, "text=Record this as a DBS audit")
    saved(page, "DBS audit counted from the register.")
    page.goto("/dbs/position/")
    fill_date(page, "position_date", "20", "1", "2016")
    go(page, "button:text-is('Show')")
    expect(page.locator("main")).to_contain_text("Due on 18 July 2016 (every 6 months)")
    expect(page.locator("main")).to_contain_text("Newly overdue: 4")
    assert_sound(page)
    go(page, "text=10 more who are overdue")
    expect(page.locator("h1")).to_contain_text("Position: Overdue")
    assert_sound(page)
    go(page, "a:has-text('Record a breach') >> nth=0")
    assert_sound(page)
    page.fill("#id_cause", "Nobody asked for the re-check in time")
    go(page, "button:text-is('Save')")
    saved(page, "Breach added.")
    go(page, "text=Breach found on 18 January 2016")
    assert_sound(page)
    page.goto("/dbs/breaches/")
    assert_sound(page)
    assert Breach.objects.get().person.name == "Post holder 00"


def test_a_lead_reminds_by_letter_without_script(without_script, built, sign_in, lead):
    page = without_script
    sign_in(page, lead)
    page.goto("/dbs/position/")
    go(page, "text=Remind those due in a month")
    page.uncheck("input[name=person] >> nth=0")
    go(page, "button:text-is('Print letters')")
    assert_at(page, "/dbs/reminders/letters/2016-01-18/")
    expect(page.locator("[role=status]")).to_contain_text("13 letters recorded")
    with page.expect_download() as download:
        page.click("text=the letters as a PDF")
    assert download.value.suggested_filename == "reminder-letters-2016-01-18.pdf"
    assert Reminder.objects.count() == 13


def test_a_lead_reminds_by_e_mail_with_the_keyboard_and_is_asked_again(
    page, built, sign_in, lead, mailoutbox
):
    sign_in(page, lead)
    page.goto("/dbs/reminders/?due=kind.overdue")
    assert_sound(page)
    follow(page, "button[name=email]")
    expect(page.locator("main")).to_contain_text("16 reminders sent by e-mail.")
    assert len(mailoutbox) == 16
    assert_sound(page)
    tab_to(page, "input[name=person]")
    page.keyboard.press("Space")
    follow(page, "button[name=email]")
    expect(page.locator("main")).to_contain_text("say that another one is wanted")
    assert_sound(page)
    tab_to(page, "input[name=person]")
    page.keyboard.press("Space")
    tab_to(page, "#again")
    page.keyboard.press("Space")
    follow(page, "button[name=email]")
    expect(page.locator("main")).to_contain_text("goes out once a day: print a letter")
    Reminder.objects.filter(pk=Reminder.objects.last().pk).update(delivery="failed", trouble="No")
    page.goto("/dbs/reminders/e-mails/2016-01-18/")
    assert_sound(page)
    tab_to(page, "input[name=reminder]")
    page.keyboard.press("Space")
    follow(page, "main form button")
    expect(page.locator("main")).to_contain_text("16 of 16 sent")
    assert_sound(page)


def test_a_clerk_reads_counts_and_opens_no_list(page, built, sign_in, lead):
    sign_in(page, clerk())
    page.goto("/home/")
    go(page, "nav >> text=DBS checks")
    expect(page.locator("[role=status]")).to_contain_text("30 in scope")
    assert page.locator("main a[href*='/people/']").count() == 0
    assert "Post holder" not in page.content()
    assert_sound(page)


def test_an_administrator_words_the_reminders(page, built, sign_in, lead):
    sign_in(page, administrator())
    page.goto("/dbs/reminders/wordings/add/")
    assert_sound(page)
    fill_date(page, "from_date", "1", "1", "2016")
    page.fill("#id_approved_by", "Head of Service")
    go(page, "button:text-is('Save')")
    saved(page, "Reminder wording added.")
    page.goto("/dbs/reminders/wordings/")
    assert_sound(page)
