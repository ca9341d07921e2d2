"""The accounts that may moderate the grade of an audit: those in another post than its auditor."""

from datetime import date

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import User
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.case_filters import own_audits
from assurance.audits.rules import moderation
from assurance.people.models.posts import Post
from assurance.people.models.second_persons import needs_second_person


def why_not_moderator(audit: CaseAudit, account: User, on: date) -> str:
    """The sentence that refuses `account` the moderation of `audit` at `on`, or nothing."""
    needs_second = needs_second_person(audit.council, "audits", on)
    return _why_not(audit, account, on, needs_second)


def moderators(audit: CaseAudit, on: date) -> list[User]:
    """The accounts that may moderate `audit` at `on`."""
    needs_second = needs_second_person(audit.council, "audits", on)
    accounts = User.objects.with_permission(audit.council, Permission.RECORD_AUDITS, on)
    return [account for account in accounts if not _why_not(audit, account, on, needs_second)]


def why_not_moderate(
    audit: CaseAudit, account: User, on: date, *, needs_second: bool
) -> str | None:
    """The sentence that refuses that `account`, in whichever post, moderates `audit` at `on`, or
    None; `needs_second` is the council's policy at the date of moderation."""
    is_own = CaseAudit.objects.filter(own_audits(account, on), pk=audit.pk).exists()
    return moderation.why_not_moderate(audit, is_own=is_own, needs_second=needs_second)


def _why_not(audit, account, on, needs_second):
    why_not = why_not_moderate(audit, account, on, needs_second=needs_second)
    posts = Post.objects.of(audit.council).held_by(account, on)
    return why_not or ("" if posts.exists() else moderation.NO_POST)
