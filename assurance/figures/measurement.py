"""Measures what a paper quotes: each figure once per identity, with every sibling that disclosure
must weigh.

A *question* is a figure's key, a cohort's slug (empty for the usual one) and a day or period.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from assurance.figures.disclosure import Identity, PublishedCount, protect, related
from assurance.figures.figure import Figure, FigureRequest, Timing, Value
from assurance.people.models.people import Cohort
from assurance.runtime.periods import When


@dataclass(frozen=True)
class FigureQuery:
    """A figure asked of one population at one time; all its members come in one answer."""

    key: str
    cohort: str
    when: When


@dataclass(frozen=True)
class Measurements:
    """The answers: what was read, exactly, and what the audience may have of it."""

    exact: Mapping[FigureQuery, Mapping[str, Value]] = field(default_factory=dict)
    shown: Mapping[Identity, Value] = field(default_factory=dict)

    def value(self, question: FigureQuery, member: str) -> Value | None:
        """The value for the paper's audience, or None where the figure has no such member."""
        exact = self.exact.get(question, {}).get(member)
        return None if exact is None else self.shown[exact.identity]


def measure(
    council,
    questions: Iterable[FigureQuery],
    figures: Mapping[str, Figure],
    *,
    since=None,
    public: bool = True,
    earlier: Iterable[PublishedCount] = (),
) -> Measurements:
    """Reads every question and its siblings once; a question about an undeclared figure gets no
    answer.

    `since` is passed on to positions (see `FigureRequest`); `public` puts the values through
    disclosure control.
    """
    asked = {one for one in questions if one.key in figures}
    if not asked:
        return Measurements()
    cohorts = {cohort.slug: cohort for cohort in Cohort.objects.of(council)}
    # Figures that are asked the same share what each has to find for it.
    asking = cache(lambda cohort, when: FigureRequest(council, when, cohorts.get(cohort), since))
    exact = {
        one: figures[one.key].measure(asking(one.cohort, one.when))
        for one in sorted(_with_siblings(asked, figures), key=_in_order)
        if not one.cohort or one.cohort in cohorts
    }
    values = {value.identity: value for answer in exact.values() for value in answer.values()}
    return Measurements(exact, protect(values, figures, earlier) if public else values)


def _with_siblings(asked, figures):
    """The questions and, for each, the figures of its family at the same time.

    A position's siblings are positions of the last day asked for; a flow's are flows of the same
    period.
    """
    found = set(asked)
    for one in asked:
        for key in related(one.key, figures):
            timing = figures[key].timing
            if timing == Timing.AT:
                found.add(FigureQuery(key, one.cohort, When.at(one.when.end)))
            elif figures[one.key].timing == timing:
                found.add(FigureQuery(key, one.cohort, one.when))
    return found


def _in_order(question):
    return (question.key, question.cohort, question.when)
