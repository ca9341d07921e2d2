"""What the audit programme is made of: kinds of audit and the themes that audits find again."""

from django.db import models
from django.db.models import Count, Max, Min, Q

from assurance.audits.rules import rounds
from assurance.records.named_record import one_active, plain
from assurance.records.record import Record, RecordQuerySet, in_order


class DatedTitle(Record):
    """The abstract base of what the programme calls by a title and has in use between two days."""

    title = models.CharField(max_length=120)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    personal = {**plain("title from_date to_date"), **Record.personal}

    class Meta(Record.Meta):
        abstract = True
        ordering = ("title",)

    def __str__(self):
        return self.title

    def faults(self, values):
        """Refuses a title that another one has and days out of order."""
        others = self.others().active().filter(title__iexact=values["title"])
        yield "title", rounds.why_not_call(self._meta.verbose_name, others.exists())
        yield "to_date", rounds.why_not_end(values["from_date"], values["to_date"])


class KindQuerySet(RecordQuerySet):
    """Readings over kinds of audit."""

    def filtered(self, text="", category=""):
        """Those that fit a list's filter: words of the title, and the category."""
        return self.with_words(text, "title").where(category=category)

    def without_a_round(self):
        """Standing kinds of which no round is kept."""
        planned = Q(rounds__withdrawn_on__isnull=True)
        current = self.active().annotate(held=Count("rounds", filter=planned))
        return current.filter(held=0)


class AuditKind(DatedTitle):
    """A kind of audit that the council carries out, with the months from one round to the next
    (none where it does not come again)."""

    CATEGORIES = [
        ("routine", "Routine case-file audit"),
        ("thematic", "Thematic deep dive"),
        ("live", "Live audit, with the worker"),
        ("external", "By an outside body"),
        ("dip_sample", "Dip sample"),
        ("observation", "Observation of practice"),
        ("re_audit", "Re-audit"),
    ]

    category = models.CharField(max_length=20, choices=CATEGORIES, default="routine")
    interval_months = models.PositiveSmallIntegerField(null=True, blank=True)

    history_prefix = "audit_kinds"
    personal = {**plain("category interval_months"), **DatedTitle.personal}

    objects = KindQuerySet.as_manager()

    class Meta(DatedTitle.Meta):
        constraints = [
            *Record.Meta.constraints,
            one_active("audit_kind_named_once", "council", "title"),
            in_order("audit_kind_dates_in_order"),
            models.CheckConstraint(
                condition=Q(interval_months__isnull=True) | Q(interval_months__range=(1, 120)),
                name="audit_kind_interval_in_bounds",
            ),
        ]

    def withdrawal_faults(self):
        """Refuses one that has rounds."""
        yield "", rounds.why_not_lose(self.rounds.active().count(), "round")


class AuditThemeQuerySet(RecordQuerySet):
    """Readings over themes."""

    def filtered(self, text=""):
        """Those whose title holds `text`."""
        return self.with_words(text, "title")

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


class AuditTheme(DatedTitle):
    """A theme that case audits find again and again, offered between two days."""

    history_prefix = "audit_themes"

    objects = AuditThemeQuerySet.as_manager()

    class Meta(DatedTitle.Meta):
        constraints = [
            *Record.Meta.constraints,
            one_active("audit_theme_named_once", "council", "title"),
            in_order("audit_theme_dates_in_order"),
        ]

    def faults(self, values):
        """Refuses also days that leave out an audit that has it."""
        yield from super().faults(values)
        days = self.audits.active().values_list("audited_on", flat=True) if self.pk else ()
        yield "to_date", rounds.why_not_move(values["from_date"], values["to_date"], days)

    def withdrawal_faults(self):
        """Refuses one that audits have."""
        yield "", rounds.why_not_lose(self.audits.active().count(), "case audit")
