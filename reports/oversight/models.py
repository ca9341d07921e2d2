"""Scorecards of boards, and what each meeting was shown."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Subquery

from assurance.governance.models.measures import Measure, MeasureCommentary
from assurance.meetings.models.bodies import Body
from assurance.meetings.models.meetings import Meeting
from assurance.records.named_record import NamedRecord, NamedRecordQuerySet, plain
from assurance.records.personal import Personal
from assurance.records.record import RecordQuerySet
from assurance.runtime.document_field import DocumentField
from assurance.runtime.periods import say_day

# What fits on two pages.
MOST = 20
TOO_MANY = f"Two pages have room for {MOST} indicators or fewer"
NONE = "Tick at least one indicator"
# Owners are asked for their sentences so long before the meeting that is shown them.
SOON = timedelta(days=28)


class ScorecardQuerySet(NamedRecordQuerySet):
    """Readings over scorecards."""

    def shown_soon(self, day):
        """Standing ones that a meeting of their board is to be shown within `SOON` of `day`, each
        with `shown_on`: the date of the next such meeting for which it is not frozen."""
        meetings = (
            Meeting.objects.active()
            .to_come(day)
            .filter(body=OuterRef("body"), date__lte=day + SOON)
        )
        frozen = MeetingScorecard.objects.filter(
            scorecard=OuterRef(OuterRef("pk")), meeting=OuterRef("pk")
        )
        first = meetings.exclude(Exists(frozen)).values("date")[:1]
        rows = self.active().annotate(shown_on=Subquery(first))
        return rows.filter(shown_on__isnull=False).order_by("shown_on", "title", "pk")


class Scorecard(NamedRecord):
    """The indicators that a board follows, which are measures, in the order of their titles."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="scorecards")
    measures = models.ManyToManyField(Measure, related_name="scorecards")

    personal = {**plain("body measures"), **NamedRecord.personal}

    objects = ScorecardQuerySet.as_manager()

    class Meta(NamedRecord.Meta):
        ordering = ("title",)

    @property
    def indicators(self):
        """Its measures that were not withdrawn, in their order."""
        return self.measures.active().order_by("title", "pk")

    @property
    def meetings(self):
        """The meetings of its board that it can be frozen for: it was there by their date, and they
        were not cancelled."""
        rows = Meeting.objects.of(self.council).active().to_come_or_held()
        return rows.filter(body=self.body, date__gte=self.created_on)

    def faults(self, values):
        """Refuses also a scorecard without indicators, or with more than two pages hold."""
        yield from super().faults(values)
        number = len(list(values["measures"]))
        yield "measures", NONE if not number else TOO_MANY if number > MOST else ""

    def without_sentence(self, month: date):
        """The standing measures that have an owner and no sentence of `month` (its first day) or a
        later one, with their owners, by their titles."""
        commentaries = MeasureCommentary.objects.active().filter(month__gte=month)
        rows = self.measures.active().filter(owner__isnull=False)
        rows = rows.exclude(pk__in=commentaries.values("measure"))
        return rows.select_related("owner").order_by("title", "pk")


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
        return f"{self.scorecard}, {say_day(self.meeting.date)}"

    @property
    def history_name(self):
        """What history calls it."""
        return f"scorecard of a meeting {self.pk}"

    @property
    def file_name(self) -> str:
        """The name of its PDF."""
        return f"{self.scorecard.slug}-{self.meeting.date}.pdf"
