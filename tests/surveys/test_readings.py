"""What is read of surveys: which waves, questions and answers count, and in what order."""

from datetime import date

import pytest

from assurance.surveys.models import Survey
from tests.cast import officer
from tests.make.surveys import answer, question, stated, wave, york

pytestmark = pytest.mark.django_db


def gone():
    """The fields of a withdrawn row."""
    day = date(2019, 3, 1)
    return {"withdrawn_on": day, "withdrawn_by": officer(), "withdrawn_because": "Twice"}


def labels(rows):
    """The waves' labels, in order."""
    return [one.label for one in rows]


def test_a_series_holds_the_answers_that_count_in_the_order_of_the_waves():
    to = question()
    of = to.survey
    silent = question(of, "Never asked")
    for year in (2018, 2015, 2017):
        answer(to, wave(of, year))
    answer(to, wave(of, 2016), **gone())
    answer(to, wave(of, 2014, **gone()))
    [(one, answers), (other, none)] = of.series()
    assert (one, other) == (to, silent)
    assert labels(row.wave for row in answers) == ["2015", "2017", "2018"]
    assert none == []


def test_a_series_asks_the_same_queries_however_long_it_is(django_assert_num_queries):
    of = york()
    for year in range(2000, 2012):
        stated(of.questions.first(), wave(of, year), 50)
    held = Survey.objects.prefetch_related("waves", "questions").get(pk=of.pk)
    with django_assert_num_queries(1):
        series = held.series()
        assert [row.wave.label and row.question.wording for _, rows in series for row in rows]
        assert held.latest_wave.label == "2018–19"


def test_each_thing_says_what_it_is():
    row = answer()
    assert str(row) == f"{row.question.wording} (2017)"
    assert str(row.wave) == "Survey 1, 2017"
    assert str(row.question) == row.question.wording
    assert row.question.token == "survey-1__question-1"
    assert row.token == "survey-1__question-1__2017"
