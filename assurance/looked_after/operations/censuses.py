"""Entering a census as counts, correcting it with a new edition, and what is stated beside it."""

from collections.abc import Mapping
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Max

from assurance.looked_after.models.censuses import Census, CensusCount, UnitCost
from assurance.looked_after.models.definitions import AgeBand, PlacementGroup
from assurance.looked_after.models.offers import why_not_beside_return
from assurance.looked_after.models.related import LOCATIONS, PlacementLocation
from assurance.looked_after.rules import positions
from assurance.looked_after.rules.groups import NOT_BROKEN_DOWN, PLACEMENT
from assurance.looked_after.rules.positions import ENTERED_BREAKDOWNS, MEASURE, EnteredCensus
from assurance.people.models.people import Cohort
from assurance.records import history
from assurance.records import record as records
from assurance.records.personal import Personal
from assurance.records.record import locked
from assurance.records.refusals import Refused, refuse_if

# What stands beside a census → (name, value) of one of its rows in history.
TOLD = {
    "unit_costs": lambda row: (f"unit cost: {row.group}", f"{row.pounds} ({row.source})"),
    "locations": lambda row: (f"placed: {row.place}", f"{row.children} ({row.source})"),
}


@transaction.atomic
def enter_census(*, cohort: Cohort, day: date, entered: EnteredCensus, by, on: date) -> Census:
    """A census of `cohort` at the end of `day`, entered as counts with a source. Raises `Refused`
    where one of that day stands, the cohort is not of that day, the parts do not make the whole,
    or a held return counts otherwise and no reason is given."""
    census = _save_census(cohort, day, entered, on=on, because="")
    _refuse_beside_return(census)
    values = _changes({}, {"date": day, "cohort": cohort.title, **entered.told()})
    history.record("looked_after.enter_census", about=census, by=by, on=on, changes=values)
    return census


@transaction.atomic
def correct(
    *, record: Census, version: int, entered: EnteredCensus, because: str, by, on: date
) -> Census:
    """The next edition of a census; the one before keeps its numbers and is marked replaced.

    `record` may be any edition: the newest of its day is what is corrected, and `version` is its
    version. Raises `EditConflict` with the newest where somebody saved meanwhile; `Refused` where
    it was withdrawn, no reason is given, the parts do not make the whole, or a held return counts
    otherwise and nothing says why it differs.
    """
    before = _newest(record)
    records.check_version(before, version)
    refuse_if(positions.why_not_correct(before, because), "because")
    before.replaced_on = on
    before.version += 1
    before.save(update_fields=["replaced_on", "version"])
    census = _save_census(
        before.cohort, before.date, entered, on=on, because=because, version=before.version
    )
    _refuse_beside_return(census)
    values = _changes(before.as_entered().told(), entered.told())
    history.record(
        "looked_after.correct", about=census, by=by, on=on, changes=values, reason=because
    )
    return census


@transaction.atomic
def set_unit_costs(
    *, record: Census, version: int, unit_costs: Mapping[str, tuple[int, str]], by, on: date
) -> Census:
    """The census with `unit_costs`, a group or measure → (pounds a year, source), in place of those
    it had; its children stay as they were counted. Raises `EditConflict` where somebody saved it
    meanwhile; `Refused` where it is not in force, a group is not defined on its day, or a cost has
    no source."""
    census = records.lock(record, version)
    refuse_if(positions.why_not_state_costs(census))
    groups = PlacementGroup.objects.in_force(census.council, census.date)
    _refuse_unit_costs(unit_costs, groups, census.date)
    changes = _replaced(census, "unit_costs", _costs(census, unit_costs))
    history.record("looked_after.set_unit_costs", about=census, by=by, on=on, changes=changes)
    return census


@transaction.atomic
def set_locations(
    *, record: Census, version: int, locations: Mapping[str, int], source: str, by, on: date
) -> Census:
    """The census with `locations`, place → children, in place of those it had; none takes them
    away. Raises `EditConflict` where somebody saved it meanwhile; `Refused` where it is not in
    force, the parts do not make the whole, or no source is given."""
    census = records.lock(record, version)
    refuse_if(positions.why_not_state_costs(census))
    refuse_if(positions.why_not_defined("place", set(locations) - set(LOCATIONS), census.date))
    parts = positions.why_not_these_parts(census.total, "location", locations)
    refuse_if(parts, "location_not_known")
    if locations and not source.strip():
        refuse_if("Enter the source of the numbers.", "source")
    rows = [
        PlacementLocation(census=census, place=place, children=children, source=source)
        for place, children in locations.items()
    ]
    changes = _replaced(census, "locations", rows)
    history.record("looked_after.set_locations", about=census, by=by, on=on, changes=changes)
    return census


def _newest(record):
    # Whoever holds any edition's row comes first; the others then find the edition that was made.
    row = locked(Census, record.pk)
    same_day = Census.objects.in_force().filter(cohort=row.cohort, date=row.date)
    return same_day.select_for_update(of=("self",)).first() or row


def _refuse_beside_return(census):
    if not census.differs_because.strip():
        refuse_if(why_not_beside_return(census), "differs_because")


def _save_census(cohort, day, entered, *, on, because, version=1):
    _refuse_what_cannot_be(cohort, day, entered)
    same_day = Census.objects.filter(cohort=cohort, date=day)
    census = Census(
        council=cohort.council,
        created_on=on,
        cohort=cohort,
        date=day,
        total=entered.total,
        origin=Census.ENTERED,
        source=entered.source,
        differs_because=entered.differs_because,
        edition=(same_day.aggregate(latest=Max("edition"))["latest"] or 0) + 1,
        corrected_because=because,
        # A newer edition has a later version, so that who saw an earlier one is told.
        version=version,
    )
    try:
        # The database refuses a second census in force; a savepoint lets this end in a sentence.
        with transaction.atomic():
            census.save()
    except IntegrityError as error:
        raise Refused(positions.stands_already(day), "date") from error
    counts = {**entered.parts, MEASURE: entered.measures}
    CensusCount.objects.bulk_create(
        CensusCount(census=census, breakdown=breakdown, member=member, children=children)
        for breakdown, members in counts.items()
        for member, children in members.items()
    )
    UnitCost.objects.bulk_create(_costs(census, entered.unit_costs))
    return census


def _refuse_what_cannot_be(cohort, day, entered):
    refuse_if(positions.why_not_this_population(cohort, day), "date")
    refuse_if(None if entered.source.strip() else "Enter the source of the counts.", "source")
    groups = list(PlacementGroup.objects.in_force(cohort.council, day))
    known = {PLACEMENT: {group.slug for group in groups if not group.measure}}
    for band in AgeBand.objects.in_force(cohort.council, day):
        known.setdefault(band.set, set()).add(band.slug)
    for breakdown, members in entered.parts.items():
        text = ENTERED_BREAKDOWNS[breakdown]
        defined = known.get(breakdown, set()) | {NOT_BROKEN_DOWN}
        refuse_if(positions.why_not_defined(text, set(members) - defined, day))
        refuse_if(
            positions.why_not_these_parts(entered.total, text, members),
            f"{breakdown}_{NOT_BROKEN_DOWN}",
        )
    measures = {group.slug: group.label for group in groups if group.measure}
    refuse_if(positions.why_not_defined("measure", set(entered.measures) - set(measures), day))
    for slug, children in entered.measures.items():
        refuse_if(
            positions.why_not_this_measure(entered.total, measures[slug], children),
            f"{MEASURE}_{slug}",
        )
    _refuse_unit_costs(entered.unit_costs, groups, day)


def _refuse_unit_costs(unit_costs, groups, day):
    unknown = set(unit_costs) - {group.slug for group in groups}
    refuse_if(positions.why_not_defined("unit cost", unknown, day))
    for group, (_, source) in unit_costs.items():
        refuse_if(
            None if source.strip() else "Enter the source of the cost.", f"cost_source_{group}"
        )


def _costs(census, unit_costs):
    return [
        UnitCost(census=census, group=group, pounds=pounds, source=source)
        for group, (pounds, source) in unit_costs.items()
    ]


def _replaced(census, related, rows):
    """Puts `rows` in place of those that stood beside the census; gives the changes."""
    stated = getattr(census, related)
    before = dict(map(TOLD[related], stated.all()))
    stated.all().delete()
    stated.model.objects.bulk_create(rows)
    census.version += 1
    census.save(update_fields=["version"])
    return _changes(before, dict(map(TOLD[related], stated.all())))


def _changes(before, after):
    # Counts and their source are nobody's.
    return history.changes(before, after, dict.fromkeys({*before, *after}, Personal.NONE))
