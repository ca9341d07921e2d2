"""What approvals join to earlier apps."""

from assurance.runtime.periods import today
from reports.approvals import requirements
from reports.approvals.paper_state import offices, paper_state
from reports.checks.paper import blockers
from reports.checks.rule import Rule, Severity
from reports.editor import paper_page

APPROVABLE = Rule(
    "approver-missing",
    "structure",
    Severity.ERROR,
    "Every approval that the council’s rule asks for has an account that can give it.",
    source="decisions on approval and issue",
)


def register() -> None:
    """Joins missing approvals to what stops a paper, and the state of a paper to its page."""
    blockers.join(APPROVABLE, lambda paper: requirements.unapprovable(paper, today()))
    paper_page.join(offices)
    paper_page.join(lambda _user, paper: paper_state(paper))
