"""Where a paper stands, what each person may do with it, and what an approver has before them."""

from dataclasses import dataclass

from assurance.accounts.access import Permission, may
from assurance.accounts.models.accounts import User
from assurance.runtime.periods import say_day, today
from reports.approvals import requirements
from reports.approvals.models.guests import OutsideApprover
from reports.approvals.report_changes import WordChanges, changed_words, last_time
from reports.documents.diff import Comparison, compare
from reports.documents.digest import content_digest
from reports.documents.document import from_json
from reports.editions.changed_figures import changed_since, requoted
from reports.editions.snapshot import PUBLIC, assembled
from reports.editor.carry_forward.next_report import day_of_step
from reports.papers.assembly.pipeline import AssembledPaper
from reports.papers.manuscript import Manuscript, read
from reports.papers.models.papers import Paper
from reports.papers.models.rounds import last_return
from reports.papers.rules.deadlines import SUBMIT
from reports.verdicts.paper.cause_lines import lines_for
from reports.verdicts.paper.verdict import Verdict, verdict


@dataclass(frozen=True)
class ChangesSinceReview:
    """How a sent paper differs from what an approver saw (`words` say when), and their
    `remarks`."""

    words: str
    comparison: Comparison
    paragraphs: WordChanges
    remarks: str = ""
    approved: bool = False

    @property
    def is_same(self) -> bool:
        """Whether every word and figure is the same."""
        return not (self.comparison.lines or self.comparison.figures)


def since_opened(paper: Paper, seen: str) -> ChangesSinceReview | None:
    """What has changed since somebody opened the page of `paper` with the digest `seen`; None where
    nothing has, or what they opened is not known."""
    if not paper.frozen or seen == paper.frozen_digest:
        return None
    row = paper.sent_rounds.filter(digest=seen).first() if seen else None
    return (
        ChangesSinceReview("you opened this page", *_compared(row.document, paper)) if row else None
    )


def since_seen(paper: Paper, user: User) -> ChangesSinceReview | None:
    """What has changed since `user` approved or returned it, or the edition it corrects; or
    None."""
    own = paper.approvals.filter(approver=user)
    return _since(paper, own, lambda row: row.returned_by_id == user.pk)


def since_seen_outside(paper: Paper, guest: OutsideApprover) -> ChangesSinceReview | None:
    """The same for somebody from outside, who is known by what they wrote when they returned it."""
    own = paper.approvals.filter(outsider=guest.in_words)

    def returned(row):
        return not row.returned_by_id and guest.remarks and row.returned_because == guest.remarks

    return _since(paper, own, returned)


def _since(paper, own, has_returned):
    """What has changed since the last of the approvals `own`, or since a round that was returned by
    the same reader."""
    approvals = {approval.digest: approval for approval in own}
    for row in paper.sent_rounds.all():
        record = approvals.get(row.digest) if row.digest else None
        if row.digest == paper.frozen_digest:
            if record and record.void_on is None:
                return None
        elif record:
            text = f"you approved it on {say_day(record.approved_on)}"
            return ChangesSinceReview(text, *_compared(row.document, paper), approved=True)
        if has_returned(row):
            text = f"you returned what was sent on {say_day(row.sent_on)}"
            return ChangesSinceReview(text, *_compared(row.document, paper), row.returned_because)
    edition = paper.corrected_edition if paper.corrects else None
    if edition is None:
        return None
    text = f"edition {edition.number} was published on {say_day(edition.issued_on)}"
    return ChangesSinceReview(text, *_compared(edition.document, paper))


def how_much_changed(paper: Paper, user: User) -> str:
    """How much of a sent paper is otherwise, in a line: since `user` decided, else since the last
    report of its series; nothing where neither is known."""
    if not (paper.frozen and PUBLIC in paper.frozen):
        return ""
    since = since_seen(paper, user)
    if since:
        count = _changes_in_words(len(since.comparison.figures), since.paragraphs)
        return f"Since {since.words}: {count}"
    last = last_time(paper, from_json(paper.frozen[PUBLIC]))
    if last is None:
        return ""
    count = _changes_in_words(len(last.figures), last.words)
    return f"Since the report of {last.edition.paper.told_on:%B %Y}: {count}"


def _changes_in_words(figures, words):
    """`3 figures and 9 of 60 paragraphs changed`."""
    figures = f"{figures or 'no'} figure{'s' if figures != 1 else ''}"
    total = f"{words.total} paragraph{'s' if words.total != 1 else ''}"
    return f"{figures} and {words.here or 'none'} of {total} changed"


def verdict_context(user, paper, current: Verdict | None = None) -> dict:
    """The verdict on a paper, reached here unless it is `current`, and its causes, for one
    reader."""
    current = current or verdict(paper)
    return {"verdict": current, "causes": lines_for(user, current.stopping)}


def _compared(before, paper):
    """The comparison of a stored document with `paper` as sent, and the paragraphs that differ."""
    pair = from_json(before), from_json(paper.frozen[PUBLIC])
    return compare(*pair), changed_words(*pair, with_dates=True)


@dataclass(frozen=True)
class NewerValues:
    """A sent paper as its records have it now, how it differs, and the digest it would have."""

    manuscript: Manuscript
    made: AssembledPaper
    comparison: Comparison
    digest: str


def later_values(paper: Paper) -> NewerValues | None:
    """What `paper` would print otherwise if fixed now; None for the same, or if it is not sent."""
    if paper.status not in (Paper.SENT, Paper.APPROVED):
        return None
    manuscript = read(paper)
    made = assembled(manuscript)
    digest = content_digest(made.document)
    if digest == paper.frozen_digest:
        return None
    comparison = compare(from_json(paper.frozen[PUBLIC]), made.document)
    return NewerValues(manuscript, made, comparison, digest)


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
        **verdict_context(user, paper),
        "later": later_values(paper),
        "approve_by": day_of_step(paper, SUBMIT, today()),
        "returned": last_return(paper),
    }


def offices(user, paper) -> dict:
    """What the page of a paper offers this person; each page asks again by itself."""
    composes, approves = may(user, Permission.COMPOSE_PAPERS), may(user, Permission.APPROVE_PAPERS)
    sent = paper.status in (Paper.SENT, Paper.APPROVED)
    query = requirements.asked_of(paper, today()) if sent else ()
    why_not = requirements.why_not_approve(paper, user, query) if approves and sent else ""
    comments = list(paper.remarks.open().select_related("said_by"))
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
        "may_give_up": may(user, Permission.ISSUE_PAPERS) and paper.corrects is not None,
        "may_name_readers": may(user, Permission.ISSUE_PAPERS) and paper.blocks.exempt().exists(),
        "may_remove": may(user, Permission.REMOVE_EDITIONS),
        "may_keep_approvers": may(user, Permission.KEEP_APPROVERS),
        "may_remark": paper.status != Paper.ISSUED,
        "open_remarks": len(comments),
        "comments": comments,
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
