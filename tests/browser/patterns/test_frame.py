"""The frame of every page: navigation on a telephone, lists, messages, signing in."""

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

from tests.browser.reading import assert_refused, faults
from tests.cast import PASSWORD, make_council, officer, with_password

pytestmark = pytest.mark.urls("tests.specimens.urls")
TELEPHONE = {"width": 320, "height": 640}


def test_a_person_signs_in_and_out(page, skin):
    user = with_password(officer())
    page.goto("/sign-in/login/")
    page.fill("#id_login", user.email.upper())
    page.fill("#id_password", PASSWORD)
    page.click("text=Sign in >> visible=true >> nth=-1")
    page.wait_for_url("**/home/")
    page.click("text=Sign out")
    assert faults(page) == []
    page.click("button:has-text('Sign out')")
    page.wait_for_url("**/")
    assert page.is_visible(".app-masthead >> text=Sign in")


def test_a_wrong_password_is_said_without_a_hint_of_what_was_wrong(page):
    page.goto("/sign-in/login/")
    page.fill("#id_login", "nobody@netherby.example")
    page.fill("#id_password", "wrong")
    page.click("button[type=submit]")
    page.wait_for_selector(".govuk-error-summary:focus")
    assert_refused(page)
    assert page.input_value("#id_login") == "nobody@netherby.example"
    assert page.input_value("#id_password") == ""
    assert faults(page) == []


@pytest.mark.parametrize(
    "address",
    [
        *("/sign-in/password/reset/", "/sign-in/password/reset/done/", "/sign-in/inactive/"),
        *("/sign-in/password/reset/key/1-none/", "/sign-in/password/reset/key/done/"),
        "/sign-in/signup/",
    ],
)
def test_the_other_pages_of_signing_in_have_no_fault(page, address):
    page.goto(address)
    assert page.locator("h1").count() == 1
    assert faults(page) == []


def test_an_account_sets_up_a_second_proof(page):
    user = with_password(officer())
    page.goto("/sign-in/login/?next=/sign-in/second-factor/")
    page.fill("#id_login", user.email)
    page.fill("#id_password", PASSWORD)
    page.click("button[type=submit]")
    right(page, "Second proof at sign-in")
    page.click("text=Set up an app")
    right(page, "Type your password again")
    page.fill("#id_password", PASSWORD)
    page.click("text=Continue")
    right(page, "Set up an authenticator app")
    page.fill("#id_code", "000000")
    page.click("text=Turn it on")
    page.wait_for_selector(".govuk-error-summary")
    page.fill("#id_code", code_of(page.inner_text("code")))
    page.click("text=Turn it on")
    right(page, "Recovery codes")
    page.goto("/sign-in/second-factor/")
    right(page, "Second proof at sign-in")
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
    assert faults(page) == []


def code_of(secret):
    """The code that an authenticator app shows now for `secret`."""
    counter = next(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counter))


def test_the_navigation_folds_on_a_telephone_and_unfolds_without_script(
    page, without_script, built, sign_in
):
    user = officer()
    for one in (page, without_script):
        one.set_viewport_size(TELEPHONE)
        sign_in(one, user)
        one.goto("/parts/")
    assert not page.is_visible("nav >> text=Case audits")
    page.click("text=Menu")
    assert page.is_visible("nav >> text=Case audits")
    assert without_script.is_visible("nav >> text=Case audits")
    assert faults(page, widths=[320]) == []


def test_a_list_is_sorted_paged_and_filtered(page, skin):
    for number in range(60):
        make_council(f"council-{number:02}")
    page.goto("/list/")
    page.click("th >> text=Address")
    page.click("th >> text=Address")
    assert page.locator("tbody td").first.inner_text() == "council-59"
    page.click("[aria-label='Page 3']")
    assert page.inner_text("[role=status]") == "60 found, page 3 of 3"
    assert page.locator("tbody td").first.inner_text() == "council-09"
    page.fill("#id_name", "Council 4")
    page.click("text=Apply")
    assert page.inner_text("[role=status]") == "10 found"
    page.fill("#id_name", "nowhere")
    page.click("text=Apply")
    assert page.is_visible("text=Nothing has been recorded that fits.")
    assert faults(page) == []
    page.click("text=Clear the filter")
    assert page.inner_text("[role=status]") == "60 found, page 1 of 3"


def test_a_wrong_filter_is_said_and_the_list_stays(page, skin):
    make_council()
    page.goto("/list/?since_day=31&since_month=2&since_year=2016")
    page.click(".govuk-error-summary a")
    page.wait_for_selector("#id_since_day:focus")
    assert page.inner_text("[role=status]") == "1 found"
    assert faults(page) == []


def test_a_link_that_looks_like_a_button_answers_to_space(page, skin):
    page.goto("/list/")
    page.wait_for_load_state("networkidle")
    page.focus("a[role=button]")
    page.keyboard.press("Space")
    page.wait_for_url("**/form/")


def test_text_twice_as_large_still_fits(page, skin):
    for address in ("/parts/", "/form/", "/conflict/"):
        page.goto(address)
        page.set_viewport_size({"width": 640, "height": 900})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
