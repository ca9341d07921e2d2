"""Each field's own sentence, what stands after a withdrawal, and which surveys are found."""

from datetime import date

import pytest

from assurance.figures.figure import FigureRequest
from assurance.runtime.periods import When
from assurance.surveys.figures import FIGURES
from assurance.surveys.forms import AnswerForm
from assurance.surveys.models import Answer, Survey
from tests.cast import officer
from tests.make.surveys import answer, question, stated, survey, wave, york
from tests.refusals import at
from tests.sweeping import NamedCase, brief

pytestmark = pytest.mark.django_db
GONE = {"withdrawn_on": date(2019, 3, 1), "withdrawn_because": "Twice"}
YES = FIGURES[0]


def test_each_field_of_an_answer_has_its_own_sentence():
    asked = question()
    held = wave(asked.survey)
    usual = {"question": asked.pk, "n_yes": "1", "n_answered": "2"}
    for typed, field, sentence in (
        ({"n_yes": "-1"}, "n_yes", "“Answered yes” must be 0 or more"),
        ({"n_yes": "1000001"}, "n_yes", "“Answered yes” must be 1,000,000 or fewer"),
        ({"n_yes": "4.5"}, "n_yes", "“Answered yes” must be a whole number, such as 42"),
        ({"n_yes": "²"}, "n_yes", "“Answered yes” must be a whole number, such as 42"),
        ({"n_answered": "x"}, "n_answered", "“Answered it” must be a whole number, such as 42"),
        ({"n_asked": "-5"}, "n_asked", "“Were asked” must be 0 or more"),
        ({"per_cent": "101"}, "per_cent", "A per cent lies between 0 and 100"),
        *at(
            "source",
            ("x" * 201, "“Where a stated per cent is printed” must have 200 characters or fewer"),
        ),
        *at("wording", ("x" * 301, "“Wording in this wave” must have 300 characters or fewer")),
        ({"question": ""}, "question", "Select the question"),
    ):
        form = AnswerForm({**usual, **typed}, council=held.council, parent=held)
        assert form.errors[field][0] == sentence


def test_what_is_withdrawn_counts_no_more_whichever_part_of_it_was():
    for part in ["wave", "question", "survey", "answer"]:
        with NamedCase(brief(part)):
            row = answer()
            year = When(date(2017, 1, 1), date(2017, 12, 31))
            before = YES.measure(FigureRequest(row.council, year))
            assert [one.count for one in before.values()] == [42]
            parts = {
                "wave": row.wave,
                "question": row.question,
                "survey": row.wave.survey,
                "answer": row,
            }
            gone = parts[part]
            type(gone).objects.filter(pk=gone.pk).update(**GONE, withdrawn_by=officer())
            after = YES.measure(FigureRequest(row.council, year))
            assert [one.count for one in after.values()] == [None]
            assert list(Answer.objects.listed()) == []


def test_an_answer_is_of_the_period_in_which_its_fieldwork_ended():
    council = answer().council
    for first, last, found in (
        (date(2017, 5, 31), date(2017, 5, 31), True),
        (date(2017, 5, 1), date(2017, 5, 30), False),
        (date(2017, 6, 1), date(2017, 12, 31), False),
        (date(2017, 5, 30), date(2017, 6, 1), True),
        (date(2017, 1, 1), date(2017, 5, 31), True),
    ):
        values = YES.measure(FigureRequest(council, When(first, last), None)).values()
        assert [one.count for one in values] == ([42] if found else [None]), (first, last)


def test_waves_and_questions_stand_in_their_order_and_the_withdrawn_ones_are_told_apart():
    of = survey()
    later, sooner, gone = wave(of, 2018), wave(of, 2016), wave(of, 2019)
    second, first = question(of, "B", order=5), question(of, "A", order=2)
    answer(first, sooner), stated(first, later), answer(second, later)
    question(of, "C", **GONE, withdrawn_by=officer())
    answer(second, sooner, **GONE, withdrawn_by=officer())
    answer(second, gone)
    type(gone).objects.filter(pk=gone.pk).update(**GONE, withdrawn_by=officer())
    assert of.waves_held == [sooner, later] and of.latest_wave == later
    silent = question(of, "D", order=9)
    assert of.questions_held == [first, second, silent]
    assert [(one.label, one.n_answers) for one in of.waves_by_day()] == [
        ("2016", 1),
        ("2018", 2),
        ("2019", 1),
    ]
    assert [(asked, [one.wave.label for one in told]) for asked, told in of.series()] == [
        (first, ["2016", "2018"]),
        (second, ["2018"]),
        (silent, []),
    ]
    empty = survey()
    assert (empty.latest_wave, empty.series()) == (None, [])


def test_surveys_are_found_by_words_of_their_title_or_of_whom_they_ask():
    york()
    survey(title="Carers of 2018", audience="Foster families")
    survey(title="Staff", audience="Foster carers")
    for typed, titles in (
        *(("matter", ["U Matter"]), ("MATTER", ["U Matter"]), ("2018", ["Carers of 2018"])),
        *(("carers", ["Carers of 2018", "Staff"]), ("nowhere", [])),
        ("", ["Carers of 2018", "Staff", "U Matter"]),
    ):
        assert [one.title for one in Survey.objects.filtered(typed)] == titles, typed
