"""Self-evaluation: what the council says of itself, on what evidence, and what was said of it."""

from django.db import models
from django.db.models import Max, Q

from assurance.governance.rules import faults
from assurance.records.named_record import NamedRecord, NamedRecordQuerySet, plain
from assurance.records.personal import Personal
from assurance.reviews.rules.findings import listed as is_listed


class StatementQuerySet(NamedRecordQuerySet):
    """Readings over statements."""

    def filtered(self, validated="", **chosen):
        """Those that fit a list's filter: validated (`yes`), not yet (`no`), or either."""
        rows = super().filtered(**chosen)
        return rows.filter(validated_on__isnull=validated == "no") if validated else rows

    def editions(self):
        """The versions that they are of, the latest stated first."""
        latest = self.order_by().values("edition").annotate(on=Max("stated_on"))
        return list(latest.order_by("-on", "edition").values_list("edition", flat=True))

    def of_edition(self, edition):
        """Those of one version, in the order in which they were recorded."""
        rows = self.filter(edition=edition).prefetch_related("findings__review", "documents")
        return rows.order_by("pk")


class Statement(NamedRecord):
    """One statement of a self-evaluation. `figures` holds keys of figures, one to a line;
    `later_finding` is what inspectors found of it afterwards."""

    statement = models.TextField()
    edition = models.CharField(max_length=40)
    stated_on = models.DateField()
    figures = models.TextField(blank=True)
    findings = models.ManyToManyField("reviews.Finding", related_name="statements", blank=True)
    documents = models.ManyToManyField("governance.Document", related_name="statements", blank=True)
    validated_body = models.CharField(max_length=120, blank=True)
    validated_on = models.DateField(null=True, blank=True)
    later_finding = models.ForeignKey(
        "reviews.Finding",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="statements_answered",
    )

    searched = ("title", "statement", "validated_body")
    field_faults = staticmethod(faults.statement_faults)
    personal = {
        **plain(
            "edition stated_on figures findings documents validated_body validated_on later_finding"
        ),
        "statement": Personal.MAY,
        **NamedRecord.personal,
    }

    objects = StatementQuerySet.as_manager()

    class Meta(NamedRecord.Meta):
        verbose_name = "self-evaluation statement"
        ordering = ("-stated_on", "title")
        constraints = [
            *NamedRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(validated_on__isnull=True, validated_body="")
                | (Q(validated_on__isnull=False) & ~Q(validated_body="")),
                name="statement_validated_by_a_body",
            ),
        ]

    @property
    def found_later(self):
        """What inspectors found of it later, None once that or its review was withdrawn."""
        result = self.later_finding
        return result if result and is_listed(result) else None

    def found_by(self, day):
        """The same, where the review that found it was published by the end of `day`."""
        result = self.found_later
        published = result and result.review.published_on
        return result if published and published <= day else None

    @property
    def standing_findings(self):
        """The findings that it rests on, without those that were withdrawn or whose review was."""
        return [finding for finding in self.findings.all() if is_listed(finding)]

    @property
    def standing_documents(self):
        """The documents that it rests on, without those that were withdrawn."""
        return [document for document in self.documents.all() if not document.is_withdrawn]

    @property
    def evidence_words(self):
        """What it rests on, in words: “2 figures, 1 finding, 1 document”; empty for nothing."""
        counts = (
            (len(self.figures.split()), "figure"),
            (len(self.standing_findings), "finding"),
            (len(self.standing_documents), "document"),
        )
        return ", ".join(f"{many} {what}{'s' * (many > 1)}" for many, what in counts if many)
