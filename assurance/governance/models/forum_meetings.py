"""Meetings of boards and forums: what they looked at, resolved and passed on to whom."""

from django.db import models
from django.db.models import Q

from assurance.governance.rules import faults
from assurance.meetings.models.bodies import Body
from assurance.records.named_record import IS_ACTIVE, ChildRecord, plain
from assurance.records.personal import Personal
from assurance.records.record import Record
from assurance.runtime.periods import say_day


class ForumMeeting(ChildRecord):
    """One meeting. `reviewed` and `resolutions` hold one thing to a line; reviews and improvement
    plans that it looked at are linked as well."""

    forum = models.ForeignKey(Body, models.PROTECT, related_name="meetings")
    met_on = models.DateField()
    reviewed = models.TextField()
    reviews = models.ManyToManyField("reviews.Review", related_name="forum_meetings", blank=True)
    plans = models.ManyToManyField("improvement.Plan", related_name="forum_meetings", blank=True)
    resolutions = models.TextField(blank=True)
    circulated = models.CharField(max_length=200, blank=True)
    circulated_to = models.CharField(max_length=200, blank=True)
    next_on = models.DateField(null=True, blank=True)

    parent_field, once = "forum", ("forum", "met_on")
    taken = "A meeting of this forum on that day is kept already: change that one"
    field_faults = staticmethod(faults.meeting_faults)
    personal = {
        **plain("forum met_on reviews plans circulated circulated_to next_on"),
        "reviewed": Personal.MAY,
        "resolutions": Personal.MAY,
        **Record.personal,
    }

    class Meta(ChildRecord.Meta):
        ordering = ("forum", "-met_on")
        constraints = [
            *ChildRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=("forum", "met_on"), condition=IS_ACTIVE, name="forum_meeting_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(circulated="", circulated_to="")
                | (~Q(circulated="") & ~Q(circulated_to="")),
                name="forum_meeting_circulated_to_somebody",
            ),
        ]

    def __str__(self):
        return f"{self.forum}, {say_day(self.met_on)}"

    @property
    def quoted_as(self):
        """What a paper calls it: its forum's slug and its day."""
        return f"{self.forum.slug}-{self.met_on}"
