"""The demonstration's survey of children in care: what was printed of its first wave, and what was
counted of the later ones."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from assurance.records import operations
from assurance.runtime.digits import whole
from assurance.surveys import operations as surveys
from assurance.surveys.models import Survey, Wave
from assurance.surveys.rules.answers import BLANK, stated
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil


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
    survey = Survey.objects.of(own["council"]).get()
    answers = values.pop("answers")
    wave = operations.create(model=Wave, **own, on=on, survey=survey, **texts.dated(values))
    rows = [
        (question, _answer(text, values["source"]))
        for question, text in zip(survey.questions_held, answers, strict=True)
    ]
    surveys.record_answers(record=wave, version=wave.version, rows=rows, by=own["by"], on=on)


def _answer(words, source):
    """What an operation is told of `47 of 81`, of `63%` or of nothing."""
    if not words:
        return BLANK
    if " of " in words:
        n_yes, n_answered = words.split(" of ")
        return {**BLANK, "n_yes": whole(n_yes), "n_answered": whole(n_answered)}
    return {**BLANK, "per_cent": stated(words).per_cent, "source": source}
