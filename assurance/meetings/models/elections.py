"""The elections and referendums that a council keeps beside those that are held everywhere."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from assurance.meetings import elections
from assurance.records.named_record import IS_ACTIVE, plain
from assurance.records.record import Record, RecordQuerySet


class ElectionQuerySet(RecordQuerySet):
    """Readings over elections."""

    def from_day(self, day):
        """Those whose poll is on `day` or later, as pure values."""
        rows = self.active().filter(polling_on__gte=day).order_by("polling_on")
        names = ("title", "polling_on", "notice_on", "is_held", "kind")
        return [elections.CouncilElection(*row) for row in rows.values_list(*names)]


class Election(Record):
    """One polling day of a council: a by-election or a referendum, say; or an ordinary polling day
    on which it holds none."""

    kind = models.CharField(max_length=10, choices=elections.KINDS, default=elections.ELECTION)
    title = models.CharField(max_length=120)
    polling_on = models.DateField()
    notice_on = models.DateField(null=True, blank=True)
    is_held = models.BooleanField(default=True)

    history_prefix, history_verbs = "elections", ("add", "change", "withdraw")
    field_faults = staticmethod(elections.faults)
    once, duplicate_error = (
        ("kind", "polling_on"),
        "There is an entry for this polling day: change that one",
    )
    personal = {**plain("kind title polling_on notice_on is_held"), **Record.personal}

    objects = ElectionQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("-polling_on",)
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("council", "kind", "polling_on"),
                condition=IS_ACTIVE,
                name="election_of_its_kind_once",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="election_has_a_title"),
            models.CheckConstraint(
                condition=Q(notice_on__isnull=True) | Q(notice_on__lt=F("polling_on")),
                name="election_has_its_notice_before",
            ),
        ]

    def __str__(self):
        return self.title


def periods_before_polls(council, day: date) -> list[elections.PreElectionPeriod]:
    """The times before a poll of `council` or the country in which `day` lies."""
    return elections.periods_before_polls(day, Election.objects.of(council).from_day(day))


def pre_election_warning(council, day: date) -> str:
    """What to think of before a report of `council` becomes public on `day`, a poll of the council
    or the country being near; or an empty text."""
    return " ".join(elections.warning(period, day) for period in periods_before_polls(council, day))
