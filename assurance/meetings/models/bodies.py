"""Bodies that meet: the committees that papers go to, boards and forums."""

from datetime import date

from django.db import models
from django.db.models import Q

from assurance.meetings import intervals, task_groups
from assurance.people.models.posts import Post
from assurance.records.named_record import IS_ACTIVE, NamedRecord, NamedRecordQuerySet, plain
from assurance.records.record import Record
from assurance.runtime.periods import today

COMMITTEE = "committee"
IS_COMMITTEE = Q(kind=COMMITTEE)


def manager_of(queryset, condition):
    """A manager of the rows that meet `condition`, with the readings of a class of `queryset`."""

    class ConditionManager(models.Manager.from_queryset(queryset)):
        def get_queryset(self):
            return super().get_queryset().filter(condition)

    return ConditionManager()


class Body(NamedRecord):
    """A committee that papers go to; or a board, panel, forum or row of meetings, with how often
    it meets and who chairs it. A task group has a remit, objectives (one to a line), the posts of
    its members and the days on which its final report is due and was made."""

    LEARNING = intervals.LEARNING
    FORUMS = [
        ("board", "Board"),
        ("panel", "Panel"),
        (LEARNING, "Learning meetings"),
        ("performance", "Performance meetings"),
        ("workshop", "Workshops"),
        (task_groups.TASK_GROUP, "Task group"),
        ("other", "Other forum"),
    ]

    kind = models.CharField(max_length=20, choices=[(COMMITTEE, "Committee"), *FORUMS])
    interval = models.CharField(
        max_length=20, choices=list(intervals.INTERVALS.items()), blank=True
    )
    chair = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="bodies_chaired"
    )
    remit = models.TextField(blank=True)
    objectives = models.TextField(blank=True)
    members = models.ManyToManyField(Post, blank=True, related_name="task_groups")
    report_due_on = models.DateField(null=True, blank=True)
    reported_on = models.DateField(null=True, blank=True)

    searched = ("title", "chair__title")
    field_faults = staticmethod(task_groups.faults)
    personal = {
        **plain("kind interval chair remit objectives members report_due_on reported_on"),
        **NamedRecord.personal,
    }

    objects = NamedRecordQuerySet.as_manager()
    committees = manager_of(NamedRecordQuerySet, IS_COMMITTEE)
    forums = manager_of(NamedRecordQuerySet, ~IS_COMMITTEE)

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
                condition=Q(IS_COMMITTEE, interval="", chair__isnull=True)
                | (~IS_COMMITTEE & ~Q(interval="") & Q(chair__isnull=False)),
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
        return self.last_met_by(date.max)

    def last_met_by(self, day):
        """The day of its last meeting of `day` or earlier, or None."""
        days = [meeting.date for meeting in self.meetings.all() if not meeting.is_withdrawn]
        return max((met for met in days if met <= day), default=None)

    def meetings_by(self, day):
        """How many of its meetings that stand were on `day` or earlier."""
        return sum(row.date <= day and not row.is_withdrawn for row in self.meetings.all())

    def report_by(self, day):
        """The state of its final report on `day`, in words."""
        return task_groups.report_words(self.report_due_on, self.reported_on, day)

    @property
    def report_words(self):
        """The same today."""
        return self.report_by(today())

    @property
    def next_by(self):
        """The day by which it should meet again after its last meeting, or None."""
        return intervals.next_by(self.last_met_on, self.interval)
