"""Meetings of committees, which papers go to."""

from django.db import models

from assurance.meetings.models.bodies import Body
from assurance.records.named_record import plain
from assurance.records.record import RecordedModel


class MeetingQuerySet(models.QuerySet):
    """Readings over meetings, whose council is their committee's."""

    def visible_to(self, user):
        """The meetings of `user`'s own council."""
        return self.filter(committee__council_id=getattr(user, "council_id", None))

    def of(self, council):
        """The meetings of `council`, each with its committee."""
        return self.filter(committee__council=council).select_related("committee")

    def with_papers(self, papers):
        """Those that one of `papers` goes to."""
        return self.filter(pk__in=papers.values("meeting"))

    def to_come_or_held(self):
        """Those that were not cancelled: what a paper can go to."""
        return self.filter(cancelled=False)

    def filtered(self, committee=None):
        """The meetings of a committee, or all."""
        return self.filter(committee=committee) if committee else self


class Meeting(RecordedModel):
    """One meeting of a committee."""

    committee = models.ForeignKey(Body, models.PROTECT, related_name="committee_meetings")
    date = models.DateField()
    title = models.CharField(max_length=160, blank=True)
    time = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    cancelled = models.BooleanField(default=False)

    history_prefix, history_verbs = "meetings", ("add", "change")
    parent_field, once = "committee", ("committee", "date")
    taken = "This committee has a meeting on that day already"
    personal = plain("date title time place cancelled committee")

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("-date",)
        constraints = [
            models.UniqueConstraint(fields=("committee", "date"), name="one_meeting_a_day")
        ]

    def __str__(self):
        return f"{self.committee} on {self.date:%-d %B %Y}"

    @property
    def council(self):
        """The committee's council."""
        return self.committee.council

    @property
    def history_name(self):
        """What history calls it."""
        return f"{self.committee.slug} {self.pk}"
