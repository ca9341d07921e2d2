"""What another person than its writer approves: a re-check policy, a wording of reminders."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from assurance.people.models.second_persons import for_second_person, needs_second_person
from assurance.records.record import RecordedModel, RecordQuerySet

WAITS = "Waits for approval"


def written_by_somebody(name):
    """The constraint `name` that keeps who wrote a row with the day on which they did."""
    neither = Q(recorded_by__isnull=True, recorded_on__isnull=True)
    both = Q(recorded_by__isnull=False, recorded_on__isnull=False)
    return models.CheckConstraint(condition=neither | both, name=name)


class ApprovedQuerySet(RecordQuerySet):
    """Readings over what holds from one day to another once it is approved."""

    def approved(self):
        """Those that a post approved."""
        return self.filter(approver__isnull=False)

    def waiting_for_approval(self):
        """Those that nobody has approved yet."""
        return self.filter(approver__isnull=True)

    def in_force(self, day):
        """Those approved that hold on `day`; both ends count."""
        not_ended = Q(to_date__isnull=True) | Q(to_date__gte=day)
        return self.approved().filter(not_ended, from_date__lte=day)

    def yours(self, which, user, day):
        """Those waiting that `user` may approve: not what they wrote, where another person does."""
        rows, own = self.waiting_for_approval(), Q(recorded_by=user)
        return for_second_person(rows, user, day, own, "policies", lambda row: day)


class ApprovedModel(RecordedModel):
    """What holds from a day on once its `approver`, a post, has approved it; `recorded_by` is the
    account that wrote it on `recorded_on`, both None of what was there before that was kept."""

    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def needs_second(self):
        """Whether another person than its writer approves it, by the policy of today."""
        return needs_second_person(self.council, "policies", None)

    @property
    def approved_by(self):
        """The post that approved it, or that it waits."""
        return self.approver or WAITS
