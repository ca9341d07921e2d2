"""Meetings of boards and forums: what they looked at, resolved and passed on to whom."""

from django.db import models

from assurance.governance.rules import faults
from assurance.meetings.models.meetings import FORUM, Meeting
from assurance.records.named_record import ChildRecord
from assurance.records.record import Record
from assurance.runtime.periods import say_day


class ForumMeeting(Meeting, ChildRecord):
    """One meeting of a forum. `reviewed` and `resolutions` hold one thing to a line; reviews and
    improvement plans that it looked at are linked as well."""

    KIND = FORUM

    key = models.BigAutoField(primary_key=True)
    meeting = models.OneToOneField(
        Meeting, models.PROTECT, parent_link=True, related_name="forum_meeting"
    )
    reviews = models.ManyToManyField("reviews.Review", related_name="forum_meetings", blank=True)
    plans = models.ManyToManyField("improvement.Plan", related_name="forum_meetings", blank=True)

    aliases = {"forum": "body", "forum_id": "body_id", "met_on": "date"}
    history_prefix, history_verbs = "", Record.history_verbs
    parent_field, once = "forum", ("forum", "met_on")
    duplicate_error = "A meeting of this forum on that date is kept already: change that one"
    field_faults = staticmethod(faults.meeting_faults)

    class Meta:
        ordering = ("body", "-date")

    def __str__(self):
        return f"{self.forum}, {say_day(self.met_on)}"

    @property
    def quoted_as(self):
        """What a paper calls it: its forum's slug and its day."""
        return f"{self.forum.slug}-{self.met_on}"
