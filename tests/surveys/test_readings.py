"""What is read of surveys: which waves, questions and answers count, and in what order."""

import pytest

from assurance.surveys.models import Survey
from tests.make.surveys import answer, stated, wave, york

pytestmark = pytest.mark.django_db


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
