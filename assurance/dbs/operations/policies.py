"""What an administrator does with re-check policies: a new one begins, and ends the one before."""

from datetime import timedelta

from django.db import transaction

from assurance import history, writing
from assurance.dbs.models.checks import RecheckPolicy
from assurance.dbs.rules import faults
from assurance.dbs.rules.statuses import INTERVAL_MONTHS, LOOKUP_MONTHS, WARN_DAYS
from assurance.refusals import refuse_if

USUAL = {
    "group": "",
    "interval_months": INTERVAL_MONTHS,
    "warn_days": WARN_DAYS,
    "lookup_months": LOOKUP_MONTHS,
}


@transaction.atomic
def record_policy(*, council, by, on, **said) -> RecheckPolicy:
    """Adds a policy from `from_date` with `approved_by`; the open one of the same group ends the
    day before. Audits kept already stay with the policy that they used. Refuses months out of
    bounds, and a day on or before the newest policy's first."""
    said = {**USUAL, **said}
    rows = RecheckPolicy.objects.of(council).filter(group=said["group"])
    newest = rows.select_for_update().order_by("-from_date").first()
    for field, sentence in faults.faults_of_policy(said, newest and newest.from_date):
        refuse_if(sentence, field)
    if newest and (newest.to_date is None or newest.to_date >= said["from_date"]):
        writing.change(newest, {"to_date": said["from_date"] - timedelta(1)})
    policy = RecheckPolicy(council=council)
    changes = writing.add(policy, said, on=on)
    history.record("dbs_policies.record", about=policy, by=by, on=on, changes=changes)
    return policy
