"""Boards and forums: how often each meets, and who chairs it."""

from django.db import models

from assurance.meetings import intervals
from assurance.records.named_record import NamedRecord, plain


class Forum(NamedRecord):
    """A board, panel, forum or row of meetings, with how often it meets and who chairs it. A
    meeting of it that learns from case audits is a learning meeting, kept with the audits."""

    LEARNING = intervals.LEARNING
    KINDS = [
        ("board", "Board"),
        ("panel", "Panel"),
        (LEARNING, "Learning meetings"),
        ("performance", "Performance meetings"),
        ("workshop", "Workshops"),
        ("other", "Other forum"),
    ]

    kind = models.CharField(max_length=20, choices=KINDS)
    interval = models.CharField(max_length=20, choices=list(intervals.INTERVALS.items()))
    chair_role = models.CharField(max_length=120)

    searched = ("title", "chair_role")
    personal = {
        **plain("kind interval chair_role"),
        **NamedRecord.personal,
    }

    class Meta(NamedRecord.Meta):
        ordering = ("title",)

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
