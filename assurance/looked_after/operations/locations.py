"""Where the children of a census are placed, stated beside it as totals."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.related import LOCATIONS, PlacementLocation
from assurance.looked_after.rules import positions
from assurance.records import history
from assurance.records import record as records
from assurance.records.personal import Personal
from assurance.records.refusals import refuse_if


@transaction.atomic
def set_locations(
    *, record: Census, version: int, locations: Mapping[str, int], source: str, by, on: date
) -> Census:
    """The census with `locations`, place → children, in place of those it had; none takes them
    away.

    Raises `EditConflict` where somebody saved it meanwhile; `Refused` where it is not in force, the
    parts do not make the whole, or no source is given.
    """
    census = records.lock(record, version)
    refuse_if(positions.why_not_state_costs(census))
    refuse_if(positions.why_not_defined("place", set(locations) - set(LOCATIONS), census.date))
    parts = positions.why_not_these_parts(census.total, "location", locations)
    refuse_if(parts, "location_not_known")
    if locations and not source.strip():
        refuse_if("Say where the numbers are from.", "source")
    before = _location_values(census)
    census.locations.all().delete()
    PlacementLocation.objects.bulk_create(
        PlacementLocation(census=census, place=place, children=children, source=source)
        for place, children in locations.items()
    )
    census.version += 1
    census.save(update_fields=["version"])
    after = _location_values(census)
    changes = history.changes(before, after, dict.fromkeys({*before, *after}, Personal.NONE))
    history.record("looked_after.set_locations", about=census, by=by, on=on, changes=changes)
    return census


def _location_values(census):
    return {
        f"placed: {location.place}": f"{location.children} ({location.source})"
        for location in census.locations.all()
    }
