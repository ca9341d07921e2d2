"""Outcomes and priorities that a plan of the council sets, numbered within it."""

from django.db import models

from assurance.governance.models.documents import Document
from assurance.records.named_record import ChildRecord, plain
from assurance.records.record import Record, next_number


class PlanOutcome(ChildRecord):
    """One outcome or priority of a plan, in the plan's words."""

    KINDS = [("outcome", "Outcome"), ("priority", "Priority")]

    document = models.ForeignKey(Document, models.PROTECT, related_name="outcomes")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=KINDS, default="outcome")
    text = models.CharField(max_length=300)

    parent_field, once = "document", ("document", "text")
    duplicate_error = "The plan has this one already: change that"
    personal = {**plain("document number kind text"), **Record.personal}

    class Meta(ChildRecord.Meta):
        verbose_name = "outcome of a plan"
        verbose_name_plural = "outcomes of a plan"
        ordering = ("document", "number")
        constraints = [
            *ChildRecord.Meta.constraints,
            models.UniqueConstraint(fields=("document", "number"), name="plan_outcome_number_once"),
        ]

    def __str__(self):
        return self.text

    def derived_fields(self, values):
        """Of a new one also the next number within its plan."""
        derived = super().derived_fields(values)
        return {**derived, "number": self.number or next_number(self.document.outcomes)}

    @property
    def quoted_as(self):
        """What a paper calls it: its plan's slug and its number."""
        return f"{self.document.slug}-{self.number}"
