"""A clerk keeps what an issued paper promises and what was decided of it, and anybody reads it."""

from assurance.accounts.models.accounts import User
from reports.demonstration import load
from tests.browser.reading import assert_sound

JANUARY = "/papers/safeguarding/january-2016/"


def test_a_clerk_keeps_promises_and_decisions_that_anybody_reads(
    page, sign_in, built, transactional_db, demonstration, settings
):
    settings.CANDOUR_TODAY = load.DAY.isoformat()
    sign_in(page, User.objects.get(email="clerk@eborford.example"))
    page.goto(f"{JANUARY}commitments/")
    assert_sound(page)
    page.check("fieldset:has-text('From 2016') >> text=It is no commitment")
    page.click("button:text-is('Save the commitments')")
    page.wait_for_selector("text=The commitments have been saved.")
    assert "From 2016" not in page.inner_text("main")
    page.goto(f"{JANUARY}decisions/")
    assert_sound(page)
    page.locator("select").first.select_option("amended")
    page.click("button:text-is('Save the decisions')")
    page.wait_for_selector("text=Write the recommendation as the committee amended it")
    assert_sound(page)
    page.locator("textarea").first.fill("note all of it")
    page.click("button:text-is('Save the decisions')")
    page.wait_for_selector("text=The decisions have been saved.")
    page.context.clear_cookies()
    for register, words in (("recommendations", "note all of it"), ("commitments", "Kept")):
        page.goto(f"/eborford/{register}/")
        assert words in page.inner_text("main")
        assert_sound(page)
    page.goto("/eborford/commitments/")
    page.click("text=/^Paper of January 2016/ >> nth=0")
    assert "#para-" in page.url
