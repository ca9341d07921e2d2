"""Figures of surveys: what was answered to each question in its latest wave of a period.

A question whose latest answer is counted has its yes and its base; one of which a source states a
per cent has that, with its base where that is known and none guessed where it is not; a bound stays
a bound.
"""

from functools import partial
from math import trunc

from assurance.figures.figure import Figure, FigureRequest, Reading, Tally, Timing, Unit
from assurance.figures.rules.units import Origin
from assurance.figures.small_numbers import fewer_than
from assurance.surveys.models import Answer
from assurance.surveys.rules.answers import OVER, UNDER, gives_away, share, whole

SOURCE = "surveys recorded here"
LATEST = "Of each question the answer in the latest wave whose fieldwork ended in the period"


def yes(figure_request: FigureRequest) -> Reading | None:
    """How many said yes to each question, out of those who answered it."""
    answers = [item for item in _latest(figure_request) if item.n_yes is not None]
    bases = {answer.question.token: _tally(answer, answer.n_answered) for answer in answers}
    return _reading(figure_request, {answer: answer.n_yes for answer in answers}, bases)


def count_answers(asked: FigureRequest) -> Reading | None:
    """How many answered each question that was counted."""
    answers = [item for item in _latest(asked) if item.n_yes is not None]
    return _reading(asked, {answer: answer.n_answered for answer in answers})


def stated(figure_request: FigureRequest) -> Reading | None:
    """The whole per cent that a source states for a question, its base not known."""
    answers = [
        item for item in _latest(figure_request) if item.n_answered is None and not item.bound
    ]
    return _reading(figure_request, {answer: whole(share(answer)) for answer in answers})


def stated_of_base(figure_request: FigureRequest) -> Reading | None:
    """The whole per cent that a source states for a question, with how many answered it; one that
    would give a small number of people away is left out."""
    answers = [
        item for item in _latest(figure_request) if item.per_cent is not None and not item.bound
    ]
    most = figure_request.policy_of(Unit.PEOPLE).threshold
    known = [answer for answer in answers if answer.n_answered and not gives_away(answer, most)]
    bases = {item.question.token: _tally(item, item.n_answered) for item in known}
    return _reading(figure_request, {item: whole(share(item)) for item in known}, bases)


def stated_bound(bound: str, figure_request: FigureRequest) -> Reading | None:
    """The per cent, in tenths, that a source says a question's answers were over, or under."""
    answers = [item for item in _latest(figure_request) if item.bound == bound]
    return _reading(figure_request, {answer: trunc(answer.per_cent * 10) for answer in answers})


def _latest(query):
    """The latest answer to each question; a population of people has answered none."""
    if query.cohort is not None:
        return []
    rows = Answer.objects.of(query.council).listed().ended_in(query.when).to_tell()
    return query.once("answers", lambda: list({row.question_id: row for row in rows}.values()))


def _reading(query, counts, bases=None):
    if not counts:
        return None
    members = {item.question.token: _tally(item, count) for item, count in counts.items()}
    labels = {count.question.token: f"{count.wording} ({count.wave})" for count in counts}
    details = {"labels": labels, "definitions": {row.question.token: row.wording for row in counts}}
    return Reading(members, query.when, source=SOURCE, bases=bases or {}, **details)


def _tally(answer, count):
    return Tally(count, partial(_keys, answer))


def _keys(answer):
    return [f"answer:{answer.pk}:{answer.version}"]


YES, AS_STATED = "Answered yes: {}", "Answered yes, as the source states: {}"


def _figure(key, title, counts, rule, reckon, unit=Unit.PEOPLE, part_title=AS_STATED, **fields):
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
        part_title=part_title,
        origin=Origin.ENTERED,
        **fields,
    )


FIGURES: tuple[Figure, ...] = (
    _figure(
        "surveys.yes",
        "Answered yes in a survey, by question",
        "people who answered yes to the question",
        "where it was counted: those who answered yes",
        yes,
        part_title=YES,
        out_of="people who answered the question",
        base="surveys.answered",
    ),
    _figure(
        "surveys.answered",
        "Answered in a survey, by question",
        "people who answered the question",
        "where it was counted: those who answered it, whether yes or no",
        count_answers,
        part_title="Answered the question: {}",
    ),
    _figure(
        "surveys.stated_per_cent",
        "Per cent stated of a survey, base not known, by question",
        "the per cent of people who answered yes to the question, as a source states it",
        "where a source states a per cent and no base: that per cent, rounded to a whole one",
        stated,
        Unit.PER_CENT,
    ),
    _figure(
        "surveys.stated_of_base",
        "Per cent stated of a survey, base known, by question",
        "the per cent of people who answered yes to the question, as a source states it",
        "where a source states a per cent and how many answered: that per cent, rounded to a whole "
        f"one; one that would give away {fewer_than()} people is left out",
        stated_of_base,
        Unit.PER_CENT,
        out_of="people who answered the question",
    ),
    _figure(
        "surveys.stated_over",
        "Per cent that a survey was over, by question",
        (
            "the per cent that a source states as the bound more than which answered yes, "
            "in tenths of a per cent"
        ),
        "where a source states that it was over a per cent: that per cent, as stated",
        partial(stated_bound, OVER),
        Unit.OVER_TENTHS_OF_A_PER_CENT,
    ),
    _figure(
        "surveys.stated_under",
        "Per cent that a survey was under, by question",
        (
            "the per cent that a source states as the bound fewer than which answered yes, "
            "in tenths of a per cent"
        ),
        "where a source states that it was under a per cent: that per cent, as stated",
        partial(stated_bound, UNDER),
        Unit.UNDER_TENTHS_OF_A_PER_CENT,
    ),
)
