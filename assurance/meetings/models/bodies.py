"""Bodies that meet: the committees that papers go to, boards and forums."""

from django.db import models
from django.db.models import Q

from assurance.meetings import intervals
from assurance.records.named_record import IS_ACTIVE, NamedRecord, NamedRecordQuerySet, plain
from assurance.records.record import Record

COMMITTEE = "committee"
IS_COMMITTEE = Q(kind=COMMITTEE)


class BodyManager(models.Manager.from_queryset(NamedRecordQuerySet)):
    """The bodies that meet a condition."""

    def __init__(self, condition):
        super().__init__()
        self.condition = condition

    def get_queryset(self):
        """The rows that meet it."""
        return super().get_queryset().filter(self.condition)


class Body(NamedRecord):
    """A committee that papers go to; or a board, panel, forum or row of meetings, with how often
    it meets and who chairs it. A meeting of it that learns from case audits is a learning meeting,
    kept with the audits."""

    LEARNING = intervals.LEARNING
    FORUMS = [
        ("board", "Board"),
        ("panel", "Panel"),
        (LEARNING, "Learning meetings"),
        ("performance", "Performance meetings"),
        ("workshop", "Workshops"),
        ("other", "Other forum"),
    ]

    kind = models.CharField(max_length=20, choices=[(COMMITTEE, "Committee"), *FORUMS])
    interval = models.CharField(
        max_length=20, choices=list(intervals.INTERVALS.items()), blank=True
    )
    chair_role = models.CharField(max_length=120, blank=True)

    searched = ("title", "chair_role")
    personal = {
        **plain("kind interval chair_role"),
        **NamedRecord.personal,
    }

    objects = NamedRecordQuerySet.as_manager()
    committees = BodyManager(IS_COMMITTEE)
    forums = BodyManager(~IS_COMMITTEE)

    class Meta(NamedRecord.Meta):
        verbose_name = "forum"
        verbose_name_plural = "bodies"
        ordering = ("title",)
        # A committee and a forum may have one name: papers and addresses ask for either.
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("council", "slug"), condition=IS_COMMITTEE, name="committee_named_once"
            ),
            models.UniqueConstraint(
                fields=("council", "slug"),
                condition=IS_ACTIVE & ~IS_COMMITTEE,
                name="forum_named_once",
            ),
            models.CheckConstraint(
                condition=Q(IS_COMMITTEE, interval="", chair_role="")
                | (~IS_COMMITTEE & ~Q(interval="") & ~Q(chair_role="")),
                name="forum_meets_at_intervals",
            ),
        ]

    def others(self):
        """The other bodies of its council among which its name is used once."""
        rows = Body.committees if self.kind == COMMITTEE else Body.forums
        return rows.of(self.council).exclude(pk=self.pk)

    @property
    def history_kind(self):
        """The kind that history has it under."""
        return COMMITTEE if self.kind == COMMITTEE else "forum"

    @property
    def history_name(self):
        """What history calls it."""
        return self.slug if self.kind == COMMITTEE else super().history_name

    @property
    def last_met_on(self):
        """The day of its last meeting that is recorded, a learning meeting or another, or None."""
        days = [meeting.met_on for meeting in self.meetings.all() if not meeting.is_withdrawn]
        learnt = [
            learning_meeting.held_on
            for learning_meeting in self.learning_meetings.all()
            if not learning_meeting.is_withdrawn
        ]
        return max([*days, *learnt], default=None)

    @property
    def next_by(self):
        """The day by which it should meet again after its last meeting, or None."""
        return intervals.next_by(self.last_met_on, self.interval)
