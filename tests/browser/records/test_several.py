"""Several records changed at once in a real browser: by keyboard, and without script."""

from datetime import date

import pytest

from assurance.audits.models.case_audits import CaseAudit
from tests.browser.keys import follow, tab_to, typed
from tests.browser.reading import assert_at, assert_refused, assert_sound
from tests.cast import officer
from tests.make.audits import case_audit

LAST = {"day": "9", "month": "3", "year": "2015"}


@pytest.fixture
def audits(transactional_db):
    """Three audits that were not shared, the last of them done after the others."""
    days = (date(2015, 3, 1), date(2015, 3, 2), date(2015, 4, 1))
    return [case_audit(reference=f"CA-{day:%d-%m}", audited_on=day) for day in days]


def shared():
    """How many audits have been shared."""
    return CaseAudit.objects.filter(shared_on=date(2015, 3, 9)).count()


def test_audits_are_chosen_checked_and_shared_by_keyboard(page, skin, sign_in, audits):
    sign_in(page, officer())
    page.goto("/audits/?sort=audited_on")
    for one in audits:
        tab_to(page, f"#choose-{one.pk}")
        page.keyboard.press("Space")
    assert_sound(page)
    follow(page, "#several button")
    page.wait_for_selector("text=3 chosen")
    follow(page, "button[type=submit]")
    assert_refused(page)
    assert_sound(page)
    for part, text in LAST.items():
        typed(page, f"#id_shared_on_{part}", text)
    follow(page, "button[type=submit]")
    page.wait_for_selector("text=2 of 3 would change")
    assert_sound(page)
    assert shared() == 0
    follow(page, "button[name=keep]")
    page.wait_for_selector("text=2 case audits changed.")
    assert_at(page, "/audits/?sort=audited_on")
    assert shared() == 2


def test_audits_are_shared_without_script(without_script, built, sign_in, audits):
    page = without_script
    sign_in(page, officer())
    page.goto("/audits/?text=CA")
    page.click("text=Change the chosen case audits")
    page.wait_for_selector("text=Nothing was chosen")
    page.click("main a:text-is('the list')")
    assert_at(page, "/audits/?text=CA")
    assert page.input_value("#link-to-this-list").endswith("/audits/?text=CA")
    for one in audits[:2]:
        page.check(f"#choose-{one.pk}")
    page.click("text=Change the chosen case audits")
    for part, text in LAST.items():
        page.fill(f"#id_shared_on_{part}", text)
    page.click("text=Show what would change")
    page.click("text=Change 2 case audits")
    page.wait_for_selector("text=2 case audits changed.")
    assert shared() == 2
