"""The frame of every page: navigation on a telephone, lists, messages, signing in."""

import pytest

from tests.browser.reading import assert_refused, faults
from tests.cast import PASSWORD, make_council, officer, with_password

pytestmark = pytest.mark.urls("tests.specimens.urls")
TELEPHONE = {"width": 320, "height": 640}


@pytest.mark.long
def test_a_person_signs_in_after_a_wrong_password_and_out(page, skin):
    user = with_password(officer())
    page.goto("/sign-in/login/")
    page.fill("#id_login", "nobody@netherby.example")
    page.fill("#id_password", "wrong")
    page.click("main button[type=submit]")
    page.wait_for_selector(".govuk-error-summary:focus")
    assert_refused(page)
    assert page.input_value("#id_login") == "nobody@netherby.example"
    assert page.input_value("#id_password") == ""
    assert faults(page) == []
    page.fill("#id_login", user.email.upper())
    page.fill("#id_password", PASSWORD)
    page.click("text=Sign in >> visible=true >> nth=-1")
    page.wait_for_url("**/home/")
    page.click("text=Sign out")
    assert faults(page) == []
    page.click("button:has-text('Sign out')")
    page.wait_for_url("**/")
    assert page.is_visible(".app-masthead >> text=Sign in")


@pytest.mark.long
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


@pytest.mark.long
def test_the_menu_of_an_officer_is_one_line_on_a_desk(page, built, sign_in):
    sign_in(page, officer())
    page.goto("/parts/")
    tops = page.locator(".govuk-service-navigation__item").evaluate_all(
        "all => all.map(one => one.offsetTop)"
    )
    assert len(tops) > 8 and len(set(tops)) == 1


@pytest.mark.long
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


@pytest.mark.long
def test_a_filter_is_folded_on_a_telephone_and_open_on_a_desk_with_a_script_or_without(
    page, without_script, built
):
    for one in (page, without_script):
        one.set_viewport_size(TELEPHONE)
        one.goto("/list/")
        assert not one.is_visible("#id_name")
        one.click("summary:text-is('Filter this list')")
        assert one.is_visible("#id_name")
        one.set_viewport_size({"width": 1000, "height": 800})
        one.goto("/list/?name=x")
        assert one.is_visible("#id_name")
        assert not one.is_visible("summary >> text=Filter this list")
        assert one.is_visible("h2 >> text=Filter")
    page.set_viewport_size(TELEPHONE)
    page.goto("/list/?name=x")
    assert page.is_visible("summary:text-is('Filter this list (1 in use)')")
    assert faults(page, widths=[320]) == []


@pytest.mark.long
def test_a_wrong_filter_is_said_and_a_link_like_a_button_answers_to_space(page, skin):
    make_council()
    page.goto("/list/?since_day=31&since_month=2&since_year=2016")
    page.click(".govuk-error-summary a")
    page.wait_for_selector("#id_since_day:focus")
    assert page.inner_text("[role=status]") == "1 found"
    assert faults(page) == []
    page.wait_for_load_state("networkidle")
    page.focus("a[role=button]")
    page.keyboard.press("Space")
    page.wait_for_url("**/form/")
    text_twice_as_large_still_fits(page)


def text_twice_as_large_still_fits(page):
    page.set_viewport_size({"width": 640, "height": 900})
    for address in ("/parts/", "/form/", "/conflict/"):
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
