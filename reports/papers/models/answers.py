"""Answers that drafts propose to commitments, which nothing outside the draft goes by."""

from django.db import models
from django.db.models import Q

from assurance.records.named_record import may_hold, plain
from reports.language.rules import due_dates
from reports.papers.models.papers import OfPaper


class ProposedAnswer(OfPaper, models.Model):
    """What a draft says became of a commitment: it is answered so once the paper is issued."""

    commitment = models.ForeignKey("papers.Commitment", models.PROTECT, related_name="proposals")
    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="proposed_answers")
    state = models.CharField(max_length=10, choices=due_dates.STATES)
    because = models.TextField(blank=True)
    evidence = models.CharField(max_length=300, blank=True)
    answered_on = models.DateField()
    block = models.SlugField(max_length=60, blank=True)

    personal = {
        **plain("commitment paper state answered_on block"),
        **may_hold("because evidence"),
    }

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("commitment", "paper"), name="answer_proposed_once_in_a_paper"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("open", "refused")), name="answer_proposed_is_one"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("dropped", "changed")) | ~Q(because=""),
                name="answer_proposed_with_a_reason",
            ),
        ]

    def __str__(self):
        return f"{self.get_state_display()}, proposed in “{self.paper.title}”"

    @property
    def values(self):
        """Field → value of a commitment that is answered so."""
        names = ("state", "because", "evidence", "answered_on")
        current = {name: getattr(self, name) for name in names}
        return {**current, "answered_in": self.paper, "answered_block": self.block}
