"""What an approver has before them: what checks found, what has changed, what is newer now."""

from collections.abc import Mapping
from dataclasses import dataclass

from assurance.accounts.models.accounts import User
from assurance.runtime.periods import say_day
from reports.documents.diff import Comparison, compare
from reports.documents.digest import content_digest
from reports.documents.document import from_json
from reports.editions.snapshot import PUBLIC, assembled
from reports.papers.assembly.pipeline import AssembledPaper
from reports.papers.manuscript import Manuscript, read
from reports.papers.models.papers import Paper


@dataclass(frozen=True)
class ChangesSinceReview:
    """How a sent paper differs from what an approver saw (`words` say when), and their
    `remarks`."""

    words: str
    comparison: Comparison
    remarks: str = ""
    approved: bool = False

    @property
    def is_same(self) -> bool:
        """Whether every word and figure is the same."""
        return not (self.comparison.lines or self.comparison.figures)


def since_seen(paper: Paper, user: User) -> ChangesSinceReview | None:
    """What has changed since `user` approved or returned it, or the edition it corrects; or
    None."""
    approvals = {approval.digest: approval for approval in paper.approvals.filter(approver=user)}
    for row in paper.sent_rounds.all():
        record = approvals.get(row.digest) if row.digest else None
        if row.digest == paper.frozen_digest:
            if record and record.void_on is None:
                return None
        elif record:
            text = f"you approved it on {say_day(record.approved_on)}"
            return ChangesSinceReview(text, _compared(row.document, paper), approved=True)
        if row.returned_by_id == user.pk:
            text = f"you returned what was sent on {say_day(row.sent_on)}"
            return ChangesSinceReview(text, _compared(row.document, paper), row.returned_because)
    edition = paper.corrected_edition if paper.corrects else None
    if edition is None:
        return None
    text = f"edition {edition.number} was issued on {say_day(edition.issued_on)}"
    return ChangesSinceReview(text, _compared(edition.document, paper))


def found_when_sent(content: Mapping) -> dict[str, list]:
    """What the checks found of the frozen `content`: what was let stand with its reason; advice."""
    rows = content.get("checks", ())
    return {
        "let_stand": [row for row in rows if row["severity"] != "advice"],
        "advice": [row for row in rows if row["severity"] == "advice"],
    }


def _compared(before, paper):
    return compare(from_json(before), from_json(paper.frozen[PUBLIC]))


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
