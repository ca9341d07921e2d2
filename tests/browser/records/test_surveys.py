"""An officer's walk through surveys in a real browser."""

from datetime import date

import pytest

from assurance.surveys.models import Answer, Wave
from tests.browser.reading import assert_refused, assert_sound
from tests.cast import officer
from tests.make.surveys import question, survey, york

SAVE = "button:text-is('Save')"


def fill_wave(page, label):
    """Fills the form of a wave held in May 2017."""
    page.fill("#id_label", label)
    for name, day in (("started_on", date(2017, 5, 1)), ("ended_on", date(2017, 5, 31))):
        for part in ("day", "month", "year"):
            page.fill(f"#id_{name}_{part}", str(getattr(day, part)))


@pytest.mark.parametrize("scripted", [True, False])
def test_an_officer_keeps_a_survey_from_its_questions_to_its_series(
    open_page, built, sign_in, transactional_db, scripted
):
    page = open_page(java_script_enabled=scripted)
    sign_in(page, officer())
    page.goto("/surveys/add/")
    page.fill("#id_title", "U Matter")
    page.fill("#id_audience", "Children in care")
    page.fill("#id_questions", "I can rely on my worker\nMy worker listens to me")
    page.click(SAVE)
    page.click("a:text-is('Add a wave')")
    page.click(SAVE)
    assert_refused(page)
    fill_wave(page, "2017")
    page.click(SAVE)
    page.click("a:has-text('Enter answers')")
    first, second = Wave.objects.get().survey.questions_held
    page.fill(f"#id_n_yes_{first.pk}", "42")
    page.click(SAVE)
    assert_refused(page)
    if scripted:
        assert_sound(page)
    page.fill(f"#id_n_answered_{first.pk}", "56")
    page.fill(f"#id_per_cent_{second.pk}", "54%")
    page.fill("#id_source", "The printed report")
    page.click(SAVE)
    page.wait_for_selector("text=Answers entered or changed: 2.")
    shown = page.inner_text("main")
    assert "42 of 56, 75%" in shown and "54%, base not known" in shown
    assert Answer.objects.count() == 2


def test_the_pages_of_a_survey_have_no_fault(page, built, sign_in, transactional_db):
    of = york()
    held = of.waves.get(label="2017")
    sign_in(page, officer())
    for address in (
        *("/surveys/", "/surveys/add/", f"/surveys/{of.pk}/", f"/surveys/{of.pk}/waves/add/"),
        *(f"/surveys/waves/{held.pk}/", f"/surveys/waves/{held.pk}/enter/"),
        *(f"/surveys/{of.pk}/claims/", f"/surveys/answers/{held.answers.first().pk}/change/"),
    ):
        page.goto(address)
        assert_sound(page)
    page.goto(f"/surveys/{of.pk}/claims/")
    page.check("#id_claim_0")
    page.click("button:text-is('Test the claim')")
    page.wait_for_selector("text=It fell from 65% (2015) to 54% (2017)")
    assert_sound(page)


def test_the_list_and_a_survey_have_no_fault_in_either_look(page, skin, sign_in, transactional_db):
    of = survey()
    question(of)
    sign_in(page, officer())
    for address in ("/surveys/", f"/surveys/{of.pk}/"):
        page.goto(address)
        assert_sound(page)
