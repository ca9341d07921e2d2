"""The addition of a retention policy, which takes the place of an older one of its kind."""

from datetime import date, timedelta

from django.db import transaction

from assurance.records import operations
from reports.data_protection.models import RetentionPolicy
from reports.data_protection.operations.policy_ends import end_policy

ONE_DAY = timedelta(days=1)


@transaction.atomic
def add_policy(*, council, by, on: date, **fields) -> RetentionPolicy:
    """Adds a policy; where it has no end, an older one of its kind ends on the date before, each
    with a row of history of its own."""
    policy = operations.create(model=RetentionPolicy, council=council, by=by, on=on, **fields)
    last = policy.from_date - ONE_DAY
    for older in RetentionPolicy.objects.replaced_by(policy):
        end_policy(policy=older, last=last, by=by, on=on)
    return policy
