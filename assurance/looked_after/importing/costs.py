"""What placements cost as a file: a row for each placement group beside a census."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import trunc

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Column, Fault, Reading, Sheet, TargetRow, Values
from assurance.looked_after.models.censuses import Census, UnitCost
from assurance.looked_after.models.queries import groups_on
from assurance.tables.cells import Day, Money, Text
from assurance.tables.clean import plain


@dataclass(frozen=True)
class CensusIndex:
    """Day → its census in force, and day → plain label or name → group."""

    censuses: dict[date, Census] = field(default_factory=dict)
    groups: dict[date, dict[str, str]] = field(default_factory=dict)
    labels: dict[date, list[str]] = field(default_factory=dict)


def prepare(council: Council, rows: Sequence[Values]) -> CensusIndex:
    """The censuses of the rows' days, and the placement groups that are defined on them."""
    current = CensusIndex()
    days = {row["day"] for row in rows if row.get("day")}
    for census in Census.objects.counting(council, None).in_force().filter(date__in=days):
        current.censuses[census.date] = census
        groups = groups_on(council, census.date)
        current.labels[census.date] = [group.label for group in groups]
        current.groups[census.date] = {
            plain(word): group.slug for group in groups for word in (group.label, group.slug)
        }
    return current


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """A day without a census in force, a group that is not defined on it, a sum of pence."""
    day, current = values["day"], reading.held
    if day not in current.censuses:
        yield Fault(
            "day",
            "There is no census of this day.",
            "Enter the census or bring its return in first, or correct the day.",
        )
    elif plain(values["group"]) not in current.groups[day]:
        listed = ", ".join(f"“{label}”" for label in current.labels[day])
        yield Fault("group", "It is no placement group of that day.", f"Write one of {listed}.")
    if values["pounds"] != values["pounds"].to_integral_value():
        yield Fault("pounds", "It is not a whole number of pounds.", "Round it to whole pounds.")


def resolve_row(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """The unit cost of a row, beside the census of its day."""
    current = reading.held
    yield TargetRow(
        UnitCost,
        {
            "census": current.censuses[values["day"]],
            "group": current.groups[values["day"]][plain(values["group"])],
        },
        {"pounds": trunc(values["pounds"]), "source": values["source"]},
    )


def export_rows(council: Council) -> Iterator[Values]:
    """A row for each cost beside a census in force, by the label of its group on that day."""
    censuses = Census.objects.counting(council, None).in_force()
    costs = UnitCost.objects.filter(census__in=censuses).select_related("census")
    labels = {}
    for cost in costs.order_by("census__date", "group"):
        day = cost.census.date
        if day not in labels:
            labels[day] = {group.slug: group.label for group in groups_on(council, day)}
        named = labels[day].get(cost.group, cost.group)
        yield {"day": day, "group": named, "pounds": cost.pounds, "source": cost.source}


PLACEMENT_COSTS = Sheet(
    key="placement-costs",
    title="Placement costs",
    about=(
        "The average yearly cost of one placement in a group, as the finance service states it "
        "beside a census of children looked after."
    ),
    permission=Permission.RECORD_LOOKED_AFTER,
    columns=(
        Column("day", "Day of the census", Day(), "31/03/2016", ("census", "census day", "as at"),
               required=True, filled=True),
        Column("group", "Placement group", Text(120), "Foster care through an independent agency",
               ("placement", "placement type"), required=True, filled=True),
        Column("pounds", "Pounds a year", Money(0), "48000",
               ("average annual cost", "average yearly cost", "unit cost", "annual cost"),
               required=True, filled=True),
        Column("source", "Source", Text(200), "Finance, budget monitoring of December 2015",
               ("source of the cost",), required=True, filled=True),
    ),
    wanted=resolve_row,
    faults=faults,
    prepare=prepare,
    standing=export_rows,
)  # fmt: skip
