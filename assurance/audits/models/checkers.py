"""The accounts that may check that an action of an audit is done."""

from datetime import date

from assurance.accounts.models.accounts import User
from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.rules import agreed_actions
from assurance.people.models.holders import PostHolder


def why_not_check(action: AuditAction, account: User, on: date) -> str | None:
    """The sentence that refuses `account` the check of `action` at `on`, or None. Where the council
    asks for a second person it is neither who marked the action as done nor in its owner's post."""
    is_own = False
    if action.needs_second:
        holders = PostHolder.objects.on(on).filter(post=action.owner_id, account=account)
        is_own = action.marked_done_by_id == account.pk or holders.exists()
    return agreed_actions.why_not_check(action, is_own=is_own)
