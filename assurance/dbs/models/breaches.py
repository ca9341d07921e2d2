"""Breaches of the re-check policy: what was found, who was told, how it was put right."""

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce

from assurance.dbs.rules.breaches import faults_of_breach, is_late
from assurance.people.certificate_words import why_not_words
from assurance.people.models.people import Engagement
from assurance.people.models.posts import Post
from assurance.people.models.second_persons import for_second_person, needs_second_person
from assurance.records.named_record import plain
from assurance.records.personal import Personal
from assurance.records.record import WITHDRAWN, Record, RecordQuerySet
from assurance.runtime.periods import say_day

# What a list of breaches is sorted by: the name or the group, and what is open before the rest.
WHOM = Coalesce("person__name", "group")
STATE = Case(
    When(closed_on__isnull=False, then=Value(2)),
    When(remedied_on__isnull=False, then=Value(1)),
    default=Value(0),
)
LATE, UNDATED, TO_CLOSE = "late", "undated", "remedied"


class BreachQuerySet(RecordQuerySet):
    """Readings over breaches."""

    def filtered(self, group="", state="", day=None):
        """Those of a group, and those open, closed, waiting to be closed, late on `day` or without
        a date to be put right by: a list's filter."""
        rows = self.filter(group=group) if group else self
        if state == TO_CLOSE:
            return rows.waiting_to_be_closed()
        if state == UNDATED:
            return rows.without_date()
        if state == LATE:
            return rows.late_on(day)
        return rows.filter(closed_on__isnull=state == "open") if state else rows

    def of_groups(self, groups):
        """Those of some groups; of every group where `groups` is None."""
        return self if groups is None else self.filter(group__in=groups)

    def open_on(self, day):
        """Those found by the end of `day` and not closed by then."""
        still = Q(closed_on__isnull=True) | Q(closed_on__gt=day)
        return self.active().filter(still, found_on__lte=day)

    def late_on(self, day):
        """Those that stand and were to be put right before `day`, and were not by its end."""
        not_yet = Q(remedied_on__isnull=True) | Q(remedied_on__gt=day)
        return self.open_on(day).filter(not_yet, remedy_due_on__lt=day)

    def without_date(self):
        """Those in force that were not put right, and that have no date to be put right by."""
        return self.active().filter(
            closed_on__isnull=True, remedied_on__isnull=True, remedy_due_on__isnull=True
        )

    def waiting_to_be_closed(self):
        """Those that stand and were put right, and that nobody has closed."""
        return self.active().filter(remedied_on__isnull=False, closed_on__isnull=True)

    def yours(self, which, user, day):
        """Those that `user` may close today: all that wait to be closed, but those that they
        recorded as put right where another person closes them."""
        own = Q(remedy_recorded_by=user)
        rows = self.waiting_to_be_closed()
        return for_second_person(rows, user, day, own, "breaches", _day_of_policy)

    def closed_in(self, first, last):
        """Those closed on `first` to `last`, both included."""
        return self.active().filter(closed_on__range=(first, last))

    def with_people(self):
        """Each with the person it is about, in the same query."""
        return self.select_related("person")

    def first_day(self):
        """When the first was found, or None."""
        return self.active().aggregate(first=models.Min("found_on"))["first"]


class Breach(Record):
    """A breach of the policy by one person's check, or (`person` empty) by several of a group.
    Nothing of a certificate's content belongs in its words (Police Act 1997 s.124)."""

    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="breaches"
    )
    group = models.CharField(max_length=30, choices=Engagement.GROUPS)
    people = models.PositiveIntegerField(default=1)
    policy = models.CharField(max_length=200)
    found_on = models.DateField()
    cause = models.TextField()
    told_meeting = models.CharField(max_length=160, blank=True)
    told_on = models.DateField(null=True, blank=True)
    remedy = models.TextField(blank=True)
    remedy_due_on = models.DateField(null=True, blank=True)
    remedied_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closer = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="breaches_closed"
    )
    remedy_recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    remedy_recorded_on = models.DateField(null=True, blank=True)

    parent_field, parent_withdrawn = "person", WITHDRAWN
    history_prefix = "dbs_breaches"
    field_faults = staticmethod(faults_of_breach)
    why_not_reason = staticmethod(why_not_words)
    personal = {
        **Record.personal,
        **dict.fromkeys(("person", "people", "group"), Personal.ABOUT),
        **dict.fromkeys(("cause", "remedy"), Personal.MAY),
        **dict.fromkeys(("policy", "told_meeting", "closer"), Personal.NONE),
        **dict.fromkeys(("found_on", "told_on", "remedied_on", "closed_on"), Personal.ABOUT),
        "remedy_due_on": Personal.ABOUT,
        **plain("remedy_recorded_by remedy_recorded_on"),
    }

    objects = BreachQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("-found_on", "pk")
        verbose_name_plural = "breaches"
        indexes = [models.Index(fields=("council", "found_on"), name="breach_by_day")]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(people__gte=1) & (Q(person__isnull=True) | Q(people=1)),
                name="breach_counts_its_people",
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True, told_meeting="")
                | (Q(told_on__isnull=False, told_on__gte=F("found_on")) & ~Q(told_meeting="")),
                name="breach_told_to_a_meeting_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(remedied_on__isnull=True)
                | (Q(remedied_on__gte=F("found_on")) & ~Q(remedy="")),
                name="breach_remedied_by_something",
            ),
            models.CheckConstraint(
                condition=Q(remedy_due_on__isnull=True) | Q(remedy_due_on__gte=F("found_on")),
                name="breach_due_once_found",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closer__isnull=True)
                | (
                    Q(closed_on__isnull=False, remedied_on__isnull=False)
                    & Q(closed_on__gte=F("remedied_on"))
                    & Q(closer__isnull=False)
                ),
                name="breach_closed_once_remedied",
            ),
            models.CheckConstraint(
                condition=Q(remedy_recorded_by__isnull=True, remedy_recorded_on__isnull=True)
                | Q(remedy_recorded_by__isnull=False, remedy_recorded_on__isnull=False),
                name="breach_remedy_recorded_by_somebody_on_a_day",
            ),
        ]

    def __str__(self):
        return f"Breach found on {say_day(self.found_on)}"

    @property
    def whom(self):
        """Whom it is about: a name, or a count of a group."""
        if self.person_id:
            return self.person.name
        return f"{self.get_group_display()}: {self.people:,}"

    @property
    def state(self):
        """Where it stands, in a word or two."""
        if self.closed_on:
            return "Closed"
        return "Open, remedied" if self.remedied_on else "Open"

    @property
    def needs_second(self):
        """Whether another person closes it than who recorded how it was put right, by the policy
        of the day on which it was."""
        return needs_second_person(self.council, "breaches", _day_of_policy(self))

    def state_on(self, day):
        """Where it stands on `day`, and that it is late where it was to be put right by then; a
        withdrawn one is never late."""
        return f"{self.state}, late" if is_late(self, day) else self.state


def _day_of_policy(breach):
    return breach.remedied_on or breach.found_on
