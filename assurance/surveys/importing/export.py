"""Results of surveys given back as a file of that kind."""

from collections.abc import Iterator

from assurance.accounts.models.accounts import Council
from assurance.surveys.models import Answer, Question, Survey, Wave
from assurance.surveys.rules.answers import SourcePerCent
from assurance.tables.clean import plain

OF_AN_ANSWER = ("n_yes", "n_answered", "n_asked", "source")


def export_rows(council: Council) -> Iterator[dict]:
    """A row for each answer that counts, in the order of its survey, its wave and its question."""
    surveys = _names(Survey.objects.of(council), "title")
    waves = _names(Wave.objects.of(council), "label", "survey_id")
    questions = _names(Question.objects.of(council), "wording", "survey_id")
    rows = Answer.objects.of(council).listed().select_related("wave", "question__survey")
    ordered = rows.order_by("question__survey", "wave__ended_on", "wave", "question__order")
    for item in ordered.iterator(chunk_size=500):
        survey, wave, question = item.question.survey, item.wave, item.question
        stated = item.per_cent is not None and SourcePerCent(item.per_cent, item.bound)
        yield {
            **{name: getattr(item, name) for name in OF_AN_ANSWER},
            "survey": surveys[survey.pk],
            "audience": survey.audience,
            "wave": waves[wave.pk],
            "started_on": wave.started_on,
            "ended_on": wave.ended_on,
            "question": questions[question.pk],
            "order": question.order,
            "wording": item.wording if item.wording != question.wording else None,
            "per_cent": str(stated) if stated else None,
        }


def _names(rows, value, within=""):
    """Key → what finds each standing row again: what it is called, or its slug where another one
    beside it is called so."""
    entries = ("pk", value, "slug", *([within] if within else []))
    current, result = {}, list(rows.active().order_by("-pk").values_list(*entries))
    for key, name, slug, *of in result:
        current |= {(*of, plain(slug)): key, (*of, plain(name)): key}
    return {
        key: name if current[(*of, plain(name))] == key else slug for key, name, slug, *of in result
    }
