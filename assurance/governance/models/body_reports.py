"""Reports that other bodies make to the council: every six months, every year."""

from django.db import models
from django.db.models import Q

from assurance.governance.rules import body_reports as rules
from assurance.meetings import intervals
from assurance.records.named_record import NamedRecord, NamedRecordQuerySet, plain
from assurance.records.record import in_order
from assurance.registers.orders import in_turn


class BodyReportQuerySet(NamedRecordQuerySet):
    """Readings over reports of other bodies."""

    def filtered(self, state="", **chosen):
        """Those that fit a list's filter: awaited, received, or considered at a meeting."""
        rows = super().filtered(**chosen)
        if state == "awaited":
            return rows.filter(received_on__isnull=True)
        if state == "received":
            return rows.filter(received_on__isnull=False, meeting__isnull=True)
        return rows.filter(meeting__isnull=False) if state == "considered" else rows


# Awaited, received, considered: the order in which a report goes through them.
STATE = in_turn(Q(received_on__isnull=True), Q(meeting__isnull=True))


class BodyReport(NamedRecord):
    """The report of another body about a period, when it was received and which meeting of a
    committee considered it. Its main numbers are values of `measures` within its period."""

    STATES = [("awaited", "Awaited"), ("received", "Received"), ("considered", "Considered")]

    body = models.CharField(max_length=160)
    interval = models.CharField(
        max_length=20, choices=list(intervals.INTERVALS.items()), default="six_months"
    )
    from_date = models.DateField()
    to_date = models.DateField()
    received_on = models.DateField(null=True, blank=True)
    meeting = models.ForeignKey(
        "meetings.Meeting", models.PROTECT, null=True, blank=True, related_name="body_reports"
    )
    measures = models.ManyToManyField("governance.Measure", blank=True, related_name="body_reports")

    searched = ("title", "body")
    field_faults = staticmethod(rules.report_faults)
    personal = {
        **plain("body interval from_date to_date received_on meeting measures"),
        **NamedRecord.personal,
    }

    objects = BodyReportQuerySet.as_manager()

    class Meta(NamedRecord.Meta):
        verbose_name = "report of another body"
        verbose_name_plural = "reports of other bodies"
        ordering = ("-to_date", "title")
        constraints = [
            *NamedRecord.Meta.constraints,
            in_order("bodyreport_period_in_order"),
            models.CheckConstraint(
                condition=models.Q(meeting__isnull=True) | models.Q(received_on__isnull=False),
                name="bodyreport_considered_once_received",
            ),
        ]

    @property
    def state_words(self):
        """Whether it is awaited, received or considered."""
        if self.meeting_id:
            return "Considered"
        return "Received" if self.received_on else "Awaited"

    def values_of_period(self):
        """The last value of each of its measures that ends within its period, by their titles."""
        rows = []
        for measure in sorted(self.measures.all(), key=lambda item: item.title):
            value = measure.latest_by(self.to_date)
            if value and not measure.is_withdrawn and value.to_date >= self.from_date:
                rows.append(value)
        return rows
