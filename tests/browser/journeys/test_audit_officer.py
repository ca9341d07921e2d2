"""An officer of audits: from what waits to its list, a calendar, a round with its allocation and
result, a change that met another's, audits shared together by keyboard, and what audits show."""

from datetime import date, timedelta

import pytest

from assurance.audits.models.case_audits import CaseAudit
from tests.browser.forms import SAVE, assert_changed_meanwhile, fill, fill_date, send, send_refused
from tests.browser.keys import follow, tab_to, typed
from tests.browser.reading import assert_at, assert_sound
from tests.cast import officer
from tests.make import audits as make
from tests.make import dbs, improvements, people

DAYS = (date(2015, 3, 1), date(2015, 3, 2), date(2015, 4, 1))
LAST = {"day": "9", "month": "3", "year": "2015"}


@pytest.fixture
def audits(transactional_db, built, settings):
    """Three audits that were not shared, the last of them done after the others; a check and an
    action that are late; a round that is late and short, with audits of every kind in it."""
    settings.CANDOUR_TODAY = "2015-08-20"
    dbs.policy(interval_months=36)
    dbs.dbs_check(person=people.engagement().person, issued_on=date(2011, 8, 20))
    improvements.action(starts_on=date(2015, 5, 17), due_on=date(2015, 8, 17))
    late = make.audit_round(begun_on=date(2015, 1, 5), report_due_on=date(2015, 7, 31), planned=20)
    make.allocation(audit_round=late)
    for place in range(8):
        make.case_audit(
            round=late,
            audited_on=date(2015, 1, 5) + timedelta(days=place * 20),
            own_team=place % 2 > 0,
            moderated_grade=make.grade("inadequate") if place % 3 == 0 else None,
            shared_on=date(2015, 6, 30),
        ).themes.set([make.audit_theme()])
    make.audit_total(start=date(2015, 4, 1), end=date(2015, 4, 30))
    make.learning_meeting(rounds=[late])
    return [make.case_audit(reference=f"CA-{day:%d-%m}", audited_on=day) for day in DAYS]


def shared():
    """How many audits have been shared on the day that is typed."""
    return CaseAudit.objects.filter(shared_on=date(2015, 3, 9)).count()


@pytest.mark.long
def test_an_officer_of_audits_goes_from_what_waits_to_what_audits_show(page, sign_in, audits):
    sign_in(page, people.holder(post=people.post("Head of Practice")).account)
    lists_of_what_waits(page)
    a_calendar(page)
    a_round(page)
    a_moderation(page, audits[2])
    a_change_that_met_anothers(page, audits[2])
    words_that_may_name_a_child(page, audits[2])
    several_by_keyboard(page, audits)
    what_audits_show(page)


def lists_of_what_waits(page):
    """Goes from each line of the first page to the list that shows it."""
    page.goto("/home/")
    assert page.locator(".govuk-task-list__item").count() == 6
    assert_sound(page)
    waits = {"DBS re-check": 1, "not been shared": 3, "past its due date": 1}
    for words, count in waits.items():
        page.goto("/home/")
        page.click(f"a:has-text('{words}')")
        assert page.inner_text("p[role=status]").startswith(f"{count} found")


def a_calendar(page):
    """Makes a calendar's address and stops it."""
    page.goto("/home/")
    page.click("text=Get your tasks in a calendar")
    page.click("text=Make a calendar address")
    assert_sound(page)
    page.click("text=Back to calendar and e-mail")
    page.check("text=Every Monday")
    send(page, "Save", "Your choice has been saved.")
    page.click("text=Stop the calendar")
    page.wait_for_selector("text=The calendar has been stopped.")


def a_round(page):
    """Plans a round, allocates it and closes it with its result."""
    page.goto("/audits/programme/")
    page.click("text=Add an audit round")
    send_refused(page)
    page.select_option("#id_kind", label="Case-file audit")
    fill_date(page, "start", "1 jan 2014")
    fill_date(page, "end", "30 june 2014")
    fill(page, planned="10")
    send(page, "Save", "Audit round added.")
    page.click("text=Add an allocation")
    page.select_option("#id_post", label="Practice Manager")
    fill(page, own_team="1", other_team="1")
    send(page, "Save", "Allocation added.")
    page.click("a.govuk-button:text-is('Change')")
    fill_date(page, "begun_on", "5 1 2014")
    fill_date(page, "closed_on", "1 7 2014")
    send(page, "Save", "Enter the result: a round cannot be closed without one")
    fill(page, result="Plans without dates")
    send(page, "Save", "Audit round changed.")
    assert_sound(page)


def a_moderation(page, audit):
    """Gives the grade again, for the one post that the account holds."""
    page.goto(f"/audits/{audit.pk}/")
    page.click("a:text-is('Moderate the grade')")
    assert page.locator("#id_moderator option:checked").inner_text() == "Head of Practice"
    send_refused(page, "Save the moderation")
    page.select_option("#id_grade", index=1)
    fill_date(page, "moderated_on", "20 8 2015")
    send(page, "Save the moderation", "The grade has been moderated.")
    assert "Raised from Good to Outstanding" in page.inner_text("main")


def a_change_that_met_anothers(page, audit):
    """Changes what somebody else changed meanwhile, and withdraws what was entered twice."""
    page.goto(f"/audits/{audit.pk}/")
    page.click("a:has-text('Change first grade')")
    assert_at(page, "/change/#id_first_grade")
    CaseAudit.objects.filter(pk=audit.pk).update(version=3, method="live")
    assert_changed_meanwhile(page)
    send(page, "Save", "Case audit changed.")


def words_that_may_name_a_child(page, audit):
    """Types free words that may identify a child, and confirms them by keyboard."""
    page.goto(f"/audits/{audit.pk}/change/")
    fill(page, strengths="AB was placed in May.")
    send_refused(page)
    assert CaseAudit.objects.get(pk=audit.pk).strengths != "AB was placed in May."
    page.click(".govuk-error-summary a")
    page.wait_for_selector("#id_strengths:focus")
    page.keyboard.press("Tab")
    page.wait_for_selector("#id_strengths_is_right:focus")
    page.keyboard.press("Space")
    send(page, "Save", "Case audit changed.")
    assert CaseAudit.objects.get(pk=audit.pk).strengths == "AB was placed in May."


def several_by_keyboard(page, audits):
    """Chooses audits, sees what would change, and shares them."""
    page.goto("/audits/?sort=audited_on&text=CA-0")
    for one in audits:
        tab_to(page, f"#choose-{one.pk}")
        page.keyboard.press("Space")
    follow(page, "#several button")
    page.wait_for_selector("text=3 chosen")
    send_refused(page, "Show what would change")
    for part, text in LAST.items():
        typed(page, f"#id_shared_on_{part}", text)
    follow(page, "button[type=submit]")
    page.wait_for_selector("text=2 of 3 would change")
    assert_sound(page)
    assert shared() == 0
    follow(page, "button[name=keep]")
    page.wait_for_selector("text=2 case audits changed.")
    assert_at(page, "/audits/?sort=audited_on&text=CA-0")
    assert shared() == 2


def what_audits_show(page):
    """Looks at the programme and at what its audits show by quarters."""
    page.goto("/audits/programme/")
    assert "51 days late" in page.inner_text("main")
    page.click("text=Audit results")
    page.select_option("#id_step", label="Quarters")
    page.click("button:text-is('Apply')")
    assert "Known as totals only" in page.inner_text("main")
    assert_sound(page)


@pytest.mark.long
def test_audits_are_added_and_shared_without_script(without_script, sign_in, audits):
    page = without_script
    sign_in(page, officer())
    page.goto("/audits/add/")
    page.click(SAVE)
    assert "Enter the audit’s reference" in page.inner_text(".govuk-error-summary")
    fill(page, reference="CA-2015-99")
    page.select_option("#id_auditor", label="Practice Manager")
    fill_date(page, "audited_on", "2 march 2015")
    page.select_option("#id_team", index=1)
    page.check("#id_own_team_1")
    send(page, "Save", "Case audit added.")
    page.goto("/audits/?text=CA-0")
    send(page, "Change the chosen case audits", "Nothing was chosen")
    page.click("main a:text-is('the list')")
    assert_at(page, "/audits/?text=CA-0")
    for one in audits[:2]:
        page.check(f"#choose-{one.pk}")
    page.click("text=Change the chosen case audits")
    fill_date(page, "shared_on", "9 3 2015")
    page.click("text=Show what would change")
    send(page, "Change 2 case audits", "2 case audits changed.")
    assert shared() == 2
