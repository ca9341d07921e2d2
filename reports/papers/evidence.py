"""What the figures of a report are read from: for each of its dates, which records are there."""

from collections.abc import Collection, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace

from django.utils.text import capfirst

from assurance.accounts.access import SUBJECT_OF, Permission
from assurance.figures.figure import WHOLE, Mark, Timing, Value
from assurance.figures.measurement import FigureQuery, Measurements, measure
from assurance.figures.registry import FIGURES, EvidencePage, evidence_of
from assurance.people.models.people import Cohort
from assurance.runtime.periods import When, today
from reports.language.grammar import PERIOD
from reports.language.tokens import Compare, quotes_in
from reports.papers.assembly.questions import questions_of
from reports.papers.assembly.tables import tokens_of
from reports.papers.manuscript import POSITION, Manuscript

THE_PERIOD = "Period of the report"
MISSING, AHEAD, PARTLY, RECORDED = "missing", "ahead", "partly", "recorded"


@dataclass(frozen=True)
class Evidence:
    """What one kind of record answers at one date of a report.

    `name` is that of the date (empty where it is written out), `label` what readers call it,
    `cohort` the population's title or an empty text, `queries` what is asked in the order of the
    report, `blocks` the slugs of the blocks that ask. `state` is one of the four of this module:
    `AHEAD` where the day has yet to come, `PARTLY` where some of the queries have no answer.
    """

    name: str
    label: str
    when: When
    page: EvidencePage
    cohort: str
    queries: tuple[FigureQuery, ...]
    blocks: tuple[str, ...]
    state: str
    summary: str = ""

    @property
    def is_lacking(self) -> bool:
        """Whether something has yet to be recorded for it."""
        return self.state != RECORDED

    @property
    def identity(self) -> str:
        """What tells it from the others of its report, whatever the day of its date."""
        return " ".join((self.name or str(self.when), self.query.key, self.query.cohort))

    @property
    def what(self) -> str:
        """The record or register that answers: `count of looked-after children`."""
        return self.page.record or SUBJECT_OF[self.page.permission].label

    @property
    def title(self) -> str:
        """The same as a line begins: `Count of looked-after children`."""
        return capfirst(self.what)

    @property
    def query(self) -> FigureQuery:
        """The query that stands for all of them where the record is asked for."""
        return self.queries[0]


def evidence(manuscript: Manuscript, known: Measurements | None = None) -> tuple[Evidence, ...]:
    """What `manuscript` is read from, in the order in which it first asks; `known` is what its
    figures answered, where they were asked already."""
    groups: dict[tuple, dict] = {}
    for block in manuscript.blocks:
        for name, query in _named_queries(block, manuscript):
            page = evidence_of(query.key)
            key = (_known(name, manuscript), query.when, page, query.cohort)
            group = groups.setdefault(key, {"blocks": {}, "queries": {}})
            group["blocks"].setdefault(block.slug)
            group["queries"].setdefault(query)
    queries = [query for group in groups.values() for query in group["queries"]]
    measured = known or measure(manuscript.council, queries, FIGURES, on=manuscript.policy_day)
    titles = {row.slug: row.title for row in Cohort.objects.of(manuscript.council)}
    return tuple(
        _evidence(key, group, manuscript, measured, titles) for key, group in groups.items()
    )


def recorders_by_name(manuscript: Manuscript) -> dict[str, set[Permission]]:
    """Name of a date → the permissions of those who record what is counted at it."""
    rows: dict[str, set[Permission]] = {}
    for block in manuscript.blocks:
        for name, query in _named_queries(block, manuscript):
            rows.setdefault(name, set()).add(evidence_of(query.key).permission)
    return rows


def answered(council, queries: Collection[FigureQuery]) -> frozenset[FigureQuery]:
    """Those of `queries` that records answer by now."""
    measured = measure(council, queries, FIGURES)
    return frozenset(query for query in queries if _has_answer(measured, query))


def at_other_dates(manuscript: Manuscript, names: Mapping[str, When], period: When) -> Manuscript:
    """`manuscript` as it would be read with the dates `names` and another period; its rows stay as
    they are."""
    paper = copy(manuscript.paper)
    paper.period_start, paper.period_end, paper.frozen = period.start, period.end, None
    return replace(manuscript, paper=paper, names=names)


def _named_queries(block, manuscript) -> Iterator[tuple[str, FigureQuery]]:
    for token in tokens_of(block):
        for quote in quotes_in(token):
            figure = FIGURES.get(quote.key)
            if figure is None:
                continue
            usual = POSITION if figure.timing == Timing.AT else PERIOD
            written = (quote.earlier, quote.later) if isinstance(quote, Compare) else (quote.when,)
            queries = questions_of(quote, FIGURES, manuscript)
            names = [name or usual for name in written]
            yield from zip(names * len(queries), queries, strict=False)


def _evidence(key, group, manuscript, measured: Measurements, titles):
    name, when, page, cohort = key
    queries = tuple(group["queries"])
    return Evidence(
        name=name,
        label=_label(name, manuscript),
        when=when,
        page=page,
        cohort=titles.get(cohort, cohort),
        queries=queries,
        blocks=tuple(group["blocks"]),
        state=_state(queries, measured, when),
        summary=_summary(queries, measured),
    )


def _known(name, manuscript):
    """The name of a date, or an empty text for a day that is written out."""
    return name if manuscript.when(name) else ""


def _label(name, manuscript):
    if name == PERIOD:
        return THE_PERIOD
    when = manuscript.when(name)
    return when.label if when else ""


def _state(queries, measured, when):
    is_answered = [_has_answer(measured, query) for query in queries]
    if all(is_answered):
        is_stock = any(FIGURES[query.key].timing == Timing.AT for query in queries)
        return AHEAD if is_stock and when.end > today() else RECORDED
    if any(is_answered):
        return PARTLY
    return AHEAD if when.end > today() else MISSING


def _has_answer(measured, query):
    values = measured.exact.get(query)
    return bool(values) and any(value.mark != Mark.NOT_RETURNED for value in values.values())


def _summary(queries, measured):
    """The first whole that is known, in words: `Children looked after: 201`."""
    for query in queries:
        value: Value | None = measured.value(query, WHOLE)
        if value is not None and value.mark == Mark.SHOWN and value.count is not None:
            return f"{FIGURES[query.key].title}: {value.count:,}"
    return ""
