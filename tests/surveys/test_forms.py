"""What the forms of surveys read from what is typed, and what they tell the operations."""

from decimal import Decimal

import pytest
from django.http import QueryDict

from assurance.surveys.forms import AnswerForm, AnswersForm, QuestionForm, SurveyForm
from tests.make.surveys import answer, question, stated, wave

pytestmark = pytest.mark.django_db


def filled(form, **typed):
    """The form class's said, with what is typed of one answer."""
    held = wave()
    asked = question(held.survey)
    made = form({"question": asked.pk, **typed}, council=held.council, parent=held)
    assert made.is_valid(), made.errors
    return made.values_to_save()


def test_counts_are_told_without_a_source_and_a_stated_per_cent_with_it():
    said = filled(AnswerForm, n_yes="42", n_answered="57", n_asked="90", source="The report")
    assert (said["n_yes"], said["n_answered"], said["n_asked"]) == (42, 57, 90)
    assert (said["per_cent"], said["bound"], said["source"]) == (None, "", "")


def test_a_stated_per_cent_is_told_with_its_bound_and_its_source():
    said = filled(AnswerForm, per_cent="over 90%", source="The report")
    assert (said["per_cent"], said["bound"], said["source"]) == (Decimal(90), "over", "The report")
    assert said["n_yes"] is None


def test_the_page_of_a_wave_asks_every_question_in_its_order_and_nothing_twice():
    held = wave()
    second, first = question(held.survey, "B", order=2), question(held.survey, "A", order=1)
    form = AnswersForm(wave=held, version=1)
    names = [name for name in form.fields if name.startswith("n_yes")]
    assert names == [f"n_yes_{first.pk}", f"n_yes_{second.pk}"]
    assert len(form.fields) == 2 * 5 + 2
    assert "A: “Answered yes” must be" in str(form.fields[names[0]].error_messages)


def test_an_empty_page_says_nothing_of_any_question():
    held = wave()
    question(held.survey)
    form = AnswersForm(QueryDict("version=1"), wave=held, version=1)
    assert form.is_valid()
    [(_, said)] = form.rows()
    assert set(said.values()) == {None, ""}


def test_an_answer_is_shown_again_as_it_was_typed():
    row = stated(per_cent="54.5", bound="under")
    assert AnswerForm(council=row.council, record=row).initial["per_cent"] == "under 54.5%"
    row = answer()
    form = AnswerForm(council=row.council, record=row)
    assert (form.initial["n_yes"], form.initial["per_cent"]) == (42, "")


def test_questions_are_asked_for_a_new_survey_alone_and_a_place_has_its_bounds():
    row = question()
    assert "questions" in SurveyForm(council=row.council).fields
    assert "questions" not in SurveyForm(council=row.council, record=row.survey).fields
    for place, fits in (("1", True), ("1000", True), ("0", False), ("1001", False), ("x", False)):
        form = QuestionForm({"wording": "Q", "order": place}, council=row.council)
        assert form.is_valid() is fits
