"""What came of the same kind of review elsewhere: categories and counts, our own marked."""

from django.db import models
from django.db.models import Q

from assurance.records.named_record import plain
from assurance.records.record import Record
from assurance.reviews.rules import outcomes


class OutcomeTable(Record):
    """A table of outcomes that a source printed, beside the review that it is compared with.

    `stated_total` is what the source says its counts add to, None where it says nothing.
    """

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="outcome_tables")
    title = models.CharField(max_length=160)
    as_at = models.DateField()
    source = models.CharField(max_length=200)
    stated_total = models.PositiveIntegerField(null=True, blank=True)

    history_prefix = "outcomes"
    unchangeable = "This comparison was withdrawn and cannot be changed."
    personal = {**plain("review title as_at source stated_total"), **Record.personal}

    class Meta(Record.Meta):
        ordering = ("review", "-as_at", "pk")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=~Q(source=""), name="outcomes_have_a_source"),
        ]

    def __str__(self):
        return self.title

    def compared(self):
        """Its lines with their per cents, its total and what is to be noted; see `rules`."""
        return outcomes.compared(list(self.counts.all()), self.stated_total)


class OutcomeCount(models.Model):
    """One line of the table."""

    table = models.ForeignKey(OutcomeTable, models.PROTECT, related_name="counts")
    order = models.PositiveSmallIntegerField()
    category = models.CharField(max_length=120)
    count = models.PositiveIntegerField()
    is_ours = models.BooleanField(default=False)

    personal = plain("category")

    class Meta:
        ordering = ("table", "order")
        constraints = [
            models.UniqueConstraint(fields=("table", "category"), name="outcome_once"),
            models.UniqueConstraint(
                fields=("table",), condition=Q(is_ours=True), name="one_outcome_is_ours"
            ),
        ]

    def __str__(self):
        return self.category
