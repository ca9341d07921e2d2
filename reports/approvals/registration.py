"""What approvals join to earlier apps."""

from assurance.runtime.periods import today
from reports.approvals import requirements
from reports.approvals.paper_state import offices, paper_state
from reports.checks.paper import blockers
from reports.editor import paper_page
from reports.papers.language.problems import Problem
from reports.papers.models.papers import Paper


def register() -> None:
    """Joins missing approvals to what stops a paper, and the state of a paper to its page."""
    blockers.join(unapprovable)
    paper_page.join(offices)
    paper_page.join(lambda _user, paper: paper_state(paper))


def unapprovable(paper: Paper) -> tuple[Problem, ...]:
    """A problem for each approval that the council's rule asks for and nobody can give."""
    sentences = requirements.unapprovable(paper, today())
    return tuple(Problem(sentence, "", blockers.APPROVER_MISSING) for sentence in sentences)
