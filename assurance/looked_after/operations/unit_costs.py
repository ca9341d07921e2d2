"""What a placement costs on average, said beside a census whose children were counted."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from assurance.looked_after.models.censuses import Census, UnitCost
from assurance.looked_after.models.definitions import PlacementGroup
from assurance.looked_after.rules import positions
from assurance.records import history
from assurance.records import record as records
from assurance.records.personal import Personal
from assurance.records.refusals import refuse_if


@transaction.atomic
def set_unit_costs(
    *, record: Census, version: int, unit_costs: Mapping[str, tuple[int, str]], by, on: date
) -> Census:
    """The census with `unit_costs`, a group or measure → (pounds a year, source), in place of those
    it had; its children stay as they were counted.

    Raises `EditConflict` where somebody saved it meanwhile; `Refused` where it is not in force, a
    group is not defined on its day, or a cost has no source.
    """
    census = records.lock(record, version)
    refuse_if(positions.why_not_state_costs(census))
    groups = PlacementGroup.objects.in_force(census.council, census.date)
    unknown = set(unit_costs) - {group.slug for group in groups}
    refuse_if(positions.why_not_defined("unit cost", unknown, census.date))
    for group, (_, source) in unit_costs.items():
        refuse_if(None if source.strip() else "Say where the cost is from.", f"cost_source_{group}")
    before = _cost_values(census)
    census.unit_costs.all().delete()
    UnitCost.objects.bulk_create(
        UnitCost(census=census, group=group, pounds=pounds, source=source)
        for group, (pounds, source) in unit_costs.items()
    )
    census.version += 1
    census.save(update_fields=["version"])
    after = _cost_values(census)
    changes = history.changes(before, after, dict.fromkeys({*before, *after}, Personal.NONE))
    history.record("looked_after.set_unit_costs", about=census, by=by, on=on, changes=changes)
    return census


def _cost_values(census):
    return {
        f"unit cost: {cost.group}": f"{cost.pounds} ({cost.source})"
        for cost in census.unit_costs.all()
    }
