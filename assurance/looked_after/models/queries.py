"""One census as it was found, and what it says by group, band and code.

A census counted from a return keeps the finest codes, and is grouped by the definitions of its own
day; one entered as counts says only what was entered. What it does not say is None.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from assurance.figures.figure import WHOLE, Population, Reading, Tally
from assurance.figures.rules.units import Origin
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.definitions import (
    AgeBand,
    Code,
    PlacementGroup,
    chosen_groups,
)
from assurance.looked_after.rules.counts import NOT_KNOWN, UASC
from assurance.looked_after.rules.groups import (
    AGE_BAND,
    LOCAL_AGE_BAND,
    NOT_BROKEN_DOWN,
    PLACEMENT,
    band_of,
    group_of,
    in_group,
    may_share,
)
from assurance.looked_after.rules.positions import MEASURE
from assurance.runtime.digits import whole
from assurance.runtime.periods import When

EXTERNAL_RESIDENTIAL = "external_residential"
NOT_BROKEN_DOWN_LABEL = "Not broken down"
NOT_KNOWN_LABEL = "Not known"
# The finest that a counted census keeps of placements and of ages.
PLACEMENT_CODE, AGE = "placement_code", "age"


@dataclass(frozen=True)
class CensusCounts:
    """One census and its counts: breakdown → member → children."""

    pk: int | None
    date: date
    total: int
    counted: bool
    source: str
    cohort: str
    population: Population
    counts: dict[str, dict[str, int]]

    def tally(self, children):
        """So many of its children, traced to the census."""
        return Tally(children, lambda: (f"census/{self.pk}",))

    def reading(self, members, labels=None, *, of_total=True, **details):
        """A `Reading` of member → number, out of the total where that makes sense."""
        return Reading(
            members={member: self.tally(number) for member, number in members.items()},
            when=When.at(self.date),
            cohort=self.cohort,
            source=self.source,
            bases={WHOLE: self.tally(self.total)} if of_total else {},
            labels=labels or {},
            evidence=f"census/{self.pk}",
            population=self.population,
            origin=Origin.of_total(not self.counted),
            **details,
        )


def found_in(censuses, *breakdowns):
    """The one census of `censuses` with its counts in `breakdowns`, in one query; None of none."""
    return next(iter(each_found_in(censuses, *breakdowns).values()), None)


def each_found_in(censuses, *breakdowns):
    """Key → each of `censuses` with its counts in `breakdowns`, in one query for all of them."""
    rows = censuses.with_counts(*breakdowns).values_list(
        *("pk", "date", "total", "origin", "source"),
        *("cohort__title", "cohort__slug", "cohort__definition"),
        *("wanted__breakdown", "wanted__member", "wanted__children"),
    )
    result = {}
    for pk, day, total, origin, source, cohort, *population, breakdown, member, number in rows:
        if pk not in result:
            whole = (pk, day, total, origin == Census.COUNTED, source, cohort)
            result[pk] = CensusCounts(*whole, Population(*population), {})
        if breakdown is not None:
            result[pk].counts.setdefault(breakdown, {})[member] = number
    return result


def by_placement(result, council):
    """Children by placement group; codes that no group of the day names are not broken down."""
    if result is None or not _has_placements(result):
        return None
    return _placed(result, groups_on(council, result.date))


def _has_placements(result):
    return result.counted or PLACEMENT in result.counts


def _placed(result, every):
    groups = [group for group in every if not group.measure]
    codes = {"labels": _labels(groups), "definitions": {row.slug: row.codes for row in groups}}
    if not result.counted:
        return result.reading(result.counts[PLACEMENT], **codes)
    members = Counter({group.slug: 0 for group in groups})
    for code, number in result.counts.get(PLACEMENT_CODE, {}).items():
        members[group_of(*place_of(code), groups)] += number
    return result.reading(members, **codes)


def in_external_residential(result, council):
    """Children in external residential placements, a measure that overlaps the groups."""
    if result is None:
        return None
    entered = None if result.counted else result.counts.get(MEASURE, {}).get(EXTERNAL_RESIDENTIAL)
    if not result.counted and entered is None:
        return None
    groups = groups_on(council, result.date)
    measure = next((item for item in groups if item.slug == EXTERNAL_RESIDENTIAL), None)
    inside = _in_group(result, measure) if result.counted else entered
    if inside is None:
        return None
    return result.reading({WHOLE: inside}, rest=_rest_of(inside, measure, groups, result))


def _in_group(result, group):
    """How many children of a counted census are in a placement of `group`; None for no group."""
    codes = result.counts.get(PLACEMENT_CODE, {}).items()
    places = ((place_of(code), number) for code, number in codes)
    return group and sum(number for place, number in places if in_group(*place, group.codes))


def _rest_of(inside, measure, groups, result):
    """The rest of the groups that a measure overlaps, where all children are in groups."""
    if not measure or not _has_placements(result):
        return {}
    if not result.counted and result.counts[PLACEMENT].get(NOT_BROKEN_DOWN):
        return {}
    placed = _placed(result, groups)
    around = [item.slug for item in groups if not item.measure and may_share(item, measure)]
    counts = [placed.members[slug].count for slug in around if slug in placed.members]
    return {WHOLE: sum(counts) - inside}


def by_band(result, council, name):
    """Children by the bands of the set `name` that hold on the census's day."""
    if result is None or not (result.counted or name in result.counts):
        return None
    bands = list(AgeBand.objects.in_force(council, result.date).filter(set=name))
    if not bands:
        return None
    ages = {band.slug: (band.from_age, band.to_age) for band in bands}
    codes = {"labels": _labels(bands), "definitions": ages, "limits": ages}
    if not result.counted:
        return result.reading(result.counts[name], **codes)
    members = Counter({band.slug: 0 for band in bands})
    for age, number in result.counts.get(AGE, {}).items():
        members[band_of(whole(age), bands)] += number
    return result.reading(members, **codes)


def by_code(result, breakdown, code_list):
    """Children of a counted census by the codes of a national list."""
    if result is None or not result.counted:
        return None
    known = dict(Code.objects.filter(list=code_list).values_list("code", "label"))
    members = result.counts.get(breakdown, {})
    # A return may hold a code that no list has: it is warned of, counted, and called by itself.
    labels = {code: known.get(code, code) for code in members} | {NOT_KNOWN: NOT_KNOWN_LABEL}
    return result.reading(members, labels)


def unaccompanied(result):
    """Unaccompanied asylum-seeking children of a counted census, if its return has their file."""
    if result is None or not result.counted or (result.total and UASC not in result.counts):
        return None
    return result.reading({WHOLE: result.counts.get(UASC, {}).get("yes", 0)})


def readings_of(census):
    """What a census says by group and band, whether counted or entered: breakdown → `Reading`."""
    current = found_in(
        Census.objects.filter(pk=census.pk),
        *(PLACEMENT, PLACEMENT_CODE, AGE_BAND, LOCAL_AGE_BAND, AGE, MEASURE),
    )
    return readings_in(current, census.council)


def readings_in(current, council):
    """What the `CensusCounts` says by group and band: breakdown → `Reading`."""
    fields = {
        PLACEMENT: by_placement(current, council),
        AGE_BAND: by_band(current, council, AGE_BAND),
        LOCAL_AGE_BAND: by_band(current, council, LOCAL_AGE_BAND),
        MEASURE: in_external_residential(current, council),
    }
    return {breakdown: reading for breakdown, reading in fields.items() if reading}


def parts_of(census):
    """Breakdown → member → children of a census, as it would be entered."""
    return {
        breakdown: {
            member or EXTERNAL_RESIDENTIAL: tally.count for member, tally in reading.members.items()
        }
        for breakdown, reading in readings_of(census).items()
    }


def _labels(defined):
    return {item.slug: item.label for item in defined} | {NOT_BROKEN_DOWN: NOT_BROKEN_DOWN_LABEL}


def groups_on(council, day):
    """A day's placement groups and measures, in order; see `chosen_groups`."""
    return chosen_groups(PlacementGroup.objects.in_force(council, day))


def place_of(code):
    """(placement, provider) of a finest placement code such as `U4/PR4`."""
    place, _, provider = code.partition("/")
    return place, provider
