"""Why a report becomes public in the time before a poll: for colleagues, never for readers."""

from datetime import date, datetime

from django.db import models
from django.db.models import Q

from assurance.records.personal import Personal


class PollReason(models.Model):
    """Why a paper is published at the hour `at`, or on `given_on` where somebody published it by
    hand, although a poll is near: `polls` names it, `polling_on` is its day. It holds for the round
    of the paper in which it was given, and goes with the hour."""

    paper = models.OneToOneField("papers.Paper", models.PROTECT, related_name="poll_reason")
    round = models.PositiveIntegerField()
    at = models.DateTimeField(null=True, blank=True)
    polls = models.CharField(max_length=300)
    polling_on = models.DateField()
    reason = models.CharField(max_length=300)
    given_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="poll_reasons")
    given_on = models.DateField()

    personal = {
        **dict.fromkeys(("at", "polls", "polling_on", "given_on"), Personal.NONE),
        "reason": Personal.MAY,
    }

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="poll_reason_is_given"),
        ]

    def __str__(self):
        return f"{self.paper}, before {self.polls}"

    @property
    def is_current(self) -> bool:
        """Whether it was given for the paper as it was sent last."""
        return self.round == self.paper.round

    def is_for(self, at: datetime | None, day: date) -> bool:
        """Whether it was given for that hour, or for publishing by hand on `day`."""
        return self.is_current and (
            self.at == at if at else self.at is None and self.given_on == day
        )
