"""The accounts that may check that an action is done."""

from datetime import date

from assurance.accounts.models.accounts import User
from assurance.improvement.models.actions import Action
from assurance.improvement.rules import completion
from assurance.people.models.holders import PostHolder


def why_not_checker(action: Action, account: User, on: date) -> str | None:
    """The sentence that refuses `account` the check of `action` at `on`, or None. Where the council
    asks for a second person it is neither who marked the action as done nor in its owner's post,
    whichever other post it is in besides."""
    needs_second = action.needs_second
    holders = PostHolder.objects.on(on).filter(post=action.owner_id, account=account)
    is_owner = needs_second and action.marked_done_on is not None and holders.exists()
    return completion.why_not_confirm(action, account, needs_second=needs_second, is_owner=is_owner)
