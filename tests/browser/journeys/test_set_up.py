"""A council of one's own: from the account that the command makes to the page on which the first
report is started, in twelve submissions."""

from io import StringIO

from django.core.management import call_command

from assurance.runtime.periods import today
from tests import cast
from tests.browser.forms import fill, fill_date, presses, send, send_refused
from tests.browser.reading import assert_at, assert_sound
from tests.tasks.set_up.typed import MEETING_IN, TEAMS, typed_day

MOST = 12
EMAIL = "administrator@westby.example"
NEW = "correct horse battery staple"
PEOPLE = (
    ("clerk@westby.example", "Ivo Marsh", "Democratic Services Officer"),
    ("officer@westby.example", "Una Field", "Performance Officer"),
    ("director@westby.example", "", "Director of Children’s Services"),
)


def test_an_administrator_is_led_from_an_empty_council_to_the_first_report(
    page, built, transactional_db
):
    sent = presses(page)
    out = StringIO()
    call_command(
        *("create_council", "westby", "Westby County Council"), administrator=EMAIL, stdout=out
    )
    enter(page, EMAIL, out.getvalue().split()[-1])
    assert_sound(page)
    follow(page, "Services and teams")
    fill(page, teams=TEAMS)
    send(page, "Save the teams", "The teams have been added.")
    assert_sound(page)
    follow(page, "Posts")
    send(page, "Save the posts", "The posts have been added.")
    clerk = add_accounts(page)
    prepare_reports(page)
    define(page)
    page.goto("/home/")
    assert page.locator("text=A first report can be started").count() == 1
    page.context.clear_cookies()
    page.goto(clerk)
    fill(page, password1=NEW, password2=NEW)
    page.click("button:text-is('Save the new password')")
    enter(page, PEOPLE[0][0], NEW)
    page.click("text=Start the first report")
    assert_at(page, "/reports/start/")
    assert page.locator("#id_series option").count() == 2
    assert page.locator("#id_template option").count() == 2
    assert page.locator("#id_meeting option").count() == 2
    assert_sound(page)
    assert len(sent) <= MOST, sent


def enter(page, email, password):
    """Signs in on the page that asks for it."""
    page.goto("/sign-in/login/?next=/home/")
    fill(page, login=email, password=password)
    page.click("button[type=submit]:text-is('Sign in')")
    assert_at(page, "/home/")


def follow(page, title):
    """Presses what leads to the next step, which is this one and sound."""
    page.click(f"text=Continue: {title}")
    page.wait_for_selector(f"h1:text-is('{title}')")
    assert_sound(page)


def add_accounts(page):
    """Adds three people; gives the address with which the first of them sets a password."""
    follow(page, "Accounts")
    fill(page, own_post="Information Manager")
    for number, (email, name, post) in enumerate(PEOPLE, 1):
        typed = {f"email_{number}": email, f"name_{number}": name, f"post_{number}": post}
        fill(page, **typed)
    send(page, "Add the accounts", "Links to set a password")
    assert_sound(page)
    address = page.locator("dd code").first.inner_text()
    page.click("text=Continue with the set-up")
    return address


def prepare_reports(page):
    """Adds the committee with its next meeting, a template, and who approves."""
    follow(page, "Committee and its meetings")
    fill(page, title="Children’s Services Committee")
    fill_date(page, "first_on", typed_day(today() + MEETING_IN))
    send(page, "Save the committee", "The committee has been saved.")
    follow(page, "Report template")
    page.check("input[value=york-2016]")
    send(page, "Start from this example", "The template has been made.")
    follow(page, "Who approves reports")
    send(page, "Save who approves", "Who approves reports has been saved.")
    page.wait_for_selector("text=A first report can be started.")
    assert_sound(page)


def define(page):
    """Adds populations, a policy and grades as they are proposed."""
    follow(page, "Populations")
    send(page, "Save the populations", "The populations have been added.")
    follow(page, "DBS re-check policy")
    send(page, "Save the policy", "The policy has been saved.")
    follow(page, "Grades of audits")
    # The policy waits for another administrator, which no first report needs.
    send(page, "Save the grades", "9 of 13 completed.")
    assert_sound(page)


def test_what_is_refused_is_named_and_its_link_arrives(page, sign_in, built, transactional_db):
    sign_in(page, cast.administrator())
    page.goto("/set-up/approvers/")
    page.wait_for_selector("text=Add an account first")
    assert_sound(page)
    page.goto("/set-up/accounts/")
    fill(page, email_1="clerk@netherby.example")
    send_refused(page, "Add the accounts")
    page.click(".govuk-error-summary a")
    assert page.evaluate("document.activeElement.id") == "id_post_1"
    assert page.input_value("#id_email_1") == "clerk@netherby.example"
    page.goto("/set-up/populations/")
    for name in ("staff", "carers", "children"):
        page.uncheck(f"#id_{name}")
    send_refused(page, "Save the populations")
    page.click(".govuk-error-summary a")
    assert page.evaluate("document.activeElement.id") == "id_staff"
