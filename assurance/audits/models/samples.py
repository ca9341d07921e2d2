"""Random samples of cases to be audited, each with the seed that draws it again."""

from django.db import models
from django.db.models import Q

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.rounds import AuditRound
from assurance.records.named_record import one_active, plain
from assurance.records.personal import Personal
from assurance.records.record import Record, RecordQuerySet
from assurance.registers.orders import ListLength

DRAWN = ListLength("references")


class AuditSampleQuerySet(RecordQuerySet):
    """Readings over samples."""

    def filtered(self, text="", drawn_from=None, drawn_to=None):
        """Those that fit a list's filter: words of the title, and the days drawn between."""
        rows = self.with_words(text, "title")
        return rows.where(drawn_on__gte=drawn_from, drawn_on__lte=drawn_to)


class AuditSample(Record):
    """Cases drawn at random from a list of `listed` different ones, by `seed`. `references` are
    those drawn, in the order drawn, until they are removed; the list itself is not kept."""

    title = models.CharField(max_length=160)
    audit_round = models.ForeignKey(
        AuditRound, models.PROTECT, null=True, blank=True, related_name="samples"
    )
    drawn_on = models.DateField()
    listed = models.PositiveIntegerField()
    seed = models.CharField(max_length=40)
    references = models.JSONField(default=list)
    references_removed_on = models.DateField(null=True, blank=True, editable=False)

    history_prefix, history_verbs = "audit_samples", ("draw", "change", "withdraw")
    once, duplicate_error = (
        ("title",),
        "There is a sample of this title already: give this one another",
    )
    personal = {
        **plain("title audit_round drawn_on listed seed references_removed_on"),
        "references": Personal.PSEUDONYM,
        **Record.personal,
    }

    objects = AuditSampleQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = "random sample"
        ordering = ("-drawn_on", "-pk")
        constraints = [
            *Record.Meta.constraints,
            one_active("audit_sample_named_once", "council", "title"),
            models.CheckConstraint(
                condition=Q(listed__gte=1) & ~Q(seed=""), name="audit_sample_of_some_cases"
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def drawn(self):
        """How many cases were drawn."""
        return len(self.references)

    def audits(self):
        """Reference → the standing audit that was recorded under it, or None."""
        audits = CaseAudit.objects.of(self.council).active().select_related("team")
        index = audits.by_references(self.references)
        return {reference: index.get(reference) for reference in self.references}
