"""Taking what needs one into a calendar, in a real browser."""

from tests import cast
from tests.browser.reading import assert_sound
from tests.make import audits


def test_a_calendars_address_is_made_and_stopped(page, skin, sign_in, db):
    audits.case_audit()
    sign_in(page, cast.officer())
    page.goto("/home/")
    assert_sound(page)
    page.click("text=Take it into your calendar")
    assert_sound(page)
    page.click("text=Make a calendar address")
    assert_sound(page)
    page.click("text=Back to calendar and e-mail")
    page.check("text=Every Monday")
    page.click("button:text-is('Save')")
    page.wait_for_selector("text=Your choice has been saved.")
    page.click("text=Stop the calendar")
    page.wait_for_selector("text=The calendar has been stopped.")
    assert_sound(page)
