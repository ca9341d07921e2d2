"""Censuses: how many children were looked after at the end of a day. Papers quote these and never
the rows.
"""

from django.db import models
from django.db.models import FilteredRelation, Q

from assurance.looked_after.models.definitions import CensusDay, PlacementGroup, chosen_groups
from assurance.looked_after.models.returns import Return
from assurance.looked_after.rules import positions
from assurance.looked_after.rules.days import own_days
from assurance.looked_after.rules.groups import LOCAL_AGE_BAND
from assurance.looked_after.rules.positions import ENTERED_BREAKDOWNS, MEASURE, EnteredCensus
from assurance.people.models.people import Cohort, DatedCount, DatedCountQuerySet
from assurance.records.personal import Personal
from assurance.records.record import Record
from assurance.runtime.periods import months_after


def by_breakdown(counts) -> dict[str, dict[str, int]]:
    """Breakdown → member → number of children of the rows of one census."""
    result = {}
    for count in counts:
        result.setdefault(count.breakdown, {})[count.member] = count.children
    return result


class CensusQuerySet(DatedCountQuerySet):
    """Readings of censuses."""

    def counting(self, council, cohort):
        """Those of `cohort`, or of the council's usual population of children where it is None."""
        of = Q(cohort=cohort) if cohort else Q(cohort__kind=Cohort.CHILDREN, cohort__usual=True)
        return self.filter(of, council=council)

    def speaking_for(self, council, cohort, day, since=None):
        """The census in force of exactly `day`, or the latest in [since, day]; none or one."""
        query = self.counting(council, cohort).in_force()
        if since is None:
            return query.filter(date=day)
        latest = query.filter(date__range=(since, day)).order_by("-date").values("pk")[:1]
        return self.filter(pk__in=models.Subquery(latest))

    def filtered(self, cohort=None, origin="", year=None, earlier=""):
        """Those that fit a list's filter; editions that were replaced only where asked for."""
        rows = self if earlier else self.filter(replaced_on__isnull=True)
        rows = rows.filter(cohort=cohort) if cohort else rows
        rows = rows.filter(origin=origin) if origin else rows
        return rows.filter(date__year=year) if year else rows

    def days_missing(self, council, day):
        """The council's own census days of the year up to `day` of which none is in force, the
        earliest first; from its first census on, and none where it has named no days."""
        own = [(census_day.month, census_day.day) for census_day in CensusDay.objects.of(council)]
        current = set(self.counting(council, None).in_force().values_list("date", flat=True))
        query = own_days(own, months_after(day, -12), day) if own and current else ()
        return [item for item in query if item > min(current) and item not in current]

    def in_date_order(self):
        """The earliest day first, each day's newest edition first."""
        return self.order_by("date", "-edition")

    def editions_of(self, census):
        """Every edition of the census of that day, newest first."""
        return self.filter(cohort=census.cohort_id, date=census.date).order_by("-edition")

    def with_counts(self, *breakdowns):
        """Each census once per count in `breakdowns`, under `wanted__breakdown`, `wanted__member`
        and `wanted__children`; once with None where it has none: one query for a figure."""
        # No breakdown has an empty name; an empty list would leave the census out as well.
        target = Q(counts__breakdown__in=breakdowns or ("",))
        return self.annotate(wanted=FilteredRelation("counts", condition=target))

    def entered_by(self, council, first):
        """Whether a census of `first` or later gives children by the council's own age bands."""
        rows = self.filter(cohort__council=council, date__gte=first)
        return rows.filter(counts__breakdown=LOCAL_AGE_BAND).exists()


class Census(DatedCount):
    """How many children were looked after at the end of a day; breakdowns add to the total."""

    date = models.DateField()
    total = models.PositiveIntegerField()
    # Of one entered by hand that a held return counts otherwise.
    differs_because = models.CharField(max_length=200, blank=True)
    held_return = models.ForeignKey(
        Return, models.PROTECT, null=True, blank=True, related_name="censuses"
    )

    history_prefix = "looked_after"
    personal = {
        **dict.fromkeys(("date", "total", "differs_because"), Personal.NONE),
        **DatedCount.personal,
    }

    objects = CensusQuerySet.as_manager()

    class Meta(DatedCount.Meta):
        abstract = False
        verbose_name = "count of looked-after children"
        verbose_name_plural = "counts of looked-after children"
        ordering = ("-date", "-edition")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("cohort", "date", "edition"), name="census_edition_once"
            ),
            models.UniqueConstraint(
                fields=("cohort", "date"),
                condition=Q(replaced_on__isnull=True, withdrawn_on__isnull=True),
                name="one_census_in_force",
            ),
            models.CheckConstraint(
                condition=Q(origin=DatedCount.ENTERED, held_return__isnull=True)
                | Q(origin=DatedCount.COUNTED, held_return__isnull=False),
                name="census_counted_from_a_return",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="census_has_a_source"),
        ]

    def __str__(self):
        return f"Count of {self.date.day} {self.date:%B %Y}"

    @property
    def is_entered(self):
        """Whether somebody entered it as counts; otherwise it was counted from a return."""
        return self.origin == self.ENTERED

    @property
    def is_in_force(self):
        """Whether figures read it: neither replaced nor withdrawn."""
        return self.replaced_on is None and not self.is_withdrawn

    def withdrawal_faults(self):
        """Refuses an edition that was replaced."""
        yield "", positions.why_not_withdraw_edition(self)

    def as_entered(self):
        """The `EnteredCensus` that would give it again; of a counted one, its total and source."""
        parts = by_breakdown(self.counts.filter(breakdown__in=(*ENTERED_BREAKDOWNS, MEASURE)))
        costs = {cost.group: (cost.pounds, cost.source) for cost in self.unit_costs.all()}
        return EnteredCensus(
            total=self.total,
            source=self.source,
            measures=parts.pop(MEASURE, {}),
            parts=parts,
            unit_costs=costs,
            differs_because=self.differs_because,
        )


class CensusCount(models.Model):
    """Children in one member of one breakdown.

    Counted censuses keep the finest: `placement_code` (`U4/PR4`), `age` (`15`), `legal_status`,
    `need` (of those counted since it is kept), `sex`, `ethnicity`, `uasc`, and `starts` and `ends`
    of the month that ends on the census's day.
    Entered ones keep what was known: `placement` and the name of an age-band set by group, with
    `not_broken_down` as a part, and `measure` for one that overlaps.
    """

    census = models.ForeignKey(Census, models.PROTECT, related_name="counts")
    breakdown = models.CharField(max_length=40)
    member = models.CharField(max_length=40)
    children = models.PositiveIntegerField()

    personal = {"breakdown": Personal.NONE, "member": Personal.NONE}

    class Meta:
        ordering = ("census", "breakdown", "member")
        constraints = [
            models.UniqueConstraint(
                fields=("census", "breakdown", "member"), name="census_count_once"
            )
        ]

    def __str__(self):
        return f"{self.breakdown} {self.member}: {self.children}"


class UnitCost(models.Model):
    """The average yearly cost of a placement in a group or measure, in whole pounds."""

    census = models.ForeignKey(Census, models.PROTECT, related_name="unit_costs")
    group = models.SlugField(max_length=40)
    pounds = models.PositiveIntegerField()
    source = models.CharField(max_length=200)

    personal = {"group": Personal.NONE, "source": Personal.NONE}

    class Meta:
        ordering = ("census", "group")
        constraints = [
            models.UniqueConstraint(fields=("census", "group"), name="unit_cost_once"),
            models.CheckConstraint(condition=~Q(source=""), name="unit_cost_has_a_source"),
        ]

    def __str__(self):
        return f"{self.label}: £{self.pounds:,}"

    @property
    def label(self):
        """The name of the group or measure on the date of the count."""
        defined = PlacementGroup.objects.in_force(self.census.council, self.census.date)
        groups = chosen_groups(defined.filter(slug=self.group))
        return groups[0].label if groups else self.group
