"""What administrators do with policies of small numbers: one enters, another approves."""

from datetime import timedelta

from django.db import transaction

from assurance.figures.models import DisclosurePolicy
from assurance.records import history, operations, writes
from assurance.records.record import lock_active
from assurance.records.refusals import refuse_if

BY_ANOTHER = "You entered this policy. Another administrator must approve it."
ALREADY = "This policy was approved already."


@transaction.atomic
def enter_policy(*, council, by, on, **fields) -> DisclosurePolicy:
    """Adds a policy that holds once somebody else approves it; refuses what
    `DisclosurePolicy.faults` say."""
    fields |= {"entered_by": by, "entered_on": on}
    return operations.create(model=DisclosurePolicy, council=council, by=by, on=on, **fields)


@transaction.atomic
def approve_policy(*, policy, version, by, on) -> DisclosurePolicy:
    """Approves `policy`, which holds from its first day; the open one before it ends the day
    before. Refuses whoever entered it. Raises `EditConflict` where somebody saved first."""
    policy = lock_active(policy, version)
    refuse_if(BY_ANOTHER if policy.entered_by_id == by.pk else "")
    refuse_if(ALREADY if policy.approved_on else "")
    refuse_if(policy.why_not_from(policy.counted, policy.from_date))
    changes = writes.update(policy, {"approved_by": by, "approved_on": on})
    before = policy.others().active().filter(counted=policy.counted, to_date__isnull=True)
    for policy_before in before.select_for_update():
        writes.update(policy_before, {"to_date": policy.from_date - timedelta(1)})
    history.record("disclosure_policies.approve", about=policy, by=by, on=on, changes=changes)
    return policy
