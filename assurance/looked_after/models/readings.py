"""What the census in force of a day says, and how many came and went in whole months: the readings
that the figures are reckoned by.
"""

from assurance.figures.figure import WHOLE, Reading, Tally
from assurance.looked_after.models import queries
from assurance.looked_after.models.censuses import Census, CensusCount, UnitCost
from assurance.looked_after.models.definitions import PlacementGroup
from assurance.looked_after.rules.days import whole_months
from assurance.looked_after.rules.groups import AGE_BAND, LOCAL_AGE_BAND, PLACEMENT
from assurance.looked_after.rules.manual_entry import MEASURE
from assurance.runtime.periods import When


def children(asked):
    """The total of the census."""
    census = _census(asked)
    return census and census.reading({WHOLE: census.total}, of_total=False)


def placement(asked):
    """Children by placement group."""
    return queries.by_placement(_census(asked, PLACEMENT, queries.PLACEMENT_CODE), asked.council)


def external_residential(asked):
    """Children in external residential placements."""
    census = _census(asked, MEASURE, queries.PLACEMENT_CODE)
    return queries.in_external_residential(census, asked.council)


def age_band(asked):
    """Children by the bands of the DfE's tables."""
    return queries.by_band(_census(asked, AGE_BAND, queries.AGE), asked.council, AGE_BAND)


def local_age_band(asked):
    """Children by the council's own bands."""
    return queries.by_band(
        _census(asked, LOCAL_AGE_BAND, queries.AGE), asked.council, LOCAL_AGE_BAND
    )


def sex(asked):
    """Children of a counted census by sex."""
    return queries.by_code(_census(asked, "sex"), "sex", "SEX")


def legal_status(asked):
    """Children of a counted census by legal status."""
    return queries.by_code(_census(asked, "legal_status"), "legal_status", "LS")


def uasc(asked):
    """Unaccompanied asylum-seeking children of a counted census."""
    return queries.unaccompanied(_census(asked, "uasc"))


def unit_cost(asked):
    """The average yearly cost in pounds of one placement, per group or measure."""
    census = Census.objects.speaking_for(asked.council, asked.cohort, asked.when.end, asked.since)
    costs = UnitCost.objects.filter(census__in=census).select_related("census__cohort")
    held = {cost.group: cost for cost in costs}
    if not held:
        return None
    census = next(iter(held.values())).census
    defined = PlacementGroup.objects.in_force(asked.council, census.date)
    return Reading(
        members={
            group: Tally(cost.pounds, lambda pk=cost.pk: (f"unit-cost/{pk}",))
            for group, cost in held.items()
        },
        when=When.at(census.date),
        cohort=census.cohort.title,
        source="; ".join(sorted({cost.source for cost in held.values()})),
        labels={group.slug: group.label for group in defined},
        evidence=f"census/{census.pk}",
    )


def started(asked):
    """Periods of being looked after that began in the months asked for."""
    return _movement(asked, "starts")


def ceased(asked):
    """Periods of being looked after that ended in the months asked for."""
    return _movement(asked, "ends")


def _census(asked, *breakdowns):
    speaking = Census.objects.speaking_for(asked.council, asked.cohort, asked.when.end, asked.since)
    return queries.found_in(speaking, *breakdowns)


def _movement(asked, breakdown):
    months = whole_months(asked.when.start, asked.when.end)
    censuses = Census.objects.counting(asked.council, asked.cohort).in_force()
    counts = CensusCount.objects.filter(
        census__in=censuses.filter(date__in=months), breakdown=breakdown, member="periods"
    ).select_related("census__cohort")
    held = list(counts)
    if not months or len(held) < len(months):
        return None
    census = held[-1].census
    keys = tuple(f"census/{count.census_id}" for count in held)
    return Reading(
        members={WHOLE: Tally(sum(count.children for count in held), lambda: keys)},
        when=asked.when,
        cohort=census.cohort.title,
        source=census.source,
    )
