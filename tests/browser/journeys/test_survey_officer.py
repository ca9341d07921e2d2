"""An officer of surveys and of other matters, without script where a form is sent: a survey from
its questions to its series, a claim tested, a measure's value, and a development."""

from datetime import date

import pytest

from assurance.surveys.models import Answer, Wave
from tests.browser.forms import fill, fill_date, send, send_refused
from tests.browser.reading import assert_refused, assert_sound
from tests.cast import clerk, officer
from tests.make import matters
from tests.make.surveys import york

pytestmark = pytest.mark.long


@pytest.fixture
def measure(transactional_db, built):
    """A measure with a series and a target that it meets."""
    made = matters.measure(title="Average caseload of a social worker")
    for day, value in ((date(2014, 12, 31), "19.20"), (date(2015, 12, 8), "16.80")):
        matters.value(measure=made, to_date=day, value=value)
    matters.target(measure=made, value=17)
    return made


def test_an_officer_keeps_a_survey_from_its_questions_to_its_series(
    without_script, sign_in, built, transactional_db
):
    page = without_script
    sign_in(page, officer())
    page.goto("/surveys/add/")
    fill(page, title="U Matter", audience="Children in care")
    fill(page, questions="I can rely on my worker\nMy worker listens to me")
    page.click("button:text-is('Save')")
    page.click("a:text-is('Add a wave')")
    page.click("button:text-is('Save')")
    assert_refused(page)
    fill(page, label="2017")
    fill_date(page, "started_on", "1 5 2017")
    fill_date(page, "ended_on", "31 5 2017")
    page.click("button:text-is('Save')")
    page.click("a:has-text('Enter answers')")
    first, second = Wave.objects.get().survey.questions_held
    page.fill(f"#id_n_yes_{first.pk}", "42")
    page.click("button:text-is('Save')")
    assert_refused(page)
    page.fill(f"#id_n_answered_{first.pk}", "56")
    page.fill(f"#id_per_cent_{second.pk}", "54%")
    fill(page, source="The printed report")
    send(page, "Save", "Answers entered or changed: 2.")
    shown = page.inner_text("main")
    assert "42 of 56, 75%" in shown and "54%, base not known" in shown
    assert Answer.objects.count() == 2


def test_a_claim_and_a_measure_are_followed(page, without_script, sign_in, measure):
    of = york()
    sign_in(page, officer())
    page.goto(f"/surveys/{of.pk}/")
    assert_sound(page)
    page.goto(f"/surveys/{of.pk}/claims/")
    page.check("#id_claim_0")
    send(page, "Test the claim", "It fell from 65% (2015) to 54% (2017)")
    assert_sound(page)
    page.goto(f"/surveys/waves/{of.waves.get(label='2017').pk}/enter/")
    page.fill("input[name^=n_yes_] >> nth=0", "42")
    send_refused(page)
    a_development(page)
    sign_in(without_script, officer())
    a_value_by_keys_alone(without_script)
    sign_in(page, clerk())
    page.goto(f"/matters/measures/{measure.pk}/")
    page.wait_for_selector("text=Meets the target")
    assert page.locator("main a:has-text('Change'), main a:has-text('Add')").count() == 0
    assert_sound(page)


def a_development(page):
    """Adds a development, which has to be told of fully."""
    page.goto("/matters/developments/add/")
    send_refused(page)
    fill(page, title="One front door")
    page.select_option("#id_kind", label="Front door")
    page.check("#id_state_1")
    fill_date(page, "state_on", "8 12 2015")
    send(page, "Save", "Development added.")


def a_value_by_keys_alone(page):
    """Adds a value to the measure's series."""
    page.goto("/matters/measures/")
    page.focus("tbody th a")
    page.keyboard.press("Enter")
    page.wait_for_selector("svg")
    page.click("a:text-is('Add a value')")
    page.focus("#id_to_date_day")
    for text in ("5", "1", "2016"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    fill(page, value="16.1")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Value added.")
    page.wait_for_selector("a:text-is('5 January 2016')")
