"""Outcome sets: how a cohort ended up, by outcomes that add up to it."""

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from assurance.outcomes import rules
from assurance.records.named_record import IS_ACTIVE, may_hold, plain
from assurance.records.record import Record, RecordQuerySet
from assurance.runtime.periods import say_day

PER_CENT = {"max_digits": 5, "decimal_places": 1, "null": True, "blank": True}


class OutcomeSetQuerySet(RecordQuerySet):
    """Readings of outcome sets."""

    def filtered(self, text="", year=None):
        """Those with `text` in their title or cohort, of a year: a list's filter."""
        rows = self.with_words(text, "title", "population", "source")
        return rows.filter(to_date__year=year) if year else rows

    def series_beside(self, record):
        """The other standing sets of the series of `record`, by day."""
        rows = self.active().filter(slug=record.slug).exclude(pk=record.pk)
        return rows.order_by("to_date")

    def latest_by(self, day, since=None):
        """Of each title the standing set of the last day that is not after `day`, nor before
        `since` where that is given."""
        rows = self.active().filter(to_date__lte=day)
        rows = rows.filter(to_date__gte=since) if since else rows
        others = OutcomeSet.objects.active().filter(
            council=OuterRef("council"), slug=OuterRef("slug"), to_date__lte=day
        )
        return rows.filter(pk=Subquery(others.order_by("-to_date").values("pk")[:1]))


class OutcomeSet(Record):
    """A dated cohort of `base` people, or settings such as nurseries, and how many of them came to
    each outcome.

    `population` says who is counted. `to_date` is the day that it speaks of, or the last of the
    period from `from_date`; sets of one title are a series.
    """

    UNITS = [("people", "People"), ("settings", "Settings, such as nurseries and childminders")]

    title = models.CharField(max_length=160)
    slug = models.SlugField(max_length=60)
    unit = models.CharField(max_length=20, choices=UNITS, default="people")
    population = models.CharField(max_length=300)
    from_date = models.DateField(null=True, blank=True)
    to_date = models.DateField()
    base = models.PositiveIntegerField()
    source = models.CharField(max_length=200)

    history_prefix, history_verbs = "outcome_sets", ("record", "change", "withdraw")
    once, duplicate_error = (
        ("slug", "to_date"),
        "A set of this title with that date is recorded: change that one",
    )
    personal = {
        **plain("title slug unit from_date to_date base source"),
        **may_hold("population"),
        **Record.personal,
    }

    objects = OutcomeSetQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = "outcome set"
        ordering = ("title", "-to_date")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("council", "slug", "to_date"), condition=IS_ACTIVE, name="outcome_set_once"
            ),
            models.CheckConstraint(
                condition=Q(from_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="outcome_set_dates_in_order",
            ),
        ]

    def __str__(self):
        return f"{self.title}, {self.when}"

    @property
    def when(self):
        """The day or the period that it speaks of, in words."""
        end = say_day(self.to_date)
        return f"{say_day(self.from_date)} to {end}" if self.from_date else end

    def derived_fields(self, values):
        """The slug that its title makes, by which sets of one series are known."""
        return {"slug": rules.slug_of(values["title"])}

    def faults(self, values):
        """Refuses also days out of order and a cohort of nobody."""
        yield from super().faults(values)
        yield "to_date", rules.why_not_days(values["from_date"], values["to_date"])
        yield "title", "" if values["slug"] else "Enter a title with letters in it"
        series = self.others().active().filter(slug=values["slug"]).exclude(unit=values["unit"])
        yield "unit", rules.OTHER_UNIT if series.exists() else ""


class SetOutcome(models.Model):
    """One outcome of a set: how many, and the target of its share with its tolerance."""

    outcome_set = models.ForeignKey(OutcomeSet, models.PROTECT, related_name="outcomes")
    order = models.PositiveSmallIntegerField()
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=120)
    count = models.PositiveIntegerField()
    target = models.DecimalField(**PER_CENT)
    tolerance = models.DecimalField(**PER_CENT)

    personal = plain("slug title")

    class Meta:
        verbose_name = "outcome of a set"
        verbose_name_plural = "outcomes of a set"
        ordering = ("outcome_set", "order")
        constraints = [
            models.UniqueConstraint(fields=("outcome_set", "slug"), name="outcome_of_a_set_once")
        ]

    def __str__(self):
        return self.title

    @property
    def share(self):
        """Its per cent of the cohort, to one decimal; None of nobody."""
        base = self.outcome_set.base
        return rules.share_of(self.count, base) if base else None

    @property
    def target_words(self):
        """Its target with the tolerance, in words; empty without one."""
        if self.target is None:
            return ""
        target = f"{rules.plain_text(self.target)}%"
        if self.tolerance is None:
            return target
        points = "point" if self.tolerance == 1 else "points"
        return f"{target} ± {rules.plain_text(self.tolerance)} {points}"

    @property
    def verdict(self):
        """How its share compares with its target, in words."""
        return rules.verdict(self.count, self.outcome_set.base, self.target, self.tolerance)

    @property
    def colour(self):
        """The colour beside the words of its verdict; which way is better is not recorded."""
        return "green" if self.verdict == rules.WITHIN else "yellow"
