"""Risks with cause and control, rated by likelihood and impact on the scale of the day."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Case, Max, Q, Value, When

from assurance.governance.rules import faults
from assurance.meetings import intervals
from assurance.records.named_record import (
    ChildRecord,
    NamedRecord,
    NamedRecordQuerySet,
    may_hold,
    one_active,
    plain,
)
from assurance.records.record import Record, in_order
from assurance.runtime.digits import whole
from assurance.runtime.periods import say_day, today


class RiskScaleQuerySet(NamedRecordQuerySet):
    """Readings over scales."""

    def in_force(self, day):
        """The standing scale of `day`, or None."""
        begun = self.active().filter(from_date__lte=day)
        rows = begun.filter(Q(to_date__isnull=True) | Q(to_date__gte=day))
        return rows.order_by("-from_date").first()

    def in_force_within(self, first, last):
        """The active scales in force on some date between `first` and `last`, the latest first."""
        begun = self.active().filter(from_date__lte=last)
        rows = begun.filter(Q(to_date__isnull=True) | Q(to_date__gte=first))
        return rows.order_by("-from_date")


class RiskScale(NamedRecord):
    """The words that a likelihood and an impact of 1, 2, 3 … have, lowest first, for a time."""

    likelihoods = models.JSONField()
    impacts = models.JSONField()
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    field_faults = staticmethod(faults.scale_faults)
    personal = {
        **plain("likelihoods impacts from_date to_date"),
        **NamedRecord.personal,
    }

    objects = RiskScaleQuerySet.as_manager()

    class Meta(NamedRecord.Meta):
        ordering = ("-from_date", "title")
        constraints = [
            *NamedRecord.Meta.constraints,
            in_order("riskscale_dates_in_order"),
        ]

    def faults(self, values):
        """Refuses also days on which another scale holds, and fewer lines than a risk was rated."""
        yield from super().faults(values)
        spans = self.others().active().values_list("from_date", "to_date")
        sentence = faults.why_not_overlap(spans, values["from_date"], values["to_date"])
        yield "from_date", sentence
        if self.pk:
            rated = self.ratings.aggregate(likelihoods=Max("likelihood"), impacts=Max("impact"))
            for name, highest in rated.items():
                yield name, faults.why_not_shorter(values[name], highest)


class RiskQuerySet(NamedRecordQuerySet):
    """Readings over risks."""

    def unreviewed_on(self, day, months):
        """Open ones that were neither opened nor reviewed in the `months` before `day`; who rates a
        risk reviews it."""
        last = intervals.months_before(day, months) + timedelta(1)
        rated = RiskRating.objects.active().filter(rated_on__gte=last)
        rows = self.filter(closed_on__isnull=True, opened_on__lt=last)
        rows = rows.exclude(pk__in=rated.values("risk"))
        return rows.filter(Q(reviewed_on__isnull=True) | Q(reviewed_on__lt=last))

    def filtered(self, state="", unreviewed="", **chosen):
        """Those that fit a list's filter: open, closed, or either where `state` is empty, and not
        reviewed for a number of months, as text."""
        rows = super().filtered(**chosen)
        rows = rows.unreviewed_on(today(), whole(unreviewed)) if unreviewed else rows
        return rows.filter(closed_on__isnull=state == "open") if state else rows

    def opened_by(self, day):
        """Standing risks that were opened on or before `day`."""
        return self.active().filter(opened_on__lte=day)

    def as_at(self, day):
        """Those opened by `day`, each with `state_then`: open or closed at the end of it."""
        closed = When(closed_on__lte=day, then=Value("closed"))
        return self.opened_by(day).annotate(state_then=Case(closed, default=Value("open")))


class Risk(NamedRecord):
    """A risk: its title says what may happen."""

    cause = models.TextField()
    control = models.TextField()
    owner = models.ForeignKey("people.Post", models.PROTECT, related_name="risks_owned")
    opened_on = models.DateField()
    reviewed_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    searched = ("title", "cause", "control", "owner__title")
    field_faults = staticmethod(faults.risk_faults)
    personal = {
        **plain("owner opened_on reviewed_on closed_on"),
        **may_hold("cause control"),
        **NamedRecord.personal,
    }

    objects = RiskQuerySet.as_manager()

    class Meta(NamedRecord.Meta):
        ordering = ("-opened_on", "title")
        constraints = [
            *NamedRecord.Meta.constraints,
            in_order("risk_closed_after_it_opened", "opened_on", "closed_on"),
            in_order("risk_reviewed_after_it_opened", "opened_on", "reviewed_on"),
        ]

    @property
    def state_words(self):
        """Whether it is open."""
        return "Closed" if self.closed_on else "Open"

    @property
    def latest_rating(self):
        """Its last rating that stands, or None."""
        return self.rating_by(date.max)

    def rating_by(self, day):
        """Its last rating of `day` or earlier that stands, or None."""
        rated = [row for row in self.ratings.all() if not row.is_withdrawn and row.rated_on <= day]
        return max(rated, key=lambda item: item.rated_on, default=None)


class RiskRating(ChildRecord):
    """How likely and how grave a risk was held to be on a day, on the scale of that day."""

    risk = models.ForeignKey(Risk, models.PROTECT, related_name="ratings")
    scale = models.ForeignKey(RiskScale, models.PROTECT, related_name="ratings")
    rated_on = models.DateField()
    likelihood = models.PositiveSmallIntegerField()
    impact = models.PositiveSmallIntegerField()

    parent_field, once = "risk", ("risk", "rated_on")
    duplicate_error = "A rating of this risk on that date is kept already: change that one"
    field_faults = staticmethod(faults.rating_faults)
    personal = {
        **plain("risk scale rated_on likelihood impact"),
        **Record.personal,
    }

    class Meta(ChildRecord.Meta):
        ordering = ("risk", "-rated_on")
        constraints = [
            *ChildRecord.Meta.constraints,
            one_active("risk_rated_once_a_day", "risk", "rated_on"),
            models.CheckConstraint(
                condition=Q(likelihood__gte=1, impact__gte=1), name="risk_rating_from_one"
            ),
        ]

    def __str__(self):
        return f"Rating of {say_day(self.rated_on)}"

    def derived_fields(self, values):
        """Also the scale of its day."""
        scale = RiskScale.objects.of(self.council).in_force(values["rated_on"])
        return {**super().derived_fields(values), "scale": scale}

    @property
    def score(self):
        """Likelihood times impact."""
        return self.likelihood * self.impact

    @property
    def words(self):
        """“4 × 3 = 12 (likely, moderate)”."""
        items = (self.scale.likelihoods[self.likelihood - 1], self.scale.impacts[self.impact - 1])
        return f"{self.likelihood} × {self.impact} = {self.score} ({', '.join(items)})"
