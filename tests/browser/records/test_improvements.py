"""An officer's walk through improvement plans and actions in a real browser."""

from datetime import date

import pytest

from assurance.improvement.models.actions import Action
from tests.browser.reading import assert_refused, assert_sound
from tests.cast import officer
from tests.make.findings import finding, review
from tests.make.improvements import action, moved, plan, priority

SAVE = "button:text-is('Save')"


@pytest.fixture
def actions(transactional_db):
    """Thirty actions of a plan, so that the list has two pages; the first answers a finding."""
    under = priority(plan(title="Plan of 2017"), title="Plans and visits")
    of = review(title="Inspection of 2016")
    answered = finding(review=of, text="Plans lack dates.")
    finding(review=of, kind="recommendation", text="Read the plans each month.")
    made = [action(priority=under, reference=f"A{number:02}") for number in range(30)]
    made[0].findings.set([answered])
    moved(made[0], date(2017, 6, 1), date(2017, 12, 1), date(2017, 12, 31))
    return made


def fill_day(page, name, day):
    """Types a date into its boxes."""
    for part in ("day", "month", "year"):
        page.fill(f"#id_{name}_{part}", str(getattr(day, part)))


def fill_action(page):
    """Fills the form of an action that answers the recommendation."""
    page.select_option("#id_priority", label="Plan of 2017: 1. Plans and visits")
    page.fill("#id_reference", "B1")
    page.fill("#id_text", "Read ten plans each month.")
    page.fill("#id_owner_role", "Head of Service")
    fill_day(page, "starts_on", date(2017, 5, 17))
    fill_day(page, "due_on", date(2017, 12, 31))
    page.check("label:has-text('Recommendation 1: Read the plans')")


@pytest.mark.parametrize("address", ["/actions/", "/actions/add/"])
def test_the_register_of_actions_has_no_fault_in_either_look(page, skin, sign_in, actions, address):
    sign_in(page, officer())
    page.goto(address)
    assert_sound(page)


def test_the_officers_walk_through_actions_has_no_fault(page, built, sign_in, actions):
    sign_in(page, officer())
    page.goto("/actions/add/")
    page.click(SAVE)
    assert_refused(page)
    assert_sound(page)
    fill_action(page)
    page.click(SAVE)
    page.wait_for_selector("text=Action added.")
    assert "Recommendation 1 of Inspection of 2016" in page.inner_text("main")
    assert_sound(page)
    page.click("a:has-text('Change progress')")
    page.check("label:text-is('Done and checked')")
    page.click(SAVE)
    assert "Say what shows that the action is done" in page.inner_text(".govuk-error-summary")
    assert_sound(page)
    fill_day(page, "done_on", date(2017, 9, 1))
    page.fill("#id_evidence", "Forty plans were read.")
    page.fill("#id_checked_by_role", "Director")
    Action.objects.filter(reference="B1").update(version=2, support_roles="Team managers")
    page.click(SAVE)
    page.wait_for_selector("text=Someone else changed this while you were writing")
    page.complaints.clear()  # the browser complains of the status 409 itself
    assert_sound(page)
    page.click(SAVE)
    page.wait_for_selector("text=Action changed.")
    page.click("a:text-is('Withdraw')")
    page.fill("#id_because", "Entered twice")
    page.click("button:has-text('Withdraw')")
    page.wait_for_selector("text=Action withdrawn.")
    assert_sound(page)


def test_a_due_date_is_moved_without_script(open_page, without_script, built, sign_in, actions):
    page = open_page()
    sign_in(page, officer())
    page.goto(f"/actions/{actions[0].pk}/due/")
    assert_sound(page)
    page.goto(f"/actions/{actions[0].pk}/")
    assert_sound(page)
    sign_in(without_script, officer())
    without_script.goto(f"/actions/{actions[0].pk}/")
    without_script.click("a:text-is('Move the due date')")
    fill_day(without_script, "to_day", date(2018, 1, 31))
    without_script.click("button:text-is('Move the due date')")
    assert "Say why the due date is moved" in without_script.inner_text(".govuk-error-summary")
    without_script.fill("#id_reason", "The supplier was late.")
    without_script.click("button:text-is('Move the due date')")
    assert "by 61 days in all" in without_script.inner_text("main")


@pytest.mark.parametrize(
    "address", ["/actions/unanswered/", "/actions/unlinked/", "/actions/plans/"]
)
def test_the_gaps_and_the_plans_have_no_fault(page, built, sign_in, actions, address):
    sign_in(page, officer())
    page.goto(address)
    assert_sound(page)


def test_a_plan_and_its_priority_are_added(page, built, sign_in, actions):
    sign_in(page, officer())
    page.goto("/actions/plans/add/")
    page.fill("#id_title", "Plan of 2018")
    fill_day(page, "from_date", date(2018, 4, 1))
    page.click(SAVE)
    page.wait_for_selector("text=Improvement plan added.")
    page.click("a:text-is('Add a priority')")
    assert_sound(page)
    page.fill("#id_title", "Visits on time")
    page.click(SAVE)
    page.wait_for_selector("text=Priority added.")
    assert_sound(page)
    page.click("a:text-is('Visits on time')")
    assert_sound(page)
