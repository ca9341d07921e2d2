"""What issuing joins to earlier apps."""

from reports.approvals.jobs import forget_draft_file
from reports.editor import paper_page
from reports.issue import hooks
from reports.issue.progress import standing_of
from reports.papers.models.papers import Paper


def register() -> None:
    """Joins how far the issue of a paper is to the paper's page, and the end of its draft's PDF to
    its publication."""
    paper_page.join(issue_state)
    hooks.on_publish(lambda edition: forget_draft_file(edition.paper_id))


def issue_state(_user, paper: Paper) -> dict:
    """How far the issue of `paper` is, and the hour set for it."""
    return {"so_far": standing_of(paper), "hour": getattr(paper, "set_hour", None)}
