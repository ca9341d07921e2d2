"""Engagement events: what was said to whom, when, and how many it reached."""

from django.db import models
from django.db.models import Q

from assurance.figures.models import LARGEST, small_up_to
from assurance.figures.small_numbers import fewer_than, is_small
from assurance.governance.rules import choices, faults
from assurance.records.named_record import NamedRecord, NamedRecordQuerySet, plain


class EventQuerySet(NamedRecordQuerySet):
    """Readings over events."""

    def filtered(self, held_from=None, held_to=None, **chosen):
        """Those that fit a list's filter, the days between which they were held among it."""
        rows = super().filtered(**chosen)
        return rows.where(held_on__gte=held_from, held_on__lte=held_to)


class EngagementEvent(NamedRecord):
    """One event. `reached` says how its `number` is meant: exactly so many, over so many, or that
    nobody counted, and then there is none."""

    REACHED = list(choices.REACHED.items())

    held_on = models.DateField()
    audience = models.CharField(max_length=160)
    subject = models.CharField(max_length=200)
    reached = models.CharField(max_length=20, choices=REACHED)
    number = models.PositiveIntegerField(null=True, blank=True)
    frequency = models.CharField(max_length=60, blank=True)

    searched = ("title", "audience", "subject")
    field_faults = staticmethod(faults.event_faults)
    personal = {
        **plain("held_on audience subject reached number frequency"),
        **NamedRecord.personal,
    }

    objects = EventQuerySet.as_manager()

    class Meta(NamedRecord.Meta):
        ordering = ("-held_on", "title")
        constraints = [
            *NamedRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(reached="not_counted", number__isnull=True)
                | (~Q(reached="not_counted") & Q(number__isnull=False)),
                name="engagementevent_counted_or_not",
            ),
        ]

    @property
    def reached_words(self):
        """How many it reached, in words: “32”, “over 400”, “not counted”."""
        return choices.say_reached(self.reached, self.number)

    @property
    def printed_number(self):
        """The same as a report (its `paper`) may print it: of few people no more than that."""
        if self.reached != "exactly" or self.number > LARGEST:
            return self.reached_words
        most = small_up_to(self.council, getattr(self, "paper", None))
        return fewer_than(most) if is_small(self.number, most) else self.reached_words
