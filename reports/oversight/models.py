"""Scorecards of boards, and what each meeting was shown."""

from django.db import models

from assurance.governance.models.measures import Measure
from assurance.meetings.models.bodies import Body
from assurance.meetings.models.meetings import Meeting
from assurance.records.named_record import NamedRecord, plain
from assurance.records.personal import Personal
from assurance.records.record import RecordQuerySet
from assurance.runtime.document_field import DocumentField

# What fits on two pages.
MOST = 20
TOO_MANY = f"Two pages have room for {MOST} indicators or fewer"
NONE = "Tick at least one indicator"


class Scorecard(NamedRecord):
    """The indicators that a board follows, which are measures, in the order of their titles."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="scorecards")
    measures = models.ManyToManyField(Measure, related_name="scorecards")

    personal = {**plain("body measures"), **NamedRecord.personal}

    class Meta(NamedRecord.Meta):
        ordering = ("title",)

    def faults(self, values):
        """Refuses also a scorecard without indicators, or with more than two pages hold."""
        yield from super().faults(values)
        number = len(list(values["measures"]))
        yield "measures", NONE if not number else TOO_MANY if number > MOST else ""


class MeetingScorecardQuerySet(RecordQuerySet):
    """Readings of what meetings were shown."""

    def of_scorecard(self, scorecard):
        """Those of a scorecard, the latest meeting first."""
        return self.filter(scorecard=scorecard).order_by("-meeting__date")


class MeetingScorecard(models.Model):
    """A scorecard as it was frozen for a meeting; `content` holds the rows in words, as
    `contents.frozen_content` makes them, and is never changed."""

    council = models.ForeignKey(
        "accounts.Council", models.PROTECT, related_name="meeting_scorecards"
    )
    scorecard = models.ForeignKey(Scorecard, models.PROTECT, related_name="frozen")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="scorecards")
    content = DocumentField()
    frozen_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="scorecards_frozen")
    frozen_at = models.DateTimeField()

    personal = {"content": Personal.MAY, "frozen_at": Personal.NONE}

    objects = MeetingScorecardQuerySet.as_manager()

    class Meta:
        verbose_name = "scorecard of a meeting"
        verbose_name_plural = "scorecards of meetings"
        ordering = ("-meeting__date", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("scorecard", "meeting"), name="scorecard_of_a_meeting_once"
            )
        ]

    def __str__(self):
        return f"{self.scorecard}, {self.meeting.date}"

    @property
    def history_name(self):
        """What history calls it."""
        return f"scorecard of a meeting {self.pk}"
