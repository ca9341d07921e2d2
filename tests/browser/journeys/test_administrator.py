"""An administrator: signs in with a second proof, and takes an issued paper down, which the clerk
undoes; words the reminders."""

from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

from tests import cast
from tests.browser.forms import fill, fill_date, send, send_refused
from tests.browser.reading import assert_sound
from tests.make import papers


def test_an_administrator_sets_up_a_second_proof(page, built, transactional_db):
    user = cast.with_password(cast.administrator())
    page.goto("/sign-in/login/?next=/sign-in/second-factor/")
    page.fill("#id_login", user.email)
    page.fill("#id_password", cast.PASSWORD)
    page.click("button[type=submit]")
    right(page, "Two-step sign-in")
    page.click("text=Set up an app")
    right(page, "Type your password again")
    page.fill("#id_password", cast.PASSWORD)
    page.click("text=Continue")
    right(page, "Set up an authenticator app")
    page.fill("#id_code", "000000")
    page.click("text=Turn it on")
    page.wait_for_selector(".govuk-error-summary")
    page.fill("#id_code", code_of(page.inner_text("code")))
    page.click("text=Turn it on")
    right(page, "Recovery codes")
    page.goto("/sign-in/second-factor/")
    right(page, "Two-step sign-in")
    page.click("text=Make new codes")
    right(page, "Make new recovery codes")
    page.goto("/sign-in/second-factor/")
    page.click("text=Stop asking")
    right(page, "Stop asking for the app’s code")
    page.goto("/sign-in/password/change/")
    right(page, "Change your password")


def right(page, heading):
    """Waits for the page with this heading, and finds no fault in it."""
    page.wait_for_selector(f"h1:text-is('{heading}')")
    assert_sound(page)


def code_of(secret):
    """The code that an authenticator app shows now for `secret`."""
    counter = next(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counter))


def test_what_is_taken_down_is_gone_until_a_second_person_undoes_it(
    page, sign_in, built, transactional_db
):
    paper = papers.edition().paper
    home = f"/netherby/reports/assurance/{paper.slug}/"
    sign_in(page, cast.administrator())
    page.goto("/dbs/reminders/wordings/add/")
    fill_date(page, "from_date", "1 1 2016")
    send(page, "Save", "Reminder wording added.")
    page.goto("/reports/removed/")
    page.click("text=edition 1")
    send_refused(page, "Remove it from publication now")
    page.check("input[value=court]")
    fill(page, explanation="The order came today.")
    send(page, "Remove it from publication now", "Edition 1 is removed")
    assert_sound(page)
    sign_in(page, cast.clerk())
    assert page.goto(home).status == 410
    # The browser itself complains of every page that is not 200.
    page.complaints.clear()
    assert_sound(page)
    page.goto("/home/")
    page.click("main >> text=Assurance report")
    assert_sound(page)
    page.check("input[value=undone]")
    send(page, "Record your decision", "Your decision is recorded.")
    assert page.goto(home).status == 200
