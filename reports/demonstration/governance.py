"""The demonstration's other matters: developments, documents, a board, events, a statement, a risk
and measures."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from assurance.governance.models.developments import Development, Milestone
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.forum_meetings import ForumMeeting
from assurance.governance.models.measures import Measure, MeasureTarget, MeasureValue
from assurance.governance.models.risks import Risk, RiskRating, RiskScale
from assurance.governance.models.statements import Statement
from assurance.governance.operations import record_development
from assurance.meetings.models.bodies import Body
from assurance.records import operations
from assurance.runtime.digits import whole
from assurance.surveys import operations as surveys
from assurance.surveys.models import Survey, Wave
from assurance.surveys.rules.answers import BLANK, stated
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil
from reports.demonstration.posts import with_posts

KINDS = {
    "development": Development,
    "milestone": Milestone,
    "document": Document,
    "forum": Body,
    "meeting": ForumMeeting,
    "event": EngagementEvent,
    "statement": Statement,
    "scale": RiskScale,
    "risk": Risk,
    "rating": RiskRating,
    "measure": Measure,
    "value": MeasureValue,
    "target": MeasureTarget,
}


def matters() -> list[tuple[date, dict]]:
    """(day, what is said) of each matter, in the order of the file."""
    return [(date.fromisoformat(text["on"]), text) for text in texts.read("matters")]


def record(founded: FoundedCouncil, said: dict, on: date):
    """One matter with what lies within it, recorded `on` its day."""
    own = {"council": founded.council, "by": founded.accounts["officer"], "on": on}
    matter = _add(own, said, founded.posts)
    for item in said.get("within", ()):
        _add(own, item, founded.posts, matter)
    return matter


def _add(own, value, posts, parent=None):
    model = KINDS[value["kind"]]
    fields = with_posts(posts, exact(texts.dated(value["said"])))
    within = {model.parent_field: parent} if parent else {}
    if model is Development:
        return record_development(**own, **fields)
    return operations.create(model=model, **own, **within, **fields)


def exact(fields: dict) -> dict:
    """The fields of a record with the numbers of a measure among them as exact ones."""
    names = [name for name in ("value", "tolerance") if fields.get(name)]
    return fields | {name: Decimal(fields[name]) for name in names}


def waves(founded: FoundedCouncil) -> Iterator[tuple[date, Callable]]:
    """(the day on which it is recorded, what records it) of the survey and of each of its waves."""
    value = texts.read("survey")
    own = {"council": founded.council, "by": founded.accounts["officer"]}
    named = {name: value[name] for name in ("title", "audience", "questions")}
    first = date.fromisoformat(value["waves"][0]["recorded_on"])
    yield first, lambda on: surveys.record_survey(**own, on=on, **named)
    for wave in value["waves"]:
        values = {name: wave[name] for name in wave if name != "recorded_on"}
        yield date.fromisoformat(wave["recorded_on"]), partial(_record_wave, own, values)


def _record_wave(own, values, on):
    survey = Survey.objects.of(own["council"]).get(title=texts.read("survey")["title"])
    answers = values.pop("answers")
    wave = operations.create(model=Wave, **own, on=on, survey=survey, **texts.dated(values))
    rows = answers_of(survey, answers, values["source"])
    surveys.record_answers(record=wave, version=wave.version, rows=rows, by=own["by"], on=on)


def answers_of(survey: Survey, answers: Sequence[str], source: str) -> list[tuple]:
    """(question, its answer) of each question of a survey, of texts such as `47 of 81`."""
    return [
        (question, _answer(text, source))
        for question, text in zip(survey.questions_held, answers, strict=True)
    ]


def _answer(words, source):
    """What an operation is told of `47 of 81`, of `63%` or of nothing."""
    if not words:
        return BLANK
    if " of " in words:
        n_yes, n_answered = words.split(" of ")
        return {**BLANK, "n_yes": whole(n_yes), "n_answered": whole(n_answered)}
    return {**BLANK, "per_cent": stated(words).per_cent, "source": source}
