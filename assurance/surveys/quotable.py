"""What a report may quote and list of surveys, their waves and answers."""

from dataclasses import replace

from assurance.figures.models import small_up_to
from assurance.figures.quotable import (
    QuotedRecord,
    active_rows,
    begun_by,
    by_slug,
    plain,
    timeless,
)
from assurance.surveys.models import Answer, Survey, Wave
from assurance.surveys.rules.answers import gives_away

# A list prints no counted number: figures do, so that small numbers are protected.
COUNTED = "Counted: see the figures of this question"
NOT_SHOWN = "not shown"


def _wave(council, slug):
    """`u-matter__2017`: the survey and the wave."""
    survey, _, wave = slug.partition("__")
    rows = active_rows(Wave)(council).filter(survey__withdrawn_on__isnull=True)
    return rows.filter(survey__slug=survey, slug=wave).first()


def _answer(council, slug):
    """`u-matter__reliable__2017`: the survey, the question and the wave."""
    survey, _, rest = slug.partition("__")
    question, _, wave = rest.partition("__")
    rows = Answer.objects.of(council).listed().to_tell()
    matches = rows.filter(question__survey__slug=survey, question__slug=question)
    return matches.filter(wave__slug=wave).first()


def _stated(row):
    # What was counted is a figure, so that small numbers are protected; a per cent that is only
    # stated is not, unless it gives a small number away.
    if row.n_yes is not None:
        return None
    return None if gives_away(row, row.small_up_to) else row.said


def _listed(row):
    if row.n_yes is not None:
        return COUNTED
    return _stated(row) or NOT_SHOWN


def _protected(row, paper):
    row.small_up_to = small_up_to(row.council, paper)
    return row


RECORDS = {
    "survey": QuotedRecord(
        by_slug(Survey),
        plain("title audience"),
        timeless("A survey is a set of questions; its waves have the dates."),
    ),
    "wave": QuotedRecord(
        _wave,
        {**plain("label started_on ended_on source"), "survey": lambda row: row.survey.title},
        begun_by("started_on"),
    ),
    "answer": QuotedRecord(
        _answer,
        {**plain("wording source"), "said": _stated, "wave": lambda row: row.wave.label},
        begun_by("wave__ended_on"),
        for_paper=_protected,
    ),
}
# A list has no empty cell for an answer that is recorded.
LISTED_ANSWER = replace(RECORDS["answer"], fields={**RECORDS["answer"].fields, "said": _listed})
