"""What an administrator decides when they review what an account is granted."""

from datetime import date, timedelta

from django.db import transaction

from assurance.accounts import rules as account_rules
from assurance.accounts.access import Role
from assurance.accounts.models.accounts import Council, Grant, User
from assurance.records import history
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from assurance.sign_in import rules
from assurance.sign_in.models.reviews import GrantReview


@transaction.atomic
def review_grant(
    *, grant: Grant, outcome: str, reason: str, last_day: date | None = None, by, on: date
) -> GrantReview:
    """Keeps a grant, changes its last day or ends it now, with the reason. Refuses one's own, one
    that has ended, to change what a group gives, and to end the council's last administrator."""
    Council.objects.select_for_update().get(pk=grant.user.council_id)
    grant = locked(Grant, grant.pk)
    refuse_if(rules.why_not_review(grant.user_id == by.pk, _has_ended(grant, on), reason), "reason")
    changes_it = outcome != GrantReview.KEEP
    refuse_if(rules.BY_GROUP if changes_it and grant.group else "", "outcome")
    before = {"to_date": grant.to_date}
    if changes_it:
        _end(grant, outcome, last_day, on)
    review = GrantReview.objects.create(
        grant=grant, outcome=outcome, reason=reason.strip(), reviewed_by=by, reviewed_on=on
    )
    changes = (
        *history.impersonal_changes({"role": str(grant), "outcome": outcome}),
        *history.changes(before, {"to_date": grant.to_date}, Grant.personal),
        *history.changes({}, {"reason": review.reason}, GrantReview.personal),
    )
    history.record("sign_in.review_grant", about=grant.user, by=by, on=on, changes=changes)
    return review


def _has_ended(grant, on):
    return grant.to_date is not None and (grant.to_date < on or grant.ended_at_once)


def _end(grant, outcome, last_day, on):
    at_once = outcome == GrantReview.END
    last_day = max(on, grant.from_date) if at_once else last_day
    refuse_if(rules.why_not_last_day(grant.from_date, last_day, on), "last_day")
    after = on if at_once else last_day + timedelta(days=1)
    others = User.objects.administering_from(grant.user.council, after)
    leaves = grant.role == Role.ADMINISTRATOR
    others = others.exclude(pk=grant.user_id).exists()
    refuse_if(account_rules.why_not_leave(leaves, others), "outcome")
    grant.to_date, grant.ended_at_once = last_day, at_once
    grant.save(update_fields=["to_date", "ended_at_once"])
