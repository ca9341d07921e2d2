"""An approver whose role needs two-step sign-in: sets up an app, signs in with it, adds a passkey
and signs in with that; an administrator asks for it, reviews a role and resets a lost device."""

import time

from tests import cast
from tests.browser.forms import fill, fill_date, send_refused
from tests.browser.reading import assert_sound
from tests.make import sign_in as make
from tests.sign_in.one_time_codes import code_of


def right(page, heading):
    """Waits for the page with this heading, and finds no fault in it."""
    page.wait_for_selector(f"h1:text-is('{heading}')")
    assert_sound(page)


def sign_in_by_password(page, user):
    """Types the address and the password."""
    page.context.clear_cookies()
    page.goto("/sign-in/login/")
    page.fill("#id_login", user.email)
    page.fill("#id_password", cast.PASSWORD)
    page.click("button[type=submit]")


def confirm_password(page):
    """Types the password again before what is secret is shown."""
    right(page, "Type your password again")
    page.fill("#id_password", cast.PASSWORD)
    page.click("text=Continue")


def test_an_approver_sets_up_an_app_and_a_passkey_and_signs_in_with_each(
    page, built, transactional_db
):
    user = cast.with_password(cast.approver())
    make.two_step_policy()
    sign_in_by_password(page, user)
    right(page, "Set up two-step sign-in")
    page.goto("/reports/")
    right(page, "Set up two-step sign-in")
    page.click("text=Use an authenticator app")
    confirm_password(page)
    right(page, "Set up an authenticator app")
    secret = page.inner_text("code")
    page.fill("#id_code", code_of(secret))
    page.click("text=Turn it on")
    right(page, "Recovery codes")
    page.goto("/home/")
    page.wait_for_selector("h1")
    assert "/home/" in page.url
    sign_in_by_password(page, user)
    right(page, "Enter your code")
    page.fill("#id_code", "000000")
    page.click("button:text-is('Sign in')")
    page.wait_for_selector(".govuk-error-summary")
    assert_sound(page)
    # The code of now has been used; the app shows the next one half a minute later.
    page.fill("#id_code", code_of(secret, time.time() + 30))
    page.click("button:text-is('Sign in')")
    page.wait_for_url("**/home/")

    add_passkey(page)
    sign_in_by_password(page, user)
    right(page, "Enter your code")
    page.click("text=Sign in with your passkey")
    page.wait_for_url("**/home/")


def add_passkey(page):
    """Sets up a passkey with a device that the browser has."""
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto("/sign-in/second-factor/")
    page.click("text=Set up a passkey")
    if "reauthenticate" in page.url:
        confirm_password(page)
    right(page, "Set up a passkey")
    page.fill("#id_name", "Work laptop")
    page.click("button:text-is('Set up the passkey')")
    right(page, "Two-step sign-in")
    page.click("text=See and remove passkeys")
    right(page, "Passkeys")
    assert page.locator("text=Work laptop").count()
    page.click("text=Change the name")
    right(page, "Change the name of a passkey")


def test_an_administrator_asks_for_it_reviews_a_role_and_resets_a_lost_device(
    page, sign_in, built, transactional_db
):
    by, user = cast.administrator(), cast.make_user("approver", "clerk", name="Head of Service")
    sign_in(page, by)
    page.goto("/accounts/two-step/add/")
    right(page, "Add a policy on two-step sign-in")
    send_refused(page)
    fill_date(page, "from_date", "1 2 2016")
    for role in cast.ROLES:
        page.check(f"input[name={role}][value=True]")
    page.click("button:text-is('Save')")
    page.goto("/accounts/two-step/")
    right(page, "Policies on two-step sign-in")
    page.goto("/accounts/groups/add/")
    right(page, "Add a group with a role")
    page.goto("/accounts/reviews/")
    right(page, "Review of roles")
    page.click("text=Review approver")
    right(page, "Review a role")
    send_refused(page, "Save the review")
    page.check("input[value=end]")
    fill(page, reason="Moved to another team.")
    page.click("button:text-is('Save the review')")
    right(page, "Review of roles")
    page.goto(f"/accounts/{user.pk}/")
    right(page, "Head of Service")
    page.click("text=Reset two-step sign-in")
    right(page, "Reset two-step sign-in")
    fill(page, because="Lost telephone")
    send_refused(page, "Reset two-step sign-in")
    page.goto("/accounts/")
    right(page, "Accounts")
