"""What the census in force of a day says, and how many came and went in whole months: the readings
that the figures are reckoned by.
"""

from assurance.figures.figure import WHOLE, Population, Reading, Tally
from assurance.figures.rules.units import Origin
from assurance.looked_after.models import queries
from assurance.looked_after.models.censuses import Census, CensusCount, UnitCost
from assurance.looked_after.models.definitions import PlacementGroup
from assurance.looked_after.rules.comparison import LEGAL_LABELS, by_legal_group
from assurance.looked_after.rules.days import whole_months
from assurance.looked_after.rules.groups import AGE_BAND, LOCAL_AGE_BAND, PLACEMENT
from assurance.looked_after.rules.positions import MEASURE
from assurance.runtime.periods import When

# What figures read of a census beside its total.
READ = (
    *(PLACEMENT, queries.PLACEMENT_CODE, MEASURE, AGE_BAND, LOCAL_AGE_BAND, queries.AGE),
    *("sex", "legal_status", "need", "uasc"),
)


def children(query):
    """The total of the census."""
    census = census_of(query)
    return census and census.reading({WHOLE: census.total}, of_total=False)


def placement(query):
    """Children by placement group."""
    return queries.by_placement(census_of(query), query.council)


def external_residential(query):
    """Children in external residential placements."""
    return queries.in_external_residential(census_of(query), query.council)


def banded(name, query):
    """Children by the bands of the set `name`: those of the DfE's tables, or the council's own."""
    return queries.by_band(census_of(query), query.council, name)


def coded(breakdown, code_list, query):
    """Children of a counted census by the codes of a national list."""
    return queries.by_code(census_of(query), breakdown, code_list)


def need(query):
    """Children of a counted census by category of need; None of one counted without it."""
    census = census_of(query)
    return queries.by_code(census, "need", "CIN") if census and "need" in census.counts else None


def legal_groups(query):
    """Children of a counted census by groups of legal status."""
    census = census_of(query)
    if census is None or not census.counted:
        return None
    return census.reading(by_legal_group(census.counts.get("legal_status", {})), LEGAL_LABELS)


def uasc(query):
    """Unaccompanied asylum-seeking children of a counted census."""
    return queries.unaccompanied(census_of(query))


def unit_cost(query):
    """The average yearly cost in pounds of one placement, per group or measure."""
    census = Census.objects.speaking_for(query.council, query.cohort, query.when.end, query.since)
    costs = UnitCost.objects.filter(census__in=census).select_related("census__cohort")
    index = {cost.group: cost for cost in costs}
    if not index:
        return None
    census = next(iter(index.values())).census
    defined = PlacementGroup.objects.in_force(query.council, census.date)
    return Reading(
        members={
            group: Tally(cost.pounds, lambda pk=cost.pk: (f"unit-cost/{pk}",))
            for group, cost in index.items()
        },
        when=When.at(census.date),
        cohort=census.cohort.title,
        sources={group: cost.source for group, cost in index.items()},
        labels={group.slug: group.label for group in defined},
        evidence=f"census/{census.pk}",
        population=Population.of(census.cohort),
    )


def moved(breakdown, query):
    """Periods of being looked after that began (`starts`), or ended, in the months asked for."""
    months = whole_months(query.when.start, query.when.end)
    censuses = Census.objects.counting(query.council, query.cohort).in_force()
    counts = CensusCount.objects.select_related("census__cohort").filter(
        census__in=censuses.filter(date__in=months), breakdown=breakdown, member="periods"
    )
    rows = list(counts)
    if not months or len(rows) < len(months):
        return None
    census = rows[-1].census
    keys = tuple(f"census/{count.census_id}" for count in rows)
    return Reading(
        members={WHOLE: Tally(sum(count.children for count in rows), lambda: keys)},
        when=query.when,
        cohort=census.cohort.title,
        source=census.source,
        population=Population.of(census.cohort),
        origin=Origin.of_parts(Origin.of_total(count.census.is_entered) for count in rows),
    )


def census_of(query):
    """The census that answers, with all that figures say of it, read once for all of them."""

    def find():
        key = (query.council, query.cohort, query.when.end, query.since)
        return queries.found_in(Census.objects.speaking_for(*key), *READ)

    return query.once("census", find)
