"""Where a paper stands in its life, and what each person may do with it now."""

from assurance.access import Permission, may
from reports import rules
from reports.corrections import changed_since, requoted
from reports.issued_so_far import standing_of
from reports.models.papers import Paper


def offices(user, paper) -> dict:
    """What the page of a paper offers this person; each page asks again by itself."""
    composes, approves = may(user, Permission.COMPOSE_PAPERS), may(user, Permission.APPROVE_PAPERS)
    sent = paper.status in (Paper.SENT, Paper.APPROVED)
    why_not = why_not_approve(user, paper) if approves and sent else ""
    return {
        "may_write": composes and paper.status == Paper.WRITING,
        "may_start_next": composes,
        "may_decide": composes and paper.status == Paper.ISSUED,
        "may_take_back": composes and sent,
        "may_approve": approves and sent and not why_not,
        "may_return": approves and sent,
        "why_not_approve": why_not,
        "may_issue": may(user, Permission.ISSUE_PAPERS) and paper.status == Paper.APPROVED,
        "may_let_in": may(user, Permission.ISSUE_PAPERS),
        "may_hurry": may(user, Permission.ISSUE_PAPERS) and paper.status == Paper.SENT,
        "may_set_hour": may(user, Permission.ISSUE_PAPERS) and sent,
        "may_correct": may(user, Permission.ISSUE_PAPERS) and paper.status == Paper.ISSUED,
        "may_name_readers": may(user, Permission.ISSUE_PAPERS) and paper.blocks.exempt().exists(),
        "may_take_down": may(user, Permission.TAKE_DOWN),
        "may_remark": paper.status != Paper.ISSUED,
        "open_remarks": paper.remarks.open().count(),
        "open_asks": paper.asked_sections.open_in_words(),
        "may_read_restricted": may(user, Permission.READ_RESTRICTED),
    }


def why_not_approve(user, paper) -> str:
    """Why this person cannot approve the paper now, or nothing."""
    approved = any(one.approver_id == user.pk for one in paper.standing_approvals)
    return rules.why_not_approve(paper.status, paper.was_edited_by(user), approved)


def standing(paper) -> dict:
    """Who approved it, what has changed since it was sent, and for an issued paper its edition and
    files."""
    edition = paper.editions.published().first()
    return {
        "approvals": paper.standing_approvals,
        "edition": edition,
        "files": edition.files.without_content() if edition else (),
        "changed_since": changed_since(edition) if edition else (),
        "requoted": requoted(paper),
        "so_far": standing_of(paper),
        "hour": getattr(paper, "set_hour", None),
    }
