"""What approvals join to earlier apps."""

from assurance.periods import today
from reports import approvers, paper_page, stopping
from reports.models.papers import Paper
from reports.paper_state import offices, standing
from reports.papers.problems import Problem


def register() -> None:
    """Joins missing approvals to what stops a paper, and the state of a paper to its page."""
    stopping.join(unapprovable)
    paper_page.join(offices)
    paper_page.join(lambda _user, paper: standing(paper))


def unapprovable(paper: Paper) -> tuple[Problem, ...]:
    """A problem for each approval that the council's rule asks for and nobody can give."""
    sentences = approvers.unapprovable(paper, today())
    return tuple(Problem(sentence, "", stopping.APPROVER_MISSING) for sentence in sentences)
