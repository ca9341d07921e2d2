"""The addition of a retention policy, which takes the place of an older one of its kind."""

from datetime import date, timedelta

from django.db import transaction

from assurance.records import operations, writes
from reports.data_protection.models import RetentionPolicy

ONE_DAY = timedelta(days=1)


@transaction.atomic
def add_policy(*, council, by, on: date, **fields) -> RetentionPolicy:
    """Adds a policy; where it has no end, an older one of its kind ends on the date before."""
    policy = operations.create(model=RetentionPolicy, council=council, by=by, on=on, **fields)
    _end_older(policy)
    return policy


def _end_older(policy):
    last = policy.from_date - ONE_DAY
    for older in RetentionPolicy.objects.replaced_by(policy):
        writes.update(older, {"to_date": last})
