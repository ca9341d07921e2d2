"""What issuing joins to earlier apps."""

from reports.editor import paper_page
from reports.issue.progress import standing_of
from reports.papers.models.papers import Paper


def register() -> None:
    """Joins how far the issue of a paper is to the paper's page."""
    paper_page.join(issue_state)


def issue_state(_user, paper: Paper) -> dict:
    """How far the issue of `paper` is, and the hour set for it."""
    return {"so_far": standing_of(paper), "hour": getattr(paper, "set_hour", None)}
