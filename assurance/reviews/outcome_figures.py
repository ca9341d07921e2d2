"""Figures of comparisons of outcomes: how many councils had each judgement of a review."""

from collections import Counter
from functools import partial

from django.utils.text import slugify

from assurance.figures.figure import Figure, FigureRequest, Reading, Tally
from assurance.figures.relations import Sum
from assurance.figures.rules.units import Origin, Timing, Unit
from assurance.reviews.models.outcomes import OutcomeTable
from assurance.runtime.periods import When

COMPARED, BY_OUTCOME = "reviews.councils_compared", "reviews.councils_by_outcome"


def series_of(review: str, title: str) -> str:
    """What the comparisons of one title are quoted by, of the review with the slug `review`."""
    return f"{review}__{slugify(title) or 'outcomes'}"


def member_of(review: str, title: str, category: str) -> str:
    """What one category of them is quoted by."""
    return f"{series_of(review, title)}__{slugify(category) or 'others'}"


def compared(query: FigureRequest) -> Reading | None:
    """The councils of each comparison, in every category."""
    rows = _latest(query)
    members = {name: _tally(row, sum(_counts(row).values())) for name, row in rows.items()}
    return _reading(query, members, rows, {name: row.title for name, row in rows.items()})


def by_outcome(query: FigureRequest) -> Reading | None:
    """The councils with each outcome, out of all of the comparison."""
    members, bases, rows, labels = {}, {}, {}, {}
    for row in _latest(query).values():
        for category, count in _counts(row).items():
            name = member_of(row.review.slug, row.title, category)
            members[name], rows[name] = _tally(row, count), row
            bases[name] = Tally(sum(_counts(row).values()))
            labels[name] = f"{row.title}: {category}"
    return _reading(query, members, rows, labels, bases)


def relations(query: FigureRequest) -> list[Sum]:
    """That the outcomes of each comparison add up to its councils."""
    return [
        Sum(name, tuple(member_of(row.review.slug, row.title, part) for part in _counts(row)))
        for name, row in _latest(query).items()
    ]


def _latest(query):
    """Series → its latest comparison by the date, of a review that is not withdrawn."""
    if query.cohort is not None:
        return {}
    tables = OutcomeTable.objects.of(query.council).active().filter(review__withdrawn_on=None)
    tables = tables.select_related("review").prefetch_related("counts").order_by("as_at", "pk")
    every = query.once_for_all("comparisons of outcomes", lambda span: list(tables))
    latest = {
        series_of(row.review.slug, row.title): row for row in every if row.as_at <= query.when.end
    }
    is_recent = {name: not query.since or row.as_at >= query.since for name, row in latest.items()}
    return {name: row for name, row in latest.items() if is_recent[name]}


def _counts(row):
    """Category → its councils; those that are quoted alike are one, as the first is written."""
    titles, counts = {}, Counter()
    for line in row.counts.all():
        title = titles.setdefault(slugify(line.category) or "others", line.category)
        counts[title] += line.count
    return counts


def _tally(row, number):
    return Tally(number, lambda: [f"comparison of outcomes:{row.pk}:{row.version}"])


def _reading(query, members, rows, labels, bases=None):
    if not members:
        return None
    return Reading(
        members,
        query.when,
        bases=bases or {},
        labels=labels,
        whens={name: When.at(row.as_at) for name, row in rows.items()},
        sources={name: row.source for name, row in rows.items()},
        definitions={name: (row.title, row.review.title) for name, row in rows.items()},
        apart=True,
    )


LATEST = "Of each title, the latest comparison by the date counts unless it is withdrawn"
outcome_figure = partial(
    Figure,
    unit=Unit.COUNCILS,
    timing=Timing.AT,
    source="comparisons of outcomes, each with its source",
    citation="the source that each comparison names",
    has_members=True,
    origin=Origin.PUBLISHED,
    relate=relations,
)
FIGURES = (
    outcome_figure(
        key=COMPARED,
        title="Councils that a review is compared with",
        counts="the councils that had a review of the same kind, as its source publishes them",
        rule=f"{LATEST}, and is shown with its own date.",
        reckon=compared,
        part_title="{}: all",
        measured_with=(BY_OUTCOME,),
    ),
    outcome_figure(
        key=BY_OUTCOME,
        title="Councils that a review is compared with, by outcome",
        counts="the councils that had each outcome of a review of the same kind, as its source "
        "publishes them",
        out_of="the councils that had a review of the same kind",
        rule=f"{LATEST}; each council has one outcome, and all of them add up to its councils.",
        reckon=by_outcome,
        part_title="{}",
        measured_with=(COMPARED,),
    ),
)
