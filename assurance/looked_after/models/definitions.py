"""What looked-after children are counted by, as dated rows: code lists, placement groups, age
bands, census days.
"""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from django.db import models
from django.db.models import F, Q

from assurance.accounts.models.accounts import Council
from assurance.looked_after.rules.groups import LOCAL_AGE_BAND
from assurance.records.named_record import plain
from assurance.records.record import RecordQuerySet, in_order


class CodeQuerySet(models.QuerySet):
    """Readings of codes."""

    def years(self):
        """List → code → the (first, last) collection years of each time that it holds."""
        lists = {}
        for code in self.all():
            years = lists.setdefault(code.list, {}).setdefault(code.code, [])
            years.append((code.from_year, code.to_year))
        return lists


class Code(models.Model):
    """One code of a national list, with the first years of the collections it is valid in."""

    list = models.CharField(max_length=30)
    code = models.CharField(max_length=12)
    label = models.CharField(max_length=160)
    from_year = models.PositiveSmallIntegerField(null=True, blank=True)
    to_year = models.PositiveSmallIntegerField(null=True, blank=True)

    personal = plain("list code label")

    objects = CodeQuerySet.as_manager()

    class Meta:
        ordering = ("list", "code")
        constraints = [
            models.UniqueConstraint(fields=("list", "code", "from_year"), name="code_once_a_year"),
            models.UniqueConstraint(
                fields=("list", "code"),
                condition=Q(from_year__isnull=True),
                name="code_once_from_the_beginning",
            ),
            models.CheckConstraint(
                condition=Q(to_year__isnull=True)
                | Q(from_year__isnull=True)
                | Q(to_year__gte=F("from_year")),
                name="code_years_in_order",
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.label}"


class DefinitionQuerySet(models.QuerySet):
    """Readings of definitions that hold from one day to another."""

    def in_force(self, council, day):
        """The national definitions and `council`'s that hold on `day`, both ends included."""
        return self.filter(
            Q(to_date__isnull=True) | Q(to_date__gte=day),
            Q(council__isnull=True) | Q(council=council),
            from_date__lte=day,
        )


class PlacementGroup(models.Model):
    """A dated grouping of placement codes and providers (domain 3.6); `council` is empty for the
    national ones.

    `codes` is a list of [placements, providers] pairs, providers empty for any; a code and
    provider belong to the first group, in order, that names them. A `measure` stands beside the
    groups and overlaps them (external residential); a group is one part of the whole.
    """

    council = models.ForeignKey(
        "accounts.Council", models.PROTECT, null=True, blank=True, related_name="placement_groups"
    )
    slug = models.SlugField(max_length=40)
    label = models.CharField(max_length=120)
    order = models.PositiveSmallIntegerField()
    measure = models.BooleanField(default=False)
    codes = models.JSONField()
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    personal = plain("slug label codes")

    objects = DefinitionQuerySet.as_manager()

    class Meta:
        ordering = ("order", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("council", "slug", "from_date"), name="placement_group_once"
            ),
            models.UniqueConstraint(
                fields=("slug", "from_date"),
                condition=Q(council__isnull=True),
                name="national_placement_group_once",
            ),
            in_order("placement_group_dates_in_order"),
        ]

    def __str__(self):
        return self.label


def chosen_groups(defined):
    """The groups in force that count: a council's own goes before the national one of its name."""
    chosen = {}
    for group in sorted(defined, key=lambda group: group.council_id is not None):
        chosen[group.slug] = group
    return sorted(chosen.values(), key=lambda group: group.order)


@dataclass(frozen=True)
class OwnBands:
    """A council's own set of age bands, in the order of their ages, from a day to another."""

    council: Council
    from_date: date
    to_date: date | None
    bands: tuple["AgeBand", ...]


class AgeBandQuerySet(DefinitionQuerySet):
    """Readings of age bands."""

    def visible_to(self, user):
        """The national bands and those of `user`'s own council."""
        return self.filter(Q(council__isnull=True) | Q(council=user.council_id))

    def own_sets(self, council):
        """The sets of a council's own bands, the latest first."""
        rows = self.filter(council=council, set=LOCAL_AGE_BAND)
        ordered = rows.order_by("-from_date", "from_age")
        return [
            OwnBands(council, first, bands[0].to_date, bands)
            for first, group in groupby(ordered, key=attrgetter("from_date"))
            if (bands := tuple(group))
        ]


class AgeBand(models.Model):
    """One band of a set, from `from_age` to `to_age` in whole years, both included; the last has no
    end. The set `age_band` is the DfE's; a council's own is called `local_age_band`."""

    council = models.ForeignKey(
        "accounts.Council", models.PROTECT, null=True, blank=True, related_name="age_bands"
    )
    set = models.SlugField(max_length=40)
    slug = models.SlugField(max_length=40)
    label = models.CharField(max_length=60)
    from_age = models.PositiveSmallIntegerField()
    to_age = models.PositiveSmallIntegerField(null=True, blank=True)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    personal = plain("set slug label")

    objects = AgeBandQuerySet.as_manager()

    class Meta:
        ordering = ("set", "from_age")
        constraints = [
            models.UniqueConstraint(
                fields=("council", "set", "slug", "from_date"), name="age_band_once"
            ),
            models.UniqueConstraint(
                fields=("set", "slug", "from_date"),
                condition=Q(council__isnull=True),
                name="national_age_band_once",
            ),
            in_order("age_band_in_order", "from_age", "to_age"),
            in_order("age_band_dates_in_order"),
        ]

    def __str__(self):
        return self.label


class CensusDay(models.Model):
    """A day of the year on which a council counts for its own reports, such as 1 December."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="census_days")
    month = models.PositiveSmallIntegerField()
    day = models.PositiveSmallIntegerField()

    personal = {}

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ("month", "day")
        constraints = [
            models.UniqueConstraint(fields=("council", "month", "day"), name="census_day_once"),
            # 29 February would come once in four years.
            models.CheckConstraint(
                condition=Q(month__in=(1, 3, 5, 7, 8, 10, 12), day__range=(1, 31))
                | Q(month__in=(4, 6, 9, 11), day__range=(1, 30))
                | Q(month=2, day__range=(1, 28)),
                name="census_day_is_a_day",
            ),
        ]

    def __str__(self):
        return f"{self.day}/{self.month}"
