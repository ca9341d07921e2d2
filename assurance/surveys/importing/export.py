"""Results of surveys given back as a file of that kind."""

from collections.abc import Iterator

from assurance.accounts.models.accounts import Council
from assurance.surveys.models import Answer, Question, Survey, Wave
from assurance.surveys.rules.answers import SourcePerCent
from assurance.tables.clean import plain

SAID = ("n_yes", "n_answered", "n_asked", "source")


def standing(council: Council) -> Iterator[dict]:
    """A row for each answer that counts, in the order of its survey, its wave and its question."""
    surveys = _names(Survey.objects.of(council), "title")
    waves = _names(Wave.objects.of(council), "label", "survey_id")
    questions = _names(Question.objects.of(council), "wording", "survey_id")
    rows = Answer.objects.of(council).listed().select_related("wave", "question__survey")
    ordered = rows.order_by("question__survey", "wave__ended_on", "wave", "question__order")
    for one in ordered.iterator(chunk_size=500):
        survey, wave, question = one.question.survey, one.wave, one.question
        stated = one.per_cent is not None and SourcePerCent(one.per_cent, one.bound)
        yield {
            **{name: getattr(one, name) for name in SAID},
            "survey": surveys[survey.pk],
            "audience": survey.audience,
            "wave": waves[wave.pk],
            "started_on": wave.started_on,
            "ended_on": wave.ended_on,
            "question": questions[question.pk],
            "order": question.order,
            "wording": one.wording if one.wording != question.wording else None,
            "per_cent": str(stated) if stated else None,
        }


def _names(rows, said, within=""):
    """Key → what finds each standing row again: what it is called, or its slug where another one
    beside it is called so."""
    told = ("pk", said, "slug", *([within] if within else []))
    held, found = {}, list(rows.active().order_by("-pk").values_list(*told))
    for key, name, slug, *of in found:
        held |= {(*of, plain(slug)): key, (*of, plain(name)): key}
    return {
        key: name if held[(*of, plain(name))] == key else slug for key, name, slug, *of in found
    }
