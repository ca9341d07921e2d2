"""An officer of reviews and improvement: a review's findings typed, pasted and put under a theme by
keyboard, its letter attached, its grades; a plan that answers it, its actions, and the board."""

from datetime import date

import pytest
from playwright.sync_api import expect

from assurance.improvement.models.actions import Action
from assurance.reviews.models.findings import Finding
from tests.browser.forms import fill, fill_date, send, send_refused
from tests.browser.keys import follow, tab_to, typed
from tests.browser.reading import assert_at, assert_refused, assert_sound
from tests.cast import officer
from tests.make.findings import finding, framework, review, theme
from tests.make.improvements import action, evidence, impact_change, moved, note, plan, priority
from tests.make.people import holder, post

pytestmark = pytest.mark.long

TABLE = "Theme\tStrengths\tAreas for development\nPractice\t• Clear\n• Kind\t• Plans lack dates\n"
AGAIN = "Contingency plans lack dates and owners."


@pytest.fixture
def reviews(transactional_db, built):
    """An early peer review and a later inspection, which repeats it."""
    early = review(
        title="Peer review", kind="peer_review", started_on=date(2011, 2, 7),
        ended_on=date(2011, 2, 11), published_on=None,
    )  # fmt: skip
    late = review(title="Inspection", framework=framework(), response_received_on=date(2017, 2, 7))
    finding(review=early, text=AGAIN)
    finding(review=late, theme=theme(late), text=AGAIN)
    return early, late


@pytest.fixture
def followed(transactional_db, built):
    """A plan with two priorities, actions late, at risk and done, and what changed of them."""
    made = plan(title="After the inspection")
    front, visits = priority(made, title="Front door"), priority(made, title="Visits")
    late = action(priority=front, reference="A1")
    action(priority=front, reference="A2", status="at_risk", due_on=date(2099, 1, 1))
    action(priority=visits, reference="A3", status="done")
    note(late)
    evidence(late)
    impact_change(late)
    moved(late, date(2017, 6, 1), date(2017, 12, 1), date(2017, 12, 31))
    return made


def test_an_officer_of_reviews_keeps_what_was_found(page, sign_in, reviews):
    early, late = reviews
    sign_in(page, officer())
    page.goto(f"/reviews/{late.pk}/")
    page.click("a:text-is('Grade the areas')")
    page.select_option("select", label="Good")
    send(page, "Save the grades", "Grades saved.")
    assert_sound(page)
    page.goto("/reviews/said-before/")
    page.click("a:has-text('Link them')")
    page.select_option("#id_said_before", index=1)
    send(page, "Save the link", "Made 2 times since 7 February 2011")
    people_met(page, late)
    a_letter(page, early)
    a_table_by_keyboard(page, early)
    under_a_theme_by_keyboard(page, late)


def people_met(page, late):
    """Adds a group, then another from the same form; one outside the days on site is refused."""
    page.goto(f"/reviews/{late.pk}/")
    page.click("a:text-is('Add a group of people met')")
    fill(page, group="Foster carers", number="12")
    fill_date(page, "met_on", "15 11 2016")
    page.click("button:text-is('Save and add another')")
    page.wait_for_selector("text=Group of people met added.")
    fill(page, group="Young people", number="7")
    fill_date(page, "met_on", "1 1 2017")
    send_refused(page)
    fill_date(page, "met_on", "16 11 2016")
    send(page, "Save", "19 people in these groups.")
    expect(page.locator("#met-caption ~ tbody tr")).to_have_count(2)
    assert_sound(page)


def a_letter(page, early):
    """Attaches a file, and takes it back as it was."""
    page.goto(f"/reviews/{early.pk}/")
    page.click("a:text-is('Attach a file')")
    send_refused(page, "Attach the file")
    fill(page, title="Letter")
    letter = {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF"}
    page.set_input_files("#id_file", letter)
    send(page, "Attach the file", "File attached.")
    page.click("main a:text-is('Letter')")
    with page.expect_download() as taken:
        page.click("a:text-is('Download the file')")
    assert taken.value.suggested_filename == "letter.pdf"
    assert taken.value.path().read_bytes() == letter["buffer"]


def a_table_by_keyboard(page, early):
    """Pastes a letter's table, sees what it gives and keeps it."""
    page.goto(f"/reviews/{early.pk}/")
    follow(page, "a[href$='/paste/']")
    typed(page, "#id_table", "Theme | Strengths\nPractice | Clear")
    follow(page, "main form button")
    expect(page.locator("caption")).to_have_text("1 to add")
    assert_sound(page)
    follow(page, "button[name=keep]")
    page.wait_for_selector("text=Findings added: 1.")


def under_a_theme_by_keyboard(page, late):
    """Chooses two findings of a review and puts both under its theme."""
    rows = [finding(review=late, text=f"Plans lack dates, part {n}") for n in (1, 2)]
    page.goto("/reviews/findings/")
    for one in rows:
        tab_to(page, f"#choose-{one.pk}")
        page.keyboard.press("Space")
    follow(page, "#several button")
    page.wait_for_selector("text=2 chosen")
    follow(page, "button[type=submit]")
    assert_refused(page)
    assert_sound(page)
    tab_to(page, "#id_theme")
    page.keyboard.press("ArrowDown")
    follow(page, "button[type=submit]")
    page.wait_for_selector("text=2 of 2 would change")
    assert_sound(page)
    follow(page, "button[name=keep]")
    page.wait_for_selector("text=2 findings changed.")
    assert_at(page, "/reviews/findings/")
    assert Finding.objects.filter(pk__in=[one.pk for one in rows], theme__isnull=False).count() == 2


def test_a_table_is_pasted_and_a_due_date_moved_without_script(
    without_script, sign_in, reviews, followed
):
    page = without_script
    sign_in(page, officer())
    page.goto(f"/reviews/{reviews[0].pk}/findings/paste/")
    fill(page, table=TABLE)
    page.click("button:text-is('Continue')")
    expect(page.locator("caption")).to_have_text("3 to add")
    page.click("button:text-is('Change the table')")
    assert page.input_value("#id_table") == TABLE
    page.click("button:text-is('Continue')")
    send(page, "Keep them", "Findings added: 3.")
    assert Finding.objects.filter(kind="strength").count() == 2
    page.goto(f"/actions/{Action.objects.get(reference='A1').pk}/")
    page.click("a:text-is('Move the due date')")
    fill_date(page, "to_day", "31 1 2018")
    send(page, "Move the due date", "Explain why the due date is moved")
    fill(page, reason="The supplier was late.")
    send(page, "Move the due date", "by 61 days in all")


def test_an_officer_of_improvement_follows_a_plan_to_its_board(page, sign_in, followed):
    sign_in(page, officer())
    page.goto("/actions/?text=A1")
    page.click("main a:text-is('A1')")
    page.click("a:text-is('Add a note')")
    send_refused(page)
    fill_date(page, "noted_on", "1 8 2017")
    page.select_option("#id_post", label="Head of Service")
    fill(page, text="Thirty plans were read.")
    send(page, "Save", "Note added.")
    page.click("a:text-is('Add a link to evidence')")
    page.select_option("#id_figure", label="Improvement actions overdue")
    fill(page, shows="Fewer are late")
    send(page, "Save", "Link to evidence added.")
    assert page.is_visible("a:text-is('Fewer are late')")
    assert_sound(page)
    an_action_done_and_checked_by_another(page, sign_in)
    page.goto(f"/actions/plans/{followed.pk}/")
    follow(page, "a[href$='/board/']")
    fill_date(page, "since", "30 6 2017")
    send(page, "Show what changed", "Changes since the last meeting")
    said = page.inner_text("main")
    assert "Overdue: 1" in said and "Twenty plans were read." in said
    assert_sound(page)
    fill(page, since_day="32")
    page.click("button:text-is('Show what changed')")
    page.wait_for_selector(".govuk-error-summary")
    assert_sound(page)


def an_action_done_and_checked_by_another(page, sign_in):
    """Marks one as done, which its marker cannot check; who holds another post does."""
    marked = Action.objects.get(reference="A2")
    page.goto(f"/actions/{marked.pk}/")
    page.click("a:text-is('Mark as done')")
    fill_date(page, "finished_on", "31 8 2017")
    send_refused(page, "Mark as done")
    fill(page, evidence="Audit of 40 plans, 31 August 2017")
    send(page, "Mark as done", "Marked as done. It waits for its check.")
    page.click("a:text-is('Check that it is done')")
    page.wait_for_selector("text=another person checks it")
    assert_sound(page)
    other = holder(post=post("Principal Social Worker")).account
    sign_in(page, other)
    page.goto(f"/actions/{marked.pk}/")
    page.click("a:text-is('Check that it is done')")
    send_refused(page, "Save the check")
    page.check("label:text-is('Yes, it is done')")
    send(page, "Save the check", "The action is done and checked.")
    assert_sound(page)
    marked.refresh_from_db()
    assert (marked.status, str(marked.checker)) == ("done", "Principal Social Worker")
