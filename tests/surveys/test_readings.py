"""What is read of surveys: which waves, questions and answers count, and in what order."""

from datetime import date

import pytest

from assurance.runtime.periods import When
from assurance.surveys.models import Answer, Survey
from tests.cast import make_council, officer
from tests.make.surveys import answer, question, stated, survey, wave, york

pytestmark = pytest.mark.django_db


def gone():
    """The fields of a withdrawn row."""
    day = date(2019, 3, 1)
    return {"withdrawn_on": day, "withdrawn_by": officer(), "withdrawn_because": "Twice"}


def labels(rows):
    """The waves' labels, in order."""
    return [one.label for one in rows]


def test_waves_stand_by_their_last_day_whenever_they_were_entered():
    of = survey()
    for year in (2018, 2015, 2017):
        wave(of, year)
    wave(of, 2019, **gone())
    assert labels(of.waves_held) == ["2015", "2017", "2018"]
    assert of.latest_wave.label == "2018"
    assert labels(of.waves_by_day()) == ["2015", "2017", "2018", "2019"]


def test_a_survey_without_a_wave_has_no_latest_one():
    assert survey().latest_wave is None
    assert survey().series() == []


def test_questions_stand_in_their_own_order_and_withdrawn_ones_do_not():
    of = survey()
    last, first = question(of, "Last", order=9), question(of, "First", order=1)
    question(of, "Gone", **gone())
    assert of.questions_held == [first, last]


def test_a_wave_counts_its_standing_answers():
    of = question().survey
    held = wave(of)
    answer(of.questions.get(), held)
    answer(question(of, "Other"), held, **gone())
    assert [one.n_answers for one in of.waves_by_day()] == [1]


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


def test_nothing_counts_of_a_withdrawn_question_or_survey():
    answer(question(**gone()))
    answer(question(survey(**gone())))
    assert Answer.objects.active().count() == 2
    assert list(Answer.objects.listed()) == []


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (date(2017, 5, 31), date(2017, 5, 31), 1),
        (date(2017, 6, 1), date(2017, 6, 30), 0),
        (date(2017, 5, 1), date(2017, 5, 30), 0),
        (date(2010, 1, 1), date(2020, 1, 1), 1),
    ],
)
def test_a_wave_belongs_to_the_period_in_which_its_fieldwork_ended(start, end, found):
    answer()
    assert Answer.objects.ended_in(When(start, end)).count() == found


@pytest.mark.parametrize(("text", "found"), [("matter", 1), ("CARE", 2), ("none", 0), ("", 2)])
def test_a_list_is_narrowed_by_title_and_by_whom_it_asks(text, found):
    york()
    survey(title="What carers say", audience="Foster carers")
    assert Survey.objects.filtered(text=text).count() == found


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


def test_two_councils_may_have_a_survey_of_one_name():
    first, second = york(), york(make_council("overby"))
    assert first.slug == second.slug
    assert Survey.objects.of(second.council).get() == second
