"""Where a paper stands, what each person may do with it, and what an approver has before them."""

from assurance.accounts.access import Permission, may
from assurance.runtime.periods import today
from reports.approvals import requirements
from reports.approvals.changes_since_review import found_when_sent, later_values
from reports.editions.changed_figures import changed_since, requoted
from reports.papers.models.papers import Paper


def signs_off(query, user) -> bool:
    """Whether the report author's sign-off is waited for from this person."""
    return any(
        requirement.wanted.is_sign_off for requirement in requirements.asked_of_user(query, user)
    )


def before_approver(user, paper, query) -> dict:
    """What of `query` is asked of an approver, what the checks found, and later values."""
    return {
        "mine": requirements.asked_of_user(query, user),
        "signs_off": signs_off(query, user),
        "why_not_approve": requirements.why_not_approve(paper, user, query),
        "found": found_when_sent(paper.frozen or {}),
        "later": later_values(paper),
    }


def offices(user, paper) -> dict:
    """What the page of a paper offers this person; each page asks again by itself."""
    composes, approves = may(user, Permission.COMPOSE_PAPERS), may(user, Permission.APPROVE_PAPERS)
    sent = paper.status in (Paper.SENT, Paper.APPROVED)
    query = requirements.asked_of(paper, today()) if sent else ()
    why_not = requirements.why_not_approve(paper, user, query) if approves and sent else ""
    is_approved = paper.status == Paper.APPROVED and not requirements.missing(query)
    return {
        "asked": query,
        "may_write": composes and paper.status == Paper.WRITING,
        "may_start_next": composes,
        "may_decide": composes and paper.status == Paper.ISSUED,
        "may_take_back": composes and sent,
        "may_approve": approves and sent and not why_not,
        "may_return": approves and sent,
        "why_not_approve": why_not,
        "may_sign_off": composes and not approves and signs_off(query, user),
        "may_issue": may(user, Permission.ISSUE_PAPERS) and is_approved,
        "may_let_in": may(user, Permission.ISSUE_PAPERS),
        "may_hurry": may(user, Permission.ISSUE_PAPERS) and paper.status == Paper.SENT,
        "may_set_hour": may(user, Permission.ISSUE_PAPERS) and sent,
        "may_correct": may(user, Permission.ISSUE_PAPERS) and paper.status == Paper.ISSUED,
        "may_name_readers": may(user, Permission.ISSUE_PAPERS) and paper.blocks.exempt().exists(),
        "may_remove": may(user, Permission.REMOVE_EDITIONS),
        "may_keep_approvers": may(user, Permission.KEEP_APPROVERS),
        "may_remark": paper.status != Paper.ISSUED,
        "open_remarks": paper.remarks.open().count(),
        "open_asks": paper.contribution_requests.open_in_words(),
        "may_read_restricted": may(user, Permission.READ_RESTRICTED),
    }


def paper_state(paper) -> dict:
    """Who approved it, what became void, what has changed since, and of an issued one its files."""
    edition = paper.editions.published().first()
    return {
        "approvals": paper.standing_approvals,
        "void_approvals": requirements.ended(paper),
        "later": later_values(paper),
        "edition": edition,
        "files": edition.files.without_content() if edition else (),
        "changed_since": changed_since(edition) if edition else (),
        "requoted": requoted(paper),
    }
