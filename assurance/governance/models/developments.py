"""Developments and projects, with the state that each was in on any day, and their milestones."""

from datetime import date

from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When

from assurance.governance.rules import choices, faults
from assurance.records.named_record import ChildRecord, NamedRecord, NamedRecordQuerySet, plain
from assurance.records.personal import Personal
from assurance.records.record import Record, next_number


class DevelopmentQuerySet(NamedRecordQuerySet):
    """Readings over developments."""

    def as_at(self, day):
        """Standing developments with `state_then`, what each had come to at the end of `day`, and
        `since_then`, the day since when; those of which nothing was so yet are left out."""
        states = DevelopmentState.objects.filter(development=OuterRef("pk"), from_date__lte=day)
        latest = states.order_by("-from_date")
        current = self.active().annotate(
            state_then=Subquery(latest.values("state")[:1]),
            since_then=Subquery(latest.values("from_date")[:1]),
        )
        return current.filter(state_then__isnull=False)


class Development(NamedRecord):
    """A change that the council makes: a case system replaced, a front door redesigned.

    `state_on` is the day since when it stands as it does: of one that ended, the day it ended.
    `predecessor` and `successor` are names: what it replaces, and what it is replaced by.
    """

    KINDS = [
        ("case_system", "Case-system replacement"),
        ("front_door", "Front door"),
        ("restructure", "Restructure"),
        ("project", "Project"),
        ("data_quality", "Data-quality work"),
        ("practice", "Way of working"),
        ("workforce", "Workforce"),
        ("other", "Other development"),
    ]
    STATES = list(choices.STATES.items())

    kind = models.CharField(max_length=20, choices=KINDS)
    state = models.CharField(max_length=20, choices=STATES)
    state_on = models.DateField()
    started_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    predecessor = models.CharField(max_length=120, blank=True)
    successor = models.CharField(max_length=120, blank=True)
    partner = models.CharField(max_length=160, blank=True)
    barrier = models.CharField(max_length=300, blank=True)

    searched = ("title", "predecessor", "successor", "partner")
    field_faults = staticmethod(faults.development_faults)
    personal = {
        **plain("kind state state_on started_on due_on predecessor successor partner"),
        "barrier": Personal.MAY,
        **NamedRecord.personal,
    }

    objects = DevelopmentQuerySet.as_manager()

    class Meta(NamedRecord.Meta):
        ordering = ("title",)
        constraints = [
            *NamedRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(due_on__isnull=True)
                | Q(started_on__isnull=True)
                | Q(due_on__gte=F("started_on")),
                name="development_due_after_start",
            ),
            models.CheckConstraint(
                condition=Q(started_on__isnull=True)
                | ~Q(state__in=choices.ENDED)
                | Q(state_on__gte=F("started_on")),
                name="development_ended_after_start",
            ),
        ]

    def faults(self, values):
        """Refuses also a state that comes before what it had come to."""
        yield from super().faults(values)
        if self.pk:
            rows = list(self.states.values_list("from_date", "state"))
            yield "state_on", faults.why_not_state(values["state"], values["state_on"], rows)

    @property
    def finished_on(self):
        """The day it was done or stopped, None while it is neither."""
        return self.state_on if self.state in choices.ENDED else None

    @property
    def finished_then(self):
        """The same on the day of `as_at`."""
        return self.since_then if self.state_then in choices.ENDED else None

    @property
    def milestones_reached(self):
        """How many of its milestones that stand were reached: “2 of 5”; empty where it has none."""
        return self.milestones_reached_by(date.max)

    def milestones_reached_by(self, day):
        """The same by the end of `day`."""
        current = [row.reached_on for row in self.milestones.all() if not row.is_withdrawn]
        reached = [on for on in current if on is not None and on <= day]
        return f"{len(reached)} of {len(current)}" if current else ""


class DevelopmentState(models.Model):
    """What a development had come to from a day on, so that a paper may ask what it was then."""

    development = models.ForeignKey(Development, models.PROTECT, related_name="states")
    from_date = models.DateField()
    state = models.CharField(max_length=20, choices=Development.STATES)

    personal = {"state": Personal.NONE}

    class Meta:
        ordering = ("development", "from_date")
        constraints = [
            models.UniqueConstraint(
                fields=("development", "from_date"), name="development_state_once_a_day"
            ),
        ]

    def __str__(self):
        return f"{self.get_state_display()} from {self.from_date}"


class MilestoneQuerySet(NamedRecordQuerySet):
    """Readings over milestones."""

    def as_at(self, day):
        """Those of developments that had begun by the end of `day`, each with `state_then`: one
        reached or missed later was ahead."""
        begun = Development.objects.as_at(day).values("pk")
        later = Q(reached_on__gt=day) | Q(state="missed", due_on__gte=day)
        state = Case(When(later, then=Value("ahead")), default=F("state"))
        return self.filter(development__in=begun).annotate(state_then=state)


class Milestone(ChildRecord):
    """A step of a development, numbered within it: when it was due and when it was reached."""

    STATES = [
        ("ahead", "Not reached yet"),
        ("reached", "Reached"),
        ("missed", "Missed"),
        ("dropped", "No longer wanted"),
    ]

    development = models.ForeignKey(Development, models.PROTECT, related_name="milestones")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    state = models.CharField(max_length=20, choices=STATES)
    due_on = models.DateField(null=True, blank=True)
    reached_on = models.DateField(null=True, blank=True)

    parent_field = "development"
    field_faults = staticmethod(faults.milestone_faults)
    personal = {
        **plain("development number title state due_on reached_on"),
        **Record.personal,
    }

    objects = MilestoneQuerySet.as_manager()

    class Meta(ChildRecord.Meta):
        ordering = ("development", "number")
        constraints = [
            *ChildRecord.Meta.constraints,
            models.UniqueConstraint(fields=("development", "number"), name="milestone_number_once"),
            models.CheckConstraint(
                condition=Q(state="reached", reached_on__isnull=False)
                | (~Q(state="reached") & Q(reached_on__isnull=True)),
                name="milestone_reached_has_its_day",
            ),
        ]

    def __str__(self):
        return self.title

    def derived_fields(self, values):
        """Of a new one also the next number within its development."""
        derived = super().derived_fields(values)
        return {**derived, "number": self.number or next_number(self.development.milestones)}

    @property
    def quoted_as(self):
        """What a paper calls it: its development's slug and its number."""
        return f"{self.development.slug}-{self.number}"
