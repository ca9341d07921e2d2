"""What an administrator does with re-check policies: a new one begins and ends the one before; one
that was typed wrongly is corrected, as far as no audit has used it."""

from datetime import timedelta

from django.db import transaction

from assurance.dbs.models.checks import RecheckPolicy
from assurance.dbs.rules import faults
from assurance.dbs.rules.statuses import INTERVAL_MONTHS, LOOKUP_MONTHS, WARN_DAYS
from assurance.records import history, operations
from assurance.records.refusals import refuse_if

USUAL = {
    "group": "",
    "interval_months": INTERVAL_MONTHS,
    "warn_days": WARN_DAYS,
    "lookup_months": LOOKUP_MONTHS,
    "audit_months": None,
}
# What an audit that used the policy was held against.
MEASURED_BY = ("group", "interval_months", "warn_days", "lookup_months", "from_date")


@transaction.atomic
def record_policy(*, council, by, on, **fields) -> RecheckPolicy:
    """Adds a policy from `from_date` with `approved_by`; the open one of the same group ends the
    day before. Audits kept already stay with the policy that they used. Refuses months out of
    bounds, and a day on or before the newest policy's first."""
    fields = {**USUAL, **fields}
    rows = RecheckPolicy.objects.of(council).filter(group=fields["group"])
    newest = rows.select_for_update().order_by("-from_date").first()
    for field, sentence in faults.faults_of_policy(fields, newest and newest.from_date):
        refuse_if(sentence, field)
    if newest and (newest.to_date is None or newest.to_date >= fields["from_date"]):
        operations.change(newest, {"to_date": fields["from_date"] - timedelta(1)})
    policy = RecheckPolicy(council=council)
    changes = operations.add(policy, fields, on=on)
    history.record("dbs_policies.record", about=policy, by=by, on=on, changes=changes)
    return policy


@transaction.atomic
def correct_policy(*, record, by, on, **fields) -> RecheckPolicy:
    """Corrects the policy `record`, typed wrongly. Refuses another group, other months or another
    first day where a DBS audit used it: that would say something else of what was kept. Refuses
    months out of bounds, and a first day that would leave the days of another policy twice."""
    policy = RecheckPolicy.objects.select_for_update().get(pk=record.pk)
    current = {
        name: fields.get(name, getattr(policy, name)) for name in USUAL | {"from_date": None}
    }
    for field in MEASURED_BY if policy.audits.exists() else ():
        refuse_if(
            faults.USED_BY_AUDITS if current[field] != getattr(policy, field) else None, field
        )
    _refuse_correction(policy, current)
    changes = operations.change(policy, fields)
    history.record("dbs_policies.change", about=policy, by=by, on=on, changes=changes)
    return policy


def _refuse_correction(policy, current):
    for field, sentence in faults.faults_of_policy(current, None):
        refuse_if(sentence, field)
    moved = [name for name in ("group", "from_date") if current[name] != getattr(policy, name)]
    # The days of its neighbours follow from its own.
    others = RecheckPolicy.objects.of(policy.council).exclude(pk=policy.pk)
    other = moved and others.filter(group__in={policy.group, current["group"]}).exists()
    refuse_if(faults.BESIDE_ANOTHER if other else None, moved[0] if moved else "")
    ended = policy.to_date and current["from_date"] > policy.to_date
    refuse_if("It ends before that day: choose an earlier one" if ended else None, "from_date")
