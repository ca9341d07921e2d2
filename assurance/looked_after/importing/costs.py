"""What placements cost as a file: a row for each placement group beside a census."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import trunc

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Column, Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.records import Record
from assurance.looked_after.models.censuses import Census, UnitCost
from assurance.looked_after.models.queries import groups_on
from assurance.tables.cells import Money, Text
from assurance.tables.clean import plain

NO_CENSUS = (
    "There is no count of this date.",
    "Enter the count or import its return first, or correct the date.",
)


def prepare(council: Council, rows: Sequence[Values]) -> dict[date, dict[str, str]]:
    """Day of a census → label → slug of each placement group that is defined on it."""
    censuses = Census.objects.counting(council, None).in_force()
    days = {census.date for census in censuses} & {values["day"] for values in rows}
    return {day: {group.label: group.slug for group in groups_on(council, day)} for day in days}


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """A group that is not defined on the day of a census, and a sum of pence."""
    if reading.current("census", values) and _group(values, reading) is None:
        listed = ", ".join(f"“{label}”" for label in reading.held[values["day"]])
        yield Fault("group", "It is no placement group of that date.", f"Write one of {listed}.")
    if values["pounds"] != values["pounds"].to_integral_value():
        yield Fault("pounds", "It is not a whole number of pounds.", "Round it to whole pounds.")


def cost_fields(values: Values, reading: Reading, fields: Mapping) -> dict:
    """The fields of a cost, by the slug of its group."""
    return {**fields, "group": _group(values, reading), "pounds": trunc(values["pounds"])}


def export_rows(council: Council) -> Iterator[tuple]:
    """Each cost beside a census in force, by the label of its group on that day."""
    censuses = Census.objects.counting(council, None).in_force()
    costs = UnitCost.objects.filter(census__in=censuses).select_related("census")
    labels = {}
    for cost in costs.order_by("census__date", "group"):
        day = cost.census.date
        if day not in labels:
            labels[day] = {group.slug: group.label for group in groups_on(council, day)}
        yield cost.census, cost, {"group": labels[day].get(cost.group, cost.group)}


def example_cost(council: Council) -> dict[str, object]:
    """The cost of a placement group of the first count's date."""
    census = Census.objects.counting(council, None).in_force().order_by("pk").first()
    groups = groups_on(council, census.date) if census else ()
    return {"group": groups[0].label} if groups else {}


def _group(values, reading):
    groups = reading.held[values["day"]].items()
    known = {plain(word): slug for label, slug in groups for word in (label, slug)}
    return known.get(plain(values["group"]))


CENSUS = Record(
    Census,
    by=("day",),
    link=True,
    unknown=NO_CENSUS,
    rows=lambda council: Census.objects.counting(council, None).in_force(),
    columns=(
        Column("day", "Date of the count", "31/03/2016",
               ("census", "census day", "as at", "day of the census"),
               required=True, filled=True, field="date"),
    ),
)  # fmt: skip
COST = Record(
    UnitCost,
    by=("census", "group"),
    fields=cost_fields,
    columns=(
        Column("group", "Placement group", "Foster care through an independent agency",
               ("placement", "placement type"), required=True, filled=True, read=Text(120)),
        Column("pounds", "Pounds a year", "48000",
               ("average annual cost", "average yearly cost", "unit cost", "annual cost"),
               required=True, filled=True, read=Money(0)),
        Column("source", "Source", "Finance, budget monitoring of December 2015",
               ("source of the cost",), required=True, filled=True),
    ),
)  # fmt: skip
PLACEMENT_COSTS = Sheet(
    key="placement-costs",
    title="Placement costs",
    about="The average yearly cost of one placement in a group, as the finance service "
    "states it for a count of looked-after children.",
    permission=Permission.RECORD_LOOKED_AFTER,
    records=(CENSUS, COST),
    faults=faults,
    prepare=prepare,
    standing=export_rows,
    repeats=True,
    example=example_cost,
)
