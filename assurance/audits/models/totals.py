"""Totals of audits that are not recorded one by one."""

from django.db import models
from django.db.models import F, Min, Q
from django.utils.text import slugify

from assurance.audits.rules import case_audits
from assurance.records.named_record import plain
from assurance.records.record import Record, RecordQuerySet


class AuditTotalQuerySet(RecordQuerySet):
    """Readings over entered totals."""

    def touching(self, when):
        """Standing totals whose period has a day in `when`: of one that has others, how many of its
        audits fall in `when` is not known."""
        return self.active().filter(start__lte=when.end, end__gte=when.start)

    def first_day(self):
        """The first day that a standing total speaks of, or None."""
        return self.active().aggregate(first=Min("start"))["first"]

    def filtered(self, text="", done_from=None, done_to=None):
        """Those that fit a list's filter: words of the title or source, and the period."""
        rows = self.with_words(text, "title", "source")
        return rows.where(end__gte=done_from, start__lte=done_to)


class AuditTotal(Record):
    """A round known only as totals with a source (67 and 378 audits in one seed): counted when no
    rows exist."""

    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)
    start = models.DateField()
    end = models.DateField()
    done = models.PositiveIntegerField()
    shared = models.PositiveIntegerField(null=True, blank=True)
    recorded = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200)

    history_prefix = "audit_totals"
    personal = {**plain("slug title start end done shared recorded source"), **Record.personal}

    objects = AuditTotalQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("-end", "title")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=("council", "slug"), name="audit_total_named_once"),
            models.CheckConstraint(
                condition=Q(end__gte=F("start")), name="audit_total_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(shared__isnull=True) | Q(shared__lte=F("done")),
                name="audit_total_shared_within_done",
            ),
            models.CheckConstraint(
                condition=Q(recorded__isnull=True)
                | Q(shared__isnull=False, recorded__lte=F("shared")),
                name="audit_total_recorded_within_shared",
            ),
        ]

    def __str__(self):
        return self.title

    def derived_fields(self, values):
        """The slug of a new one, made of its title."""
        return {} if self.pk else {"slug": slugify(values["title"])[:60]}

    def faults(self, values):
        """Refuses a title already used, parts that exceed their whole, a period out of order."""
        title = values["title"]
        if title != self.title:
            # A title is anybody's again once its total is withdrawn; the name made of it is not.
            named = Q(title__iexact=title, withdrawn_on__isnull=True)
            named |= Q(slug=values.fields.get("slug", ""))
            is_used = self.others().filter(named).exists()
            yield "title", case_audits.why_not_title(slugify(title), is_used)
        yield from case_audits.faults_of_total(**values.of(case_audits.COUNTED))
