"""What the audit programme is made of: kinds of audit and the themes that audits find again."""

from django.db import models
from django.db.models import Count, F, Max, Min, Q

from assurance.records.personal import Personal
from assurance.records.record import Record, RecordQuerySet

DATED = dict.fromkeys(("title", "from_date", "to_date"), Personal.NONE)


class KindQuerySet(RecordQuerySet):
    """Readings over kinds of audit."""

    def filtered(self, text="", category=""):
        """Those that fit a list's filter: words of the title, and the category."""
        rows = self.filter(title__icontains=text) if text else self
        return rows.filter(category=category) if category else rows

    def without_a_round(self):
        """Standing kinds of which no round is kept."""
        planned = Q(rounds__withdrawn_on__isnull=True)
        current = self.active().annotate(held=Count("rounds", filter=planned))
        return current.filter(held=0)


class AuditKind(Record):
    """A kind of audit that the council carries out, with the months from one round to the next
    (none where it does not come again)."""

    CATEGORIES = [
        ("routine", "Routine case-file audit"),
        ("thematic", "Thematic deep dive"),
        ("live", "Live audit, with the worker"),
        ("external", "By an outside body"),
    ]

    title = models.CharField(max_length=120)
    category = models.CharField(max_length=20, choices=CATEGORIES, default="routine")
    interval_months = models.PositiveSmallIntegerField(null=True, blank=True)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    personal = {
        **DATED,
        "category": Personal.NONE,
        "interval_months": Personal.NONE,
        **Record.personal,
    }

    objects = KindQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("title",)
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("council", "title"),
                condition=Q(withdrawn_on__isnull=True),
                name="audit_kind_named_once",
            ),
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="audit_kind_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(interval_months__isnull=True) | Q(interval_months__range=(1, 120)),
                name="audit_kind_interval_in_bounds",
            ),
        ]

    def __str__(self):
        return self.title


class AuditThemeQuerySet(RecordQuerySet):
    """Readings over themes."""

    def filtered(self, text=""):
        """Those whose title holds `text`."""
        return self.filter(title__icontains=text) if text else self

    def offered(self, council, audit=None):
        """The themes that an audit may be given: the standing ones, and those that `audit` (None
        for a new one) has already."""
        rows = self.of(council)
        return rows.filter(Q(withdrawn_on__isnull=True) | Q(audits=audit and audit.pk)).distinct()

    def found(self, audits):
        """With `times`, `first_on` and `last_on` of those of `audits` that have it; those found at
        least once, the most often found first."""
        current = Q(audits__in=audits)
        counted = self.annotate(
            times=Count("audits", filter=current, distinct=True),
            first_on=Min("audits__audited_on", filter=current),
            last_on=Max("audits__audited_on", filter=current),
        )
        return counted.filter(times__gt=0).order_by("-times", "title")


class AuditTheme(Record):
    """A theme that case audits find again and again, offered between two days."""

    title = models.CharField(max_length=120)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    personal = {**DATED, **Record.personal}

    objects = AuditThemeQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("title",)
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("council", "title"),
                condition=Q(withdrawn_on__isnull=True),
                name="audit_theme_named_once",
            ),
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="audit_theme_dates_in_order",
            ),
        ]

    def __str__(self):
        return self.title
