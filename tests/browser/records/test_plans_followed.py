"""An officer's walk in a real browser: a note on an action, what shows it, and the board's page."""

from datetime import date

import pytest

from tests.browser.keys import follow
from tests.browser.reading import assert_refused, assert_sound
from tests.cast import officer
from tests.make.improvements import action, evidence, impact_change, note, plan, priority

SAVE = "button:text-is('Save')"


@pytest.fixture
def held(transactional_db):
    """A plan with two priorities, actions late, at risk and done, and what changed of them."""
    made = plan(title="After the inspection")
    front, visits = priority(made, title="Front door"), priority(made, title="Visits")
    late = action(priority=front, reference="A1")
    action(priority=front, reference="A2", status="at_risk", due_on=date(2099, 1, 1))
    action(priority=visits, reference="A3", status="done")
    note(late)
    evidence(late)
    impact_change(late)
    return made


def enter_day(page, name, day):
    """Types a day in its three boxes."""
    for part in ("day", "month", "year"):
        page.fill(f"#id_{name}_{part}", str(getattr(day, part)))


def test_the_walk_through_a_plan_that_is_followed_has_no_fault(page, built, sign_in, held):
    sign_in(page, officer())
    page.goto("/actions/?text=A1")
    page.click("main a:text-is('A1')")
    assert_sound(page)
    page.click("a:text-is('Add a note')")
    page.click(SAVE)
    assert_refused(page)
    assert_sound(page)
    enter_day(page, "noted_on", date(2017, 8, 1))
    page.fill("#id_role", "Head of Service")
    page.fill("#id_text", "Thirty plans were read.")
    page.click(SAVE)
    page.wait_for_selector("text=Note added.")
    page.click("a:text-is('Link a case audit or a figure')")
    assert_sound(page)
    page.select_option("#id_figure", label="Improvement actions overdue")
    page.fill("#id_shows", "Fewer are late")
    page.click(SAVE)
    page.wait_for_selector("text=Link to evidence added.")
    page.click("a:text-is('Fewer are late')")
    assert_sound(page)


@pytest.mark.parametrize("scripted", [True, False])
def test_the_board_sees_what_changed_since_it_met(open_page, built, sign_in, held, scripted):
    page = open_page(java_script_enabled=scripted)
    sign_in(page, officer())
    page.goto(f"/actions/plans/{held.pk}/")
    if scripted:
        follow(page, "a[href$='/board/']")
        assert_sound(page)
    else:
        page.click("a[href$='/board/']")
    enter_day(page, "since", date(2017, 6, 30))
    page.click("button:text-is('Show what changed')")
    page.wait_for_selector("text=What changed since the last meeting: 4")
    said = page.inner_text("main")
    assert "Overdue: 1" in said and "Twenty plans were read." in said
    if scripted:
        assert_sound(page)
        page.fill("#id_since_day", "32")
        page.click("button:text-is('Show what changed')")
        page.wait_for_selector(".govuk-error-summary")
        assert_sound(page)
