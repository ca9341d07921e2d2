"""Answers of surveys reckoned again, question by question."""

from decimal import Decimal
from functools import partial

from tests.reckoning.raw import Answer, Part, named


def told(read, raw, asked):
    """What `read` gives of the latest answer to each question: (count, base), or None."""
    members = {}
    for question in raw.standing("Question", asked.council):
        survey = raw.by_pk("Survey")[question.survey_id]
        row = _latest(raw, asked, question)
        counts = read(row) if row and survey.withdrawn_on is None else None
        if counts:
            name = f"{survey.slug}__{question.slug}"
            members[name] = Part(*counts, named("answer", [row]))
    silent = asked.cohort is not None or not members
    return None if silent else Answer(members, asked.start, asked.end)


def _latest(raw, asked, question):
    """The answer of the wave that ended last within the days, or None."""
    waves = raw.by_pk("Wave")
    rows = [
        row
        for row in raw.of("Answer", "question_id", question.id)
        if row.withdrawn_on is None
        and waves[row.wave_id].withdrawn_on is None
        and asked.start <= waves[row.wave_id].ended_on <= asked.end
    ]
    return max(rows, key=lambda row: (waves[row.wave_id].ended_on, row.wave_id), default=None)


def _yes(row):
    return None if row.n_yes is None else (row.n_yes, row.n_answered)


def _answered(row):
    return None if row.n_yes is None else (row.n_answered, None)


def _stated(row):
    if row.per_cent is None or row.bound or row.n_answered is not None:
        return None
    return int(row.per_cent + Decimal("0.5")), None


def _of_base(row):
    if row.per_cent is None or row.bound or row.n_answered is None:
        return None
    implied = round(row.per_cent / 100 * row.n_answered)
    if 1 <= implied <= 5 or 1 <= row.n_answered - implied <= 5:
        return None
    return int(row.per_cent + Decimal("0.5")), row.n_answered


def _bound(words, row):
    return (int(row.per_cent * 10), None) if row.bound == words else None


TABLE = {
    "surveys.stated_of_base": partial(told, _of_base),
    "surveys.stated_over": partial(told, partial(_bound, "over")),
    "surveys.stated_under": partial(told, partial(_bound, "under")),
    "surveys.yes": partial(told, _yes),
    "surveys.answered": partial(told, _answered),
    "surveys.stated_per_cent": partial(told, _stated),
}
