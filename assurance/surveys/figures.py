"""Figures of surveys: what was answered to each question in its latest wave of a period.

A question whose latest answer is counted has its yes and its base; one of which a source states a
per cent alone has that, and no base is guessed for it. A bound, or a stated per cent with a known
base, is no count: a paper quotes it from its record.
"""

from functools import partial

from assurance.figures import Asked, Figure, Reading, Tally, Timing, Unit
from assurance.surveys.models import Answer
from assurance.surveys.rules.answers import share, whole

SOURCE = "surveys recorded here"
LATEST = (
    "Of each standing question the answer in the latest wave whose fieldwork ended in the period"
)


def yes(asked: Asked) -> Reading | None:
    """How many said yes to each question, out of those who answered it."""
    answers = [one for one in _latest(asked) if one.n_yes is not None]
    bases = {one.question.token: _tally(one, one.n_answered) for one in answers}
    return _reading(asked, {one: one.n_yes for one in answers}, bases)


def answered(asked: Asked) -> Reading | None:
    """How many answered each question that was counted."""
    answers = [one for one in _latest(asked) if one.n_yes is not None]
    return _reading(asked, {one: one.n_answered for one in answers})


def stated(asked: Asked) -> Reading | None:
    """The whole per cent that a source states for a question, its base not known."""
    answers = [one for one in _latest(asked) if one.n_answered is None and not one.bound]
    return _reading(asked, {one: whole(share(one)) for one in answers})


def _latest(asked):
    """The latest answer to each question; a population of people has answered none."""
    if asked.cohort is not None:
        return []
    rows = Answer.objects.of(asked.council).listed().ended_in(asked.when).to_tell()
    return {one.question_id: one for one in rows}.values()


def _reading(asked, counts, bases=None):
    if not counts:
        return None
    members = {one.question.token: _tally(one, count) for one, count in counts.items()}
    labels = {one.question.token: f"{one.wording} ({one.wave})" for one in counts}
    return Reading(members, asked.when, source=SOURCE, bases=bases or {}, labels=labels)


def _tally(answer, count):
    return Tally(count, partial(_keys, answer))


def _keys(answer):
    return [f"answer:{answer.pk}:{answer.version}"]


def _figure(key, title, counts, rule, reckon, unit=Unit.PEOPLE, **said):
    return Figure(
        key=key,
        title=title,
        counts=counts,
        unit=unit,
        timing=Timing.IN,
        source=SOURCE,
        rule=f"{LATEST}, {rule}.",
        citation="the printed results of each wave",
        reckon=reckon,
        has_members=True,
        **said,
    )


FIGURES: tuple[Figure, ...] = (
    _figure(
        "surveys.yes",
        "Said yes in a survey, by question",
        "people who said yes to the question",
        "where it was counted: those who said yes",
        yes,
        out_of="people who answered the question",
        base="surveys.answered",
    ),
    _figure(
        "surveys.answered",
        "Answered in a survey, by question",
        "people who answered the question",
        "where it was counted: those who answered it, whether yes or no",
        answered,
    ),
    _figure(
        "surveys.stated_per_cent",
        "Per cent stated of a survey, base not known, by question",
        "the per cent of people who said yes to the question, as a source states it",
        "where a source states a per cent and no base: that per cent, rounded to a whole one",
        stated,
        Unit.PER_CENT,
    ),
)
