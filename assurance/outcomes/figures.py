"""Figures of outcome sets: each cohort, and each outcome of it."""

from functools import partial

from assurance.figures.figure import Figure, FigureRequest, Reading, Tally, Timing, Unit
from assurance.figures.relations import Sum
from assurance.figures.rules.units import Origin
from assurance.outcomes.models import OutcomeSet
from assurance.runtime.periods import When

COHORT, COUNT = "outcomes.cohort", "outcomes.count"
SETTINGS, SETTING_COUNT = "outcomes.settings", "outcomes.setting_count"
# What a set counts → the figures of its whole and of its outcomes.
KEYS = {"people": (COHORT, COUNT), "settings": (SETTINGS, SETTING_COUNT)}


def cohorts(unit: str, query: FigureRequest) -> Reading | None:
    """The people, or settings, of each set, by its slug."""
    sets = _sets(unit, query)
    members = {row.slug: Tally(row.base, partial(_keys, row)) for row in sets}
    return _reading(query, members, {row.slug: row for row in sets})


def counts(unit: str, query: FigureRequest) -> Reading | None:
    """Those with each outcome, by the slugs of set and outcome, out of all of the set."""
    members, bases, rows, labels = {}, {}, {}, {}
    for row in _sets(unit, query):
        for outcome in row.outcomes.all():
            name = member_of(row.slug, outcome.slug)
            members[name] = Tally(outcome.count, partial(_keys, row))
            bases[name], rows[name] = Tally(row.base), row
            labels[name] = f"{row.title}: {outcome.title}"
    return _reading(query, members, rows, bases, labels)


def relations(unit: str, query: FigureRequest) -> list[Sum]:
    """That the outcomes of each set add up to its whole."""
    return [
        Sum(row.slug, tuple(member_of(row.slug, outcome.slug) for outcome in row.outcomes.all()))
        for row in _sets(unit, query)
    ]


def member_of(slug: str, outcome: str) -> str:
    """What the outcome of a set is quoted by."""
    return f"{slug}__{outcome}"


def _sets(unit, query):
    if query.cohort is not None:
        return []
    sets = OutcomeSet.objects.of(query.council).active().prefetch_related("outcomes")
    every = query.once_for_all("outcome sets", lambda span: list(sets.order_by("to_date", "pk")))
    every = [row for row in every if row.unit == unit]
    latest = {row.slug: row for row in every if row.to_date <= query.when.end}
    return [row for row in latest.values() if not query.since or row.to_date >= query.since]


def _reading(query, members, rows, bases=None, labels=None):
    if not members:
        return None
    return Reading(
        members,
        query.when,
        bases=bases or {},
        labels=labels or {name: row.title for name, row in rows.items()},
        whens={name: When(row.from_date or row.to_date, row.to_date) for name, row in rows.items()},
        sources={name: row.source for name, row in rows.items()},
        definitions={name: (row.title, row.population) for name, row in rows.items()},
        apart=True,
    )


def _keys(row):
    return [f"outcome set:{row.pk}:{row.version}"]


def _figure(key, title, counted, rule, reckon, unit=Unit.PEOPLE, **more):
    return Figure(
        key=key,
        title=title,
        counts=counted,
        unit=unit,
        timing=Timing.AT,
        source="outcome sets, each with its source",
        rule=rule,
        citation="the source that each set names",
        reckon=partial(reckon, unit.value),
        has_members=True,
        origin=Origin.ENTERED,
        relate=partial(relations, unit.value),
        **more,
    )


LATEST = "Of each title, the latest set by the date counts unless it is withdrawn"
FIGURES = (
    _figure(
        COHORT,
        "People of an outcome set",
        "the people of each population whose outcomes are recorded",
        f"{LATEST}, and is shown with its own date.",
        cohorts,
        part_title="{}: all people",
        measured_with=(COUNT,),
    ),
    _figure(
        COUNT,
        "Outcomes of a population",
        "the people of a population with each outcome",
        f"{LATEST}; each person has one outcome, and all of them add up to the population.",
        counts,
        part_title="{}",
        out_of="the people of the population",
        measured_with=(COHORT,),
    ),
    _figure(
        SETTINGS,
        "Settings of an outcome set",
        "the settings of each kind, such as nurseries, whose outcomes are recorded",
        f"{LATEST}, and is shown with its own date.",
        cohorts,
        part_title="{}: all settings",
        unit=Unit.SETTINGS,
        measured_with=(SETTING_COUNT,),
    ),
    _figure(
        SETTING_COUNT,
        "Outcomes of settings",
        "the settings of a kind with each outcome, such as an inspector’s grade",
        f"{LATEST}; each setting has one outcome, and all of them add up to the settings.",
        counts,
        part_title="{}",
        unit=Unit.SETTINGS,
        out_of="the settings of the kind",
        measured_with=(SETTINGS,),
    ),
)
