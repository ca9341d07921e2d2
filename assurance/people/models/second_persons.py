"""Which steps of the council's work need a second person, from a day on."""

from dataclasses import dataclass

from django.db import models
from django.db.models import Exists

from assurance.people import rules
from assurance.people.models.posts import Post
from assurance.records.named_record import plain
from assurance.records.record import RecordedModel, RecordQuerySet
from assurance.runtime.periods import today

# Checking that an action is done, moderating a grade, closing a breach, setting a person aside,
# approving a DBS policy or a wording of reminders.
STEPS = ("actions", "audits", "breaches", "set_asides", "policies")


class SecondPersonQuerySet(RecordQuerySet):
    """Readings over the council's policies of second persons."""

    def on(self, day):
        """The policy in force on `day`, the one with the latest first day, or None."""
        return self.filter(from_date__lte=day).order_by("-from_date").first()


class SecondPersonPolicy(RecordedModel):
    """Which steps need another account than the one that took the step before, from a day on.

    Approving and removing a report always need a second person and are not asked here.
    """

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="+")
    from_date = models.DateField()
    actions = models.BooleanField(default=True)
    audits = models.BooleanField(default=True)
    breaches = models.BooleanField(default=True)
    set_asides = models.BooleanField(default=True)
    policies = models.BooleanField(default=True)
    reason = models.CharField(max_length=200, blank=True)

    history_prefix, history_verbs = "second_persons", ("add", "change")
    once, duplicate_error = ("from_date",), rules.POLICY_TAKEN
    personal = plain(f"from_date {' '.join(STEPS)} reason")

    objects = SecondPersonQuerySet.as_manager()

    class Meta:
        verbose_name = "policy on second persons"
        verbose_name_plural = "policies on second persons"
        ordering = ("-from_date",)
        constraints = [
            models.UniqueConstraint(
                fields=("council", "from_date"), name="second_person_policy_once_a_day"
            ),
        ]

    def __str__(self):
        return rules.title_of_policy(self.from_date)

    def faults(self, values):
        """Refuses also a step that one person takes alone without a reason for it."""
        yield from super().faults(values)
        needs_all = all(values[step] for step in STEPS)
        yield "reason", rules.why_not_alone(needs_all, values["reason"])


@dataclass(frozen=True)
class SecondPersons:
    """The policies of a council, newest first, for rows of a file of many days."""

    policies: tuple = ()

    @classmethod
    def of(cls, council):
        """Those of `council`, read at once."""
        return cls(tuple(SecondPersonPolicy.objects.of(council).order_by("-from_date")))

    def need(self, step, day):
        """The same as `needs_second_person` of the council."""
        policy = next((item for item in self.policies if item.from_date <= day), None)
        return policy is None or getattr(policy, step)


def needs_second_person(council, step, day):
    """Whether `step`, one of `STEPS`, of `council` needs a second person on `day`, that of the
    record (today where it has none yet); it does where no policy is in force."""
    policy = SecondPersonPolicy.objects.of(council).on(day or today())
    return policy is None or getattr(policy, step)


def for_second_person(rows, user, day, own, step, day_of):
    """Those of `rows` of which `user` may take the `step`: with a post of theirs on `day`, none
    without one; and not what they would do twice: of the ones that the condition `own` fits, each
    for which `step` needs a second person on `day_of` it (None is today)."""
    policies = SecondPersons.of(user.council)
    rows = rows.filter(Exists(Post.objects.of(user.council).held_by(user, day)))
    barred = [row.pk for row in rows.filter(own) if policies.need(step, day_of(row) or today())]
    return rows.exclude(pk__in=barred)
