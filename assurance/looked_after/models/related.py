"""What is stated beside a census whose children were counted or entered: what placements cost, and
where they are.
"""

from django.db import models
from django.db.models import Q

from assurance.looked_after.models.censuses import Census, UnitCost
from assurance.looked_after.models.queries import groups_on
from assurance.records.personal import Personal

LOCATIONS = {
    "inside": "Inside the council’s boundary",
    "outside_near": "Outside it, 20 miles or less from home",
    "outside_far": "Outside it, more than 20 miles from home",
    "outside": "Outside it, distance not broken down",
    "not_known": "Not known or not recorded",
}
# What was stated of an earlier census still says something a year later, with its day; not longer.
STILL_SAID = 366


class PlacementLocation(models.Model):
    """How many of a census's children are placed where: entered, for no postcode is read."""

    census = models.ForeignKey(Census, models.PROTECT, related_name="locations")
    place = models.CharField(max_length=20, choices=list(LOCATIONS.items()))
    children = models.PositiveIntegerField()
    source = models.CharField(max_length=200)

    personal = {"place": Personal.NONE, "source": Personal.NONE}

    class Meta:
        ordering = ("census", "pk")
        constraints = [
            models.UniqueConstraint(fields=("census", "place"), name="placement_location_once"),
            models.CheckConstraint(condition=~Q(source=""), name="placement_location_has_a_source"),
            models.CheckConstraint(
                condition=Q(place__in=tuple(LOCATIONS)), name="placement_location_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.get_place_display()}: {self.children}"


def locations_by(council, days):
    """What is stated of the censuses in force of exactly these days (None for a day that has
    none): a list of place → children or None, the labels, and the sources."""
    current = PlacementLocation.objects.filter(
        census__in=Census.objects.counting(council, None).in_force().filter(
            date__in=[day for day in days if day]
        )
    ).select_related("census")  # fmt: skip
    by_day, sources = {}, set()
    for item in current:
        by_day.setdefault(item.census.date, {})[item.place] = item.children
        sources.add(item.source)
    ordered = {
        day: {place: value[place] for place in LOCATIONS if place in value}
        for day, value in by_day.items()
    }
    return [ordered.get(day) for day in days], LOCATIONS, sorted(sources)


def costs_by(council, day):
    """Group → (pounds, source) of the latest census in force, up to `day` and not older than a
    year, with which costs are stated; the groups' labels; that census's day or None."""
    query = Census.objects.counting(council, None).in_force()
    rows = (
        UnitCost.objects.filter(census__in=query.filter(date__lte=day))
        .select_related("census")
        .order_by("-census__date")
    )
    newest = [item for item in rows[:50] if (day - item.census.date).days <= STILL_SAID]
    if not newest:
        return {}, {}, None
    on = newest[0].census.date
    labels = {group.slug: group.label for group in groups_on(council, on)}
    costs = {item.group: (item.pounds, item.source) for item in newest if item.census.date == on}
    return costs, labels, on
