"""Measures, local and national: their values at a date or over a period, and their targets."""

from datetime import date

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from assurance.governance.rules import choices, faults
from assurance.governance.rules.decimals import per_of
from assurance.people.models.posts import Post
from assurance.records.named_record import (
    ChildRecord,
    NamedRecord,
    NamedRecordQuerySet,
    may_hold,
    one_active,
    plain,
)
from assurance.records.record import Record, in_order
from assurance.runtime.periods import When, say_day

VALUE = {"max_digits": 14, "decimal_places": 2}


class Measure(NamedRecord):
    """What is measured, in which unit, by what definition, and which way is better.

    `area` says for where: empty for the whole council, a ward, or “England”. `of_people` says
    whether it counts people, of whom a small number is protected. `owner` is the post that writes
    its sentence of each month; older ones may have none.
    """

    UNITS, BETTER = list(choices.UNITS.items()), list(choices.BETTER.items())

    unit = models.CharField(max_length=20, choices=UNITS)
    definition = models.TextField()
    source = models.CharField(max_length=200)
    better = models.CharField(max_length=20, choices=BETTER)
    area = models.CharField(max_length=120, blank=True)
    # Small numbers fail closed: of a measure recorded before it was asked, nobody knows.
    of_people = models.BooleanField(default=True)
    owner = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="measures_owned"
    )

    searched = ("title", "definition", "source", "area", "owner__title")
    personal = {
        **plain("unit definition source better area of_people owner"),
        **NamedRecord.personal,
    }

    class Meta(NamedRecord.Meta):
        ordering = ("title",)

    def faults(self, values):
        """Refuses also another unit once it has values."""
        yield from super().faults(values)
        if self.pk:
            number = self.values.active().count()
            yield "unit", faults.why_not_unit(self.unit, values["unit"], number)

    @property
    def per(self):
        """What its share or rate is per; None for a count."""
        named = per_of(f"{self.title} {self.definition}")
        return 100 if self.unit == choices.PERCENT else named

    @property
    def latest(self):
        """Its latest value that stands, or None."""
        return self.latest_by(date.max)

    def latest_by(self, day):
        """Its latest value of `day` or earlier that stands, or None."""
        rows = [row for row in self.values.all() if not row.is_withdrawn and row.to_date <= day]
        return max(rows, key=lambda item: item.to_date, default=None)


class MeasureValueQuerySet(NamedRecordQuerySet):
    """Readings over values."""

    def latest_by(self, day, since=None):
        """Of each standing measure the standing value of the last day that is not after `day`,
        nor before `since` where that is given, with its measure fetched and the date of the
        value before it as `earlier_on`."""
        rows = self.active().filter(measure__withdrawn_on__isnull=True, to_date__lte=day)
        rows = rows.filter(to_date__gte=since) if since else rows
        others = MeasureValue.objects.active().filter(measure=OuterRef("measure"))
        last = others.filter(to_date__lte=day).order_by("-to_date").values("pk")[:1]
        earlier = others.filter(to_date__lt=OuterRef("to_date")).order_by("-to_date")
        latest = rows.filter(pk=Subquery(last)).annotate(
            earlier_on=Subquery(earlier.values("to_date")[:1])
        )
        return latest.select_related("measure").order_by("measure__slug")


class MeasureValue(ChildRecord):
    """A value at the day `to_date`, or over `from_date` to it. A per cent worked out of two counts
    holds both; a measure has one value to a day."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="values")
    from_date = models.DateField(null=True, blank=True)
    to_date = models.DateField()
    value = models.DecimalField(**VALUE)
    count = models.PositiveIntegerField(null=True, blank=True)
    out_of = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    parent_field, once = "measure", ("measure", "to_date")
    duplicate_error = "A value of this measure on that date is kept already: change that one"
    field_faults = staticmethod(faults.value_faults)
    personal = {
        **plain("measure from_date to_date value count out_of source"),
        **Record.personal,
    }

    objects = MeasureValueQuerySet.as_manager()

    class Meta(ChildRecord.Meta):
        ordering = ("measure", "to_date")
        constraints = [
            *ChildRecord.Meta.constraints,
            one_active("measure_value_once", "measure", "to_date"),
            models.CheckConstraint(
                condition=Q(from_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="measure_value_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(count__isnull=True, out_of__isnull=True)
                | (Q(count__isnull=False, out_of__gte=F("count")) & Q(out_of__gte=1)),
                name="measure_value_counted_out_of",
            ),
        ]

    @property
    def target(self):
        """The target of its day, or None."""
        current = [row for row in self.measure.targets.all() if not row.is_withdrawn]
        return choices.target_on(current, self.to_date)

    @property
    def verdict(self):
        """Whether it meets the target of its day, in words; empty without one."""
        bounds = (self.target.value, self.target.tolerance) if self.target else (None, None)
        return choices.verdict(self.value, bounds[0], self.measure.better, bounds[1])

    def __str__(self):
        return f"{self.measure}, {self.when}"

    def derived_fields(self, values):
        """Also the per cent, where the two counts that it is worked out of are given."""
        derived, count, out_of = super().derived_fields(values), values["count"], values["out_of"]
        if values["value"] is None and count is not None and out_of:
            derived["value"] = choices.share(count, out_of)
        return derived

    @property
    def when(self):
        """The date or the period of the value, in words."""
        return str(self.period)

    @property
    def period(self):
        """The date or the period of the value."""
        return When(self.from_date or self.to_date, self.to_date)

    @property
    def words(self):
        """The value in words, with its counts where it was worked out of them."""
        value = choices.say_value(self.value, self.measure.unit)
        return f"{value} ({self.count:,} of {self.out_of:,})" if self.out_of else value

    @property
    def counted(self):
        """What it counts; None for a per cent without counts and for money."""
        plain = self.value if self.measure.unit in (choices.NUMBER, choices.DAYS) else None
        return plain if self.count is None else self.count

    def gives_away(self, most=None):
        """Whether it tells of so few people (up to `most`) that it is protected."""
        entries = self.value, self.count, self.out_of
        counted = self.measure.of_people and self.counted is not None
        return counted and choices.gives_away(*entries, most)

    @property
    def quoted_as(self):
        """What a paper calls it: its measure's slug and its day."""
        return f"{self.measure.slug}-{self.to_date}"

    @property
    def where_from(self):
        """Its own source, or the measure's where it has none of its own."""
        return self.source or self.measure.source


class MeasureTarget(ChildRecord):
    """What a measure ought to come to from a day on, for a time."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="targets")
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)
    value = models.DecimalField(**VALUE)
    # How far a value may miss it, in the measure's unit.
    tolerance = models.DecimalField(**VALUE, null=True, blank=True)

    parent_field, once = "measure", ("measure", "from_date")
    duplicate_error = "A target of this measure from that date is kept already: change that one"
    field_faults = staticmethod(faults.target_faults)
    personal = {
        **plain("measure from_date to_date value tolerance"),
        **Record.personal,
    }

    class Meta(ChildRecord.Meta):
        ordering = ("measure", "from_date")
        constraints = [
            *ChildRecord.Meta.constraints,
            one_active("measure_target_once", "measure", "from_date"),
            in_order("measure_target_dates_in_order"),
        ]

    def __str__(self):
        return f"Target from {say_day(self.from_date)}"

    @property
    def words(self):
        """The target in words, with its tolerance."""
        target = choices.say_value(self.value, self.measure.unit)
        return target if self.tolerance is None else f"{target} ± {self.tolerance_words}"

    @property
    def tolerance_words(self):
        """The tolerance in words, empty where there is none."""
        if self.tolerance is None:
            return ""
        return choices.say_value(self.tolerance, self.measure.unit)

    def faults(self, values):
        """Refuses also days on which another target of its measure holds."""
        yield from super().faults(values)
        spans = self.measure.targets.active().exclude(pk=self.pk)
        spans = spans.values_list("from_date", "to_date")
        sentence = faults.why_not_overlap(spans, values["from_date"], values["to_date"])
        yield "from_date", sentence


class MeasureCommentary(ChildRecord):
    """What the owner of a measure says of it in a month, in a sentence; `month` is its first
    day."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="commentaries")
    month = models.DateField()
    text = models.CharField(max_length=300)

    parent_field, once = "measure", ("measure", "month")
    duplicate_error = "A sentence of this measure for that month is kept already: change that one"
    personal = {**plain("measure month"), **may_hold("text"), **Record.personal}

    class Meta(ChildRecord.Meta):
        verbose_name = "sentence of the month"
        verbose_name_plural = "sentences of the month"
        ordering = ("measure", "-month")
        constraints = [
            *ChildRecord.Meta.constraints,
            one_active("measure_commentary_once", "measure", "month"),
        ]

    def __str__(self):
        return f"{self.measure}, {self.month_words}"

    @property
    def month_words(self):
        """The month as it prints: `December 2015`."""
        return f"{self.month:%B %Y}"

    def derived_fields(self, values):
        """Also the first day of its month, whatever day of it was typed."""
        derived = super().derived_fields(values)
        month = values["month"]
        return {**derived, "month": month.replace(day=1)} if month else derived
