"""An officer's walk through other matters in a real browser."""

from datetime import date

import pytest

from assurance.governance.models.developments import Development
from tests.browser.reading import assert_at, assert_refused, assert_sound
from tests.cast import clerk, officer
from tests.make import findings, improvements, matters

SAVE = "button:text-is('Save')"
DAY = date(2015, 12, 8)


@pytest.fixture
def held(transactional_db):
    """One of each matter with what lies within it; a measure with a series and targets."""
    matters.milestone(title="First team", state="reached", reached_on=DAY)
    matters.document(
        **{"title": "The vision", "address": f"https://netherby.example/{'long' * 30}"},
        last_checked_on=date(2015, 1, 5),
    )
    meeting = matters.meeting(
        reviewed="The annual report\nThe survey", circulated="A summary", circulated_to="All"
    )
    meeting.reviews.add(findings.review())
    meeting.plans.add(improvements.plan())
    matters.event(reached="over", number=400)
    matters.statement(figures="dbs.overdue").findings.add(findings.finding())
    matters.rating()
    of = matters.measure(title="Average caseload of a social worker")
    for day, value in ((date(2014, 12, 31), "19.20"), (DAY, "16.80")):
        matters.value(measure=of, to_date=day, value=value)
    matters.target(measure=of, value=17)


def fill_day(page, name, day):
    """Fills the three boxes of a date."""
    for part in ("day", "month", "year"):
        page.fill(f"#id_{name}_{part}", str(getattr(day, part)))


@pytest.mark.parametrize("address", ["/matters/", "/matters/developments/"])
def test_the_first_pages_have_no_fault_in_either_look(page, skin, sign_in, held, address):
    sign_in(page, officer())
    page.goto(address)
    assert_sound(page)


def test_every_list_and_record_has_no_fault(page, built, sign_in, held):
    sign_in(page, officer())
    page.goto("/matters/")
    lists = page.locator(".app-tile__link").evaluate_all("all => all.map(one => one.href)")
    assert len(lists) == 8
    for address in lists:
        page.goto(address)
        page.click("tbody th a")
        assert_sound(page)


def test_an_officer_adds_a_development_and_its_milestone(page, built, sign_in, held):
    sign_in(page, officer())
    page.goto("/matters/developments/")
    page.click("a:text-is('Add a development')")
    page.click(SAVE)
    assert_refused(page)
    assert_sound(page)
    page.fill("#id_title", "One front door")
    page.select_option("#id_kind", label="Front door")
    page.check("#id_state_1")
    fill_day(page, "state_on", DAY)
    page.click(SAVE)
    page.wait_for_selector("text=Development added.")
    page.click("a:text-is('Add a milestone')")
    page.fill("#id_title", "The teams move together")
    page.check("#id_state_0")
    page.click(SAVE)
    page.wait_for_selector("text=Milestone added.")
    assert "The teams move together" in page.inner_text("main")
    assert_sound(page)
    page.click("a:has-text('Change state')")
    assert_at(page, "/change/#id_state_0")
    Development.objects.filter(title="One front door").update(version=2, partner="The trust")
    page.click(SAVE)
    page.wait_for_selector("text=Someone else changed this while you were writing")
    page.complaints.clear()  # the browser complains of the status 409 itself
    assert_sound(page)


def test_an_officer_adds_a_value_to_a_measure_by_keys_alone_and_without_script(
    without_script, built, sign_in, held
):
    page = without_script
    sign_in(page, officer())
    page.goto("/matters/measures/")
    page.focus("tbody th a")
    page.keyboard.press("Enter")
    page.wait_for_selector("svg")
    page.click("a:text-is('Add a value')")
    page.focus("#id_to_date_day")
    for typed in ("5", "1", "2016"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.fill("#id_value", "16.1")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Value added.")
    page.wait_for_selector("a:text-is('5 January 2016')")


def test_a_clerk_reads_a_series_and_is_offered_no_change(page, built, sign_in, held):
    sign_in(page, clerk())
    page.goto("/matters/measures/")
    page.click("tbody th a")
    page.wait_for_selector("text=Meets the target")
    assert page.locator("a:has-text('Change'), a:has-text('Add')").count() == 0
    assert_sound(page)
