"""Measures what a paper quotes: each figure once per identity, with every sibling that disclosure
must weigh.

A *question* is a figure's key, a cohort's slug (empty for the usual one) and a day or period.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from types import MappingProxyType

from assurance.figures.disclosure import Identity, PublishedCount, protect
from assurance.figures.figure import Figure, FigureRequest, Population, Timing, Value
from assurance.figures.keys import related
from assurance.figures.models import DisclosurePolicy
from assurance.figures.relations import Relation, Sum, resolved
from assurance.people.models.people import Cohort
from assurance.runtime.periods import When, span_of, today


@dataclass(frozen=True)
class FigureQuery:
    """A figure asked of one population at one time; all its members come in one answer."""

    key: str
    cohort: str
    when: When


@dataclass(frozen=True)
class Measurements:
    """The answers: what was read, exactly, and what the audience may have of it beside what
    `earlier` editions printed; `disjoint` are groups of members of which records say that none
    counts what another does; `populations` are slug → title of the council's."""

    exact: Mapping[FigureQuery, Mapping[str, Value]] = field(default_factory=dict)
    shown: Mapping[Identity, Value] = field(default_factory=dict)
    earlier: Iterable[PublishedCount] = ()
    disjoint: tuple[frozenset[Identity], ...] = ()
    populations: Mapping[str, str] = field(default_factory=dict)

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
    on: date | None = None,
    released: Mapping[Identity, int] = MappingProxyType({}),
) -> Measurements:
    """Reads every question and its siblings once; a question about an undeclared figure gets no
    answer.

    `since` is passed on to positions (see `FigureRequest`); `public` puts the values through
    disclosure control, by the policies that hold `on` the day (today) of the report; `released` are
    small counts of staff that an approver publishes.
    """
    queries = {question for question in questions if question.key in figures}
    if not queries:
        return Measurements(earlier=earlier)
    cohorts = {cohort.slug: cohort for cohort in Cohort.objects.of(council)}
    policies = DisclosurePolicy.objects.all().by_unit(council, on or today())

    asking = _requests(council, cohorts, queries, since, policies)
    known = {"", *cohorts}
    exact = _answers(queries, known, figures, asking)
    exact |= _answers(_siblings(exact, figures) - queries, known, figures, asking)
    exact = {query: exact[query] for query in sorted(exact, key=_in_order)}
    declared = tuple(_declared(exact, figures, asking))
    values = _values_of(exact)
    if public:
        values = _protected(values, figures, earlier, declared, released, cohorts)
    return Measurements(exact, values, earlier, tuple(_disjoint(declared)), _titles(cohorts))


@dataclass
class StepwiseMeasurement:
    """A measurement for the public that is read on by each of several requests.

    `read` is what was read so far: whoever keeps it does so for as long as no record changes, and
    for one day `on`. `is_enough` says when one request has read enough.
    """

    council: object
    figures: Mapping[str, Figure]
    on: date
    read: dict
    is_enough: Callable[[], bool]
    earlier: Callable[[], Iterable[PublishedCount]] = tuple

    def measure(
        self,
        questions: Iterable[FigureQuery],
        released: Mapping[Identity, int] = MappingProxyType({}),
    ) -> Measurements | None:
        """What `measure` answers; None while something of it has not been read."""
        usual = self._once("usual", self._read_usual)
        if usual is None:
            return None
        cohorts, policies = usual

        own = {item for item in questions if item.key in self.figures}
        asking = _requests(self.council, cohorts, own, policies=policies)
        exact = self._answers(own, {"", *cohorts}, asking)
        more = None if exact is None else self._siblings(exact, {"", *cohorts}, asking)
        if more is None:
            return None
        exact |= more
        name = frozenset(exact)
        declared = self._once(name, lambda: tuple(_declared(exact, self.figures, asking)))
        earlier = self._once("earlier", lambda: tuple(self.earlier()))
        if declared is None or earlier is None:
            return None
        own = (earlier, declared, released, cohorts)
        printed = _protected(_values_of(exact), self.figures, *own)
        disjoint = tuple(_disjoint(declared))
        return Measurements(exact, printed, earlier, disjoint, _titles(cohorts))

    def _once(self, name, find):
        """What `find` gives, as it was read first; None where there was enough before."""
        if name not in self.read and not self.is_enough():
            self.read[name] = find()
        return self.read.get(name)

    def _read_usual(self):
        cohorts = {cohort.slug: cohort for cohort in Cohort.objects.of(self.council)}
        return cohorts, DisclosurePolicy.objects.all().by_unit(self.council, self.on)

    def _answers(self, queries, cohorts, asking):
        """Query → its answer, in order; None where one is missing."""
        exact = {}
        for item in sorted(queries, key=_in_order):
            find = partial(_answers, [item], cohorts, self.figures, asking)
            answer = self._once(item, find)
            if answer is None:
                return None
            exact |= answer
        return exact

    def _siblings(self, exact, cohorts, asking):
        return self._answers(_siblings(exact, self.figures) - {*exact}, cohorts, asking)


def measure_alone(
    council,
    questions: Iterable[FigureQuery],
    figures: Mapping[str, Figure],
    *,
    related: bool = True,
    is_enough: Callable[[], bool] = lambda: False,
) -> Measurements:
    """The exact answers to some questions without their siblings: what a writer is offered to
    choose from, and never what anybody else reads.

    They are read in the order given until `is_enough()`; `related` reads how members go together,
    which only sums need.
    """
    queries = [item for item in dict.fromkeys(questions) if item.key in figures]
    if not queries:
        return Measurements()
    cohorts = {cohort.slug: cohort for cohort in Cohort.objects.of(council)}
    asking = _requests(council, cohorts, queries)
    exact = {}
    for item in queries:
        if not is_enough():
            exact |= _answers([item], {"", *cohorts}, figures, asking)
    declared = tuple(_declared(exact, figures, asking)) if related else ()
    disjoint = tuple(_disjoint(declared))
    return Measurements(exact, _values_of(exact), (), disjoint, _titles(cohorts))


def _titles(cohorts):
    return {slug: cohort.title for slug, cohort in cohorts.items()}


def _requests(council, cohorts, queries, since=None, policies=MappingProxyType({})):
    """(cohort's slug, when) → the request to put to figures. Those that are asked the same share
    what each has to find for it, and all of them what is read for every time at once."""
    span, shared = span_of(item.when for item in queries), {}

    @cache
    def asking(cohort, when):
        population = cohorts.get(cohort)
        return FigureRequest(council, when, population, since, policies, span, shared)

    return asking


def _values_of(exact):
    return {value.identity: value for answer in exact.values() for value in answer.values()}


def _protected(values, figures, earlier, declared, released, cohorts):
    links = tuple(filter(None, (resolved(*pair) for pair in declared)))
    populations = {cohort.title: Population.of(cohort) for cohort in cohorts.values()}
    return protect(values, figures, earlier, links, released, populations)


def _disjoint(declared):
    for relation, known in declared:
        if isinstance(relation, Sum):
            yield frozenset(known[part] for part in relation.parts if part in known)


def _answers(queries, cohorts, figures, asking):
    """Query → what its figure answers, of those about one of `cohorts`."""
    return {
        query: figures[query.key].measure(asking(query.cohort, query.when))
        for query in sorted(queries, key=_in_order)
        if query.cohort in cohorts
    }


def _declared(exact, figures, asking) -> Iterator[tuple[Relation, Mapping[str, Identity]]]:
    """The relations between members that figures themselves read from records, each with the
    identities of the members."""
    together = defaultdict(dict)
    for question, answer in exact.items():
        if figures[question.key].relate:
            identities = {member: value.identity for member, value in answer.items()}
            together[question.cohort, question.when] |= identities
    readers = {figures[question.key].relate for question in exact} - {None}
    for query, identities in together.items():
        for relate in readers:
            yield from ((relation, identities) for relation in relate(asking(*query)))


def _siblings(exact, figures):
    """For each question that was answered, the figures of its family at the same time.

    A position's siblings are positions of the last day asked for, and of the day of its evidence;
    a flow's are flows of the same period.
    """
    matches = set()
    for item, values in exact.items():
        days = {item.when.end, *(value.weighed_on for value in values.values())} - {None}
        for key in related(item.key, figures):
            timing = figures[key].timing
            if timing == Timing.AT:
                matches |= {FigureQuery(key, item.cohort, When.at(day)) for day in days}
            elif figures[item.key].timing == timing:
                matches.add(FigureQuery(key, item.cohort, item.when))
    return matches


def _in_order(question):
    return (question.key, question.cohort, question.when)
