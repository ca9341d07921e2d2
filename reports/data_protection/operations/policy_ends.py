"""The end of a retention policy that a later one replaces."""

from datetime import date

from django.db import transaction

from assurance.records import operations
from reports.data_protection.models import RetentionPolicy


@transaction.atomic
def end_policy(*, policy: RetentionPolicy, last: date, by, on: date) -> RetentionPolicy:
    """Ends a policy on `last`, with a row of history of its own."""
    return operations.change(record=policy, version=policy.version, by=by, on=on, to_date=last)
