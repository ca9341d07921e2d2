"""The days on which a council is closed besides weekends and bank holidays."""

from django.db import models
from django.db.models import Q

from assurance.meetings import closures
from assurance.records.named_record import IS_ACTIVE, plain
from assurance.records.record import Record, RecordQuerySet, in_order
from assurance.runtime.periods import say_day


class ClosureQuerySet(RecordQuerySet):
    """Readings over closures."""

    def values_of(self, council):
        """Those of `council`, as pure values, the earliest first."""
        rows = self.of(council).active().order_by("first_on")
        return [
            closures.ClosedDays(*row) for row in rows.values_list("first_on", "last_on", "reason")
        ]


class Closure(Record):
    """Days on which a council is closed, both included; one day where the last is left empty."""

    first_on = models.DateField()
    last_on = models.DateField()
    reason = models.CharField(max_length=120)

    history_prefix, history_verbs = "closures", ("add", "change", "withdraw")
    field_faults = staticmethod(closures.faults)
    once, duplicate_error = ("first_on",), "A closure already begins on this date: change that one"
    personal = {**plain("first_on last_on reason"), **Record.personal}

    objects = ClosureQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("-first_on",)
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("council", "first_on"), condition=IS_ACTIVE, name="closure_once"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="closure_has_a_reason"),
            in_order("closure_days_in_order", "first_on", "last_on"),
        ]

    def __str__(self):
        if self.first_on == self.last_on:
            return f"Closed on {say_day(self.first_on)}"
        return f"Closed from {say_day(self.first_on)} to {say_day(self.last_on)}"

    def derived_fields(self, values):
        """The last day is the first where it is left empty."""
        return {"last_on": values["last_on"] or values["first_on"]}


def closed_days(council) -> frozenset:
    """Every day on which `council` is closed besides weekends and bank holidays."""
    return closures.days_of(Closure.objects.values_of(council))
