"""Surveys with waves that ended on every edge, their answers counted, stated, bounded, withdrawn or
absent; a wave, a question and a survey withdrawn with all that hangs on them."""

from datetime import timedelta
from itertools import cycle

from assurance.surveys.models import Answer, Question, Survey, Wave
from tests.crowds.days import HALF_YEAR, LEAP, LONG_AGO, around, withdrawn

ENDED = (LONG_AGO, *around(HALF_YEAR), *around(LEAP))
STATED = {"source": "The printed report"}
# What is said of an answer; the third element of a wave's tells whether it was withdrawn.
SAID = (
    {"n_yes": 42, "n_answered": 57},
    {"per_cent": 54, **STATED},
    {"n_yes": 0, "n_answered": 9, "n_asked": 90},
    {"per_cent": "64.5", **STATED},
    {"per_cent": 90, "bound": "over", **STATED},
    {"n_yes": 44, "n_answered": 44},
    {"per_cent": 31, "n_answered": 200, **STATED},
    {"per_cent": "97.5", "n_answered": 200, **STATED},
    {"per_cent": "9.5", "bound": "under", **STATED},
    {"per_cent": "80.5", "bound": "over", **STATED},
    None,
)


def build(council, by, every):
    """Three surveys of five questions, the last survey withdrawn; of the answers one in `every`."""
    said = cycle(SAID)
    for number in range(3):
        out = withdrawn(by) if number == 2 else {}
        survey = Survey.objects.create(
            council=council,
            slug=f"survey-{number}",
            title=f"Survey {number}",
            audience="Young people",
            created_on=LONG_AGO,
            **out,
        )
        _fill(survey, by, every, said)


def _fill(survey, by, every, said):
    questions = [_question(survey, order, by) for order in range(1, 6)]
    waves = [_wave(survey, day, place, by) for place, day in enumerate((*ENDED, HALF_YEAR))]
    pairs = [(wave, question) for wave in waves for question in questions]
    rows = [(*pair, told) for pair, told in zip(pairs, said, strict=False) if told]
    Answer.objects.bulk_create(
        Answer(
            council=survey.council,
            wave=wave,
            question=question,
            wording=question.wording,
            created_on=LONG_AGO,
            **{**told, **(withdrawn(by) if number % 11 == 3 else {})},
        )
        for number, (wave, question, told) in enumerate(rows)
        if number % every == 0
    )


def _question(survey, order, by):
    return Question.objects.create(
        council=survey.council,
        survey=survey,
        slug=f"question-{order}",
        wording=f"Question {order}?",
        order=6 - order,
        created_on=LONG_AGO,
        **(withdrawn(by) if order == 5 else {}),
    )


def _wave(survey, day, place, by):
    return Wave.objects.create(
        council=survey.council,
        survey=survey,
        slug=f"wave-{place}",
        label=f"Wave {place}",
        started_on=day - timedelta(days=30),
        ended_on=day,
        created_on=LONG_AGO,
        **(withdrawn(by) if place == 3 else {}),
    )
