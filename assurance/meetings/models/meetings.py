"""Meetings of bodies: committees', to which papers go, boards' and forums', and those that learn
from case audits."""

from django.db import models
from django.db.models import F, Q

from assurance.meetings.intervals import LEARNING
from assurance.meetings.models.bodies import COMMITTEE, Body, manager_of
from assurance.records.named_record import IS_ACTIVE, NamedRecordQuerySet, may_hold, plain
from assurance.records.record import UnversionedRecord

FORUM = "forum"
NOON = 12


class KindField(models.CharField):
    """The kind of a meeting, which its class says once it is saved first."""

    def pre_save(self, model_instance, add):
        """Keeps the class's kind on a row without one."""
        if not getattr(model_instance, self.attname):
            setattr(model_instance, self.attname, model_instance.KIND)
        return super().pre_save(model_instance, add)

    def deconstruct(self):
        """Migrations know it as what it is in the database."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


class MeetingQuerySet(NamedRecordQuerySet):
    """Readings over meetings."""

    def of(self, council):
        """The meetings of `council`, each with its body."""
        return super().of(council).select_related("body")

    def with_papers(self, papers):
        """Those that one of `papers` goes to."""
        return self.filter(pk__in=papers.values("meeting"))

    def to_come_or_held(self):
        """Those that were not cancelled: what a paper can go to."""
        return self.filter(cancelled=False)

    def to_come(self, day):
        """Those of `day` or later that were not cancelled, the next one first."""
        return self.to_come_or_held().filter(date__gte=day).order_by("date", "pk")

    def filtered(self, committee=None):
        """The meetings of a committee, or all."""
        return self.filter(body=committee) if committee else self


class Meeting(UnversionedRecord):
    """One meeting of a body; what only one kind of meeting has stands on a detail of its own. A
    committee's has none. A learning meeting may be of no body that the council keeps."""

    KIND = COMMITTEE

    kind = KindField(max_length=20, editable=False)
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="meetings")
    date = models.DateField()
    title = models.CharField(max_length=160, blank=True)
    time = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    cancelled = models.BooleanField(default=False)
    reviewed = models.TextField(blank=True)
    resolutions = models.TextField(blank=True)
    circulated = models.CharField(max_length=200, blank=True)
    circulated_to = models.CharField(max_length=200, blank=True)
    circulated_on = models.DateField(null=True, blank=True)
    next_on = models.DateField(null=True, blank=True)

    aliases = {"committee": "body", "committee_id": "body_id"}
    history_prefix, history_verbs = "meetings", ("add", "change")
    parent_field, once = "committee", ("committee", "date")
    duplicate_error = "This committee already has a meeting on that date"
    personal = {
        **plain("kind body date title time place cancelled circulated circulated_to"),
        **plain("circulated_on next_on"),
        **may_hold("reviewed resolutions"),
        **UnversionedRecord.personal,
    }

    objects = MeetingQuerySet.as_manager()
    committees = manager_of(MeetingQuerySet, Q(kind=COMMITTEE))

    class Meta(UnversionedRecord.Meta):
        ordering = ("-date",)
        constraints = [
            *UnversionedRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind=LEARNING) | Q(body__isnull=False), name="meeting_of_a_body"
            ),
            models.UniqueConstraint(
                fields=("body", "date"), condition=Q(kind=COMMITTEE), name="one_meeting_a_day"
            ),
            models.UniqueConstraint(
                fields=("body", "date"),
                condition=IS_ACTIVE & Q(kind=FORUM),
                name="forum_meeting_once_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(kind=FORUM)
                | Q(circulated="", circulated_to="")
                | (~Q(circulated="") & ~Q(circulated_to="")),
                name="forum_meeting_circulated_to_somebody",
            ),
            models.CheckConstraint(
                condition=Q(circulated_on__isnull=True)
                | (Q(circulated_on__gte=F("date")) & ~Q(circulated_to="")),
                name="learning_meeting_circulated_to_somebody",
            ),
            models.CheckConstraint(
                condition=Q(next_on__isnull=True) | Q(next_on__gt=F("date")),
                name="learning_meeting_next_comes_after",
            ),
        ]

    def __str__(self):
        return f"{self.body} on {self.date:%-d %B %Y}"

    @property
    def hour_and_place(self):
        """“5:30pm, Guild House”, as far as either is recorded."""
        hour = self.time and f"{self.time:%-I}{f':{self.time:%M}' * bool(self.time.minute)}"
        hour = hour and f"{hour}{'am' if self.time.hour < NOON else 'pm'}"
        return ", ".join(filter(None, (hour, self.place)))

    @property
    def history_name(self):
        """What history calls it: a committee's by the committee."""
        own = super().history_name
        return f"{self.body.slug} {self.pk}" if self.KIND == COMMITTEE else own
