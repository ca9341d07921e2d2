"""Small numbers of staff that an approver decided to publish, each with the reason."""

from django.db import models
from django.db.models import Q

from assurance.figures.fields import FigureKeyField
from assurance.records.personal import Personal
from assurance.records.record import RecordQuerySet


class SmallNumberReleaseQuerySet(RecordQuerySet):
    """Readings over released numbers."""

    def active(self):
        """Those that were not taken back."""
        return self.filter(ended_on__isnull=True)

    def by_identity(self, paper):
        """Identity of a value → the count that may be published of it in `paper`."""
        rows = self.active().filter(paper=paper)
        return {(row.key, row.member, row.start, row.end, row.cohort): row.count for row in rows}


class SmallNumberRelease(models.Model):
    """One small count of staff that a report may print. It holds for that count alone: another
    count of the same figure asks again. Ended rows stay for history."""

    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="released_numbers")
    key = FigureKeyField(max_length=80)
    member = models.CharField(max_length=200, blank=True)
    cohort = models.CharField(max_length=160, blank=True)
    start = models.DateField()
    end = models.DateField()
    count = models.PositiveIntegerField()
    reason = models.CharField(max_length=500)
    released_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    released_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    personal = {
        **dict.fromkeys(("key", "member", "cohort", "start", "end"), Personal.NONE),
        **dict.fromkeys(("released_on", "ended_on"), Personal.NONE),
        "reason": Personal.MAY,
    }

    objects = SmallNumberReleaseQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("paper", "key", "member", "cohort", "start", "end"),
                condition=Q(ended_on__isnull=True),
                name="small_number_released_once",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="small_number_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.key} of {self.paper}"

    @property
    def council(self):
        """The paper's council."""
        return self.paper.council

    @property
    def history_name(self):
        """What history calls it."""
        return f"{self.paper.history_name} {self.key} {self.pk}"
