"""A clerk signs in with the council's identity provider, and is refused once out of its group."""

from tests.browser.reading import assert_sound
from tests.sign_in.asked_provider import provider

__all__ = ["provider"]


def test_a_clerk_comes_by_the_provider_and_is_refused_without_the_group(
    page, built, transactional_db, provider
):
    page.goto("/sign-in/login/?next=/accounts/yours/")
    page.wait_for_selector("h1:text-is('Sign in')")
    assert_sound(page)
    page.click("text=Sign in with Netherby")
    page.wait_for_selector("h1:text-is('Your account')")
    assert_sound(page)
    assert page.locator("text=Clerk: composes").count() == 1
    assert provider.asked[0]["redirect_uri"].endswith("/accounts/provider/netherby/back/")
    provider.groups = []
    page.context.clear_cookies()
    page.goto("/sign-in/login/")
    page.click("text=Sign in with Netherby")
    page.wait_for_selector("h1:text-is('You are not signed in')")
    page.complaints.clear()  # the browser complains of the status 403 itself
    assert_sound(page)
