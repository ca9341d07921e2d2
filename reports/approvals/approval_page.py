"""What the pages of approval show an approver."""

from assurance.runtime.periods import today
from reports.approvals import requirements
from reports.approvals.changes_since_review import found_when_sent
from reports.approvals.newer_values import later_values


def signs_off(query, user) -> bool:
    """Whether the report author's sign-off is waited for from this person."""
    return any(
        requirement.wanted.is_sign_off for requirement in requirements.asked_of_user(query, user)
    )


def why_not_approve(user, paper) -> str:
    """Why this person cannot approve the paper now, or nothing."""
    return requirements.why_not_approve(paper, user, requirements.asked_of(paper, today()))


def before_approver(user, paper, query) -> dict:
    """What an approver has before them besides the paper: what of `asked` is asked of them, what
    the checks found and why it stands, and values that are later than it."""
    return {
        "mine": requirements.asked_of_user(query, user),
        "signs_off": signs_off(query, user),
        "why_not_approve": requirements.why_not_approve(paper, user, query),
        "found": found_when_sent(paper.frozen or {}),
        "later": later_values(paper),
    }
