"""What is typed in a form outlives the way to what one of its selects lacks, and no other way."""

import pytest
from django.urls import reverse

from tests import cast
from tests.browser.reading import assert_sound
from tests.make import people

ADDING = reverse("audits:add")


def typed(page):
    """Fills in a part of the form of a case audit."""
    page.goto(ADDING)
    page.get_by_label("Audit reference").fill("A-1")
    page.get_by_label("With the worker").check()
    page.get_by_label("Strengths (optional)").fill("Visits were on time.")


@pytest.mark.long
def test_what_was_typed_is_there_again_once_what_lacked_is_added(page, sign_in):
    user = cast.officer()
    team = people.team(council=user.council)
    sign_in(page, user)
    typed(page)
    page.get_by_label("Team whose work was audited").select_option(str(team.pk))
    assert page.get_by_text("This form cannot be saved yet.").is_visible()
    page.get_by_role("link", name="Add a post").first.click()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_label("Title of the post").fill("Practice Manager")
    for part, text in (("Day", "1"), ("Month", "1"), ("Year", "2015")):
        page.get_by_label(part).first.fill(text)
    page.get_by_role("button", name="Save", exact=True).click()
    assert_sound(page)
    assert page.input_value("[name=reference]") == "A-1"
    assert page.input_value("[name=team]") == str(team.pk)
    assert page.input_value("[name=strengths]") == "Visits were on time."
    assert page.get_by_label("With the worker").is_checked()
    assert page.get_by_text("This form cannot be saved yet.").count() == 0
    assert page.get_by_label("Auditor’s post").locator("option").count() == 2


@pytest.mark.long
def test_a_form_that_is_opened_anew_is_empty_and_what_was_kept_is_forgotten(page, sign_in):
    sign_in(page, cast.officer())
    typed(page)
    page.get_by_role("link", name="Add a post").first.click()
    assert page.evaluate("sessionStorage.length") == 1
    page.goto(ADDING)
    assert page.input_value("[name=reference]") == ""
    assert page.evaluate("sessionStorage.length") == 0
