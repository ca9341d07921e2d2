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
    right(page, "Second proof at sign-in")
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
    assert_sound(page)


def code_of(secret):
    """The code that an authenticator app shows now for `secret`."""
    counter = next(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counter))


def test_what_is_taken_down_is_gone_until_a_second_person_undoes_it(
    page, sign_in, built, transactional_db
):
    paper = papers.edition().paper
    home = f"/netherby/papers/assurance/{paper.slug}/"
    sign_in(page, cast.administrator())
    page.goto("/dbs/reminders/wordings/add/")
    fill_date(page, "from_date", "1 1 2016")
    fill(page, approved_by="Head of Service")
    send(page, "Save", "Reminder wording added.")
    page.goto("/papers/removed/")
    page.click("text=edition 1")
    send_refused(page, "Remove it from publication now")
    page.check("input[value=court]")
    fill(page, explanation="The order came today.")
    send(page, "Remove it from publication now", "It is down")
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


def test_four_unlike_templates_are_made_by_clicks_alone(page, sign_in, built, transactional_db):
    keeper = cast.administrator()
    sign_in(page, keeper)
    # 1.1, 1.2, 2.1.
    begin(page, "york-2016")
    page.click("text=Change the numbering")
    page.check("text=/^1\\.1, 1\\.2, 2\\.1/")
    right(page, "Numbering")
    send(page, "Save the numbering", "The template has been saved.")
    introduction = page.inner_text("#part-introduction")
    assert all(text in introduction for text in ("1. Introduction", "1.1", "1.2"))
    # Reasons as a part of their own, numbered.
    begin(page, "york-2020")
    page.click("#part-recommendations >> text=/^Change/")
    page.check("text=/^In a part of their own/")
    right(page, "Change “Recommendations”")
    send(page, "Save the part", "The template has been saved.")
    page.click("#part-reasons >> text=/^Put last/")
    page.wait_for_selector("article:last-of-type#part-reasons >> text=Move up")
    assert page.inner_text("#part-reasons .app-part__number").endswith(".")
    # Recommendations before the body.
    begin(page, "york-2017")
    page.click("#part-recommendations >> text=/^Put first/")
    page.wait_for_selector("article:first-of-type#part-recommendations")
    page.click("#part-recommendations >> text=/^Move down/")
    page.wait_for_selector("article:first-of-type#part-head")
    assert page.inner_text("#part-recommendations h3") == "1. Recommendations"
    # Report number and agenda item in the head; a part that is not wanted goes.
    begin(page, "worcestershire-2016")
    page.click("#part-head >> text=/^Change/")
    for place, row in enumerate(("Report number", "Agenda item", "Report by"), 1):
        page.select_option(f"#id_row_{place}", label=row)
    send(page, "Save the part", "The template has been saved.")
    rows = page.locator("#part-head li").all_inner_texts()
    assert [row.strip() for row in rows[:3]] == ["Report number", "Agenda item", "Report by"]
    page.click("#part-conclusion >> text=/^Remove/")
    right(page, "Remove “Conclusion” from the template")
    send(page, "Remove it", "The template has been saved.")
    assert not page.locator("#part-conclusion").count()
    assert keeper.council.report_templates.count() == 4


def begin(page, example):
    """Starts a template from an example, under the title that the page offers."""
    page.goto("/committee/report-templates/")
    right(page, "Report templates")
    page.click(f"a[href*='/examples/{example}/start/']")
    page.wait_for_selector("h1:text('Start from')")
    assert_sound(page)
    send(page, "Make the template", "The template has been made.")
    assert_sound(page)
