"""Which steps of the council's work need a second person, from a day on."""

from django.db import models

from assurance.people import rules
from assurance.records.named_record import plain
from assurance.records.record import RecordedModel, RecordQuerySet


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
    reason = models.CharField(max_length=200, blank=True)

    history_prefix, history_verbs = "second_persons", ("add", "change")
    once, taken = ("from_date",), rules.POLICY_TAKEN
    personal = plain("from_date actions audits reason")

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
        needs_all = values["actions"] and values["audits"]
        yield "reason", rules.why_not_alone(needs_all, values["reason"])


def needs_second_person(council, step, day):
    """Whether `step` (“actions” or “audits”) of `council` needs a second person on `day`; it does
    where no policy is in force."""
    policy = SecondPersonPolicy.objects.of(council).on(day)
    return policy is None or getattr(policy, step)
