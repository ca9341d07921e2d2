"""The addition of a retention policy, which takes the place of an older one of its kind."""

from datetime import date, timedelta

from django.db import transaction

from assurance.records import operations
from reports.data_protection.models import RetentionPolicy

ONE_DAY = timedelta(days=1)


@transaction.atomic
def add_policy(*, council, by, on: date, **fields) -> RetentionPolicy:
    """Adds a policy; where it has no end, an older one of its kind ends on the date before."""
    policy = operations.create(model=RetentionPolicy, council=council, by=by, on=on, **fields)
    _end_older(policy, by, on)
    return policy


def _end_older(policy, by, on):
    last = policy.from_date - ONE_DAY
    for older in RetentionPolicy.objects.replaced_by(policy):
        operations.change(record=older, version=older.version, by=by, on=on, to_date=last)
