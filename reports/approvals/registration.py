"""What approvals join to earlier apps."""

from django.urls import reverse_lazy

from assurance.accounts.access import Permission
from assurance.runtime.periods import today
from reports.approvals import requirements
from reports.approvals.clearances.contents import PaperPrint
from reports.approvals.clearances.states import entry_states, missing_of
from reports.approvals.missing_approvals import waiting_words
from reports.approvals.paper_state import offices, paper_state
from reports.checks.rule import Rule, Severity
from reports.editor import paper_page
from reports.papers import lifecycle
from reports.papers.models.papers import Paper
from reports.verdicts.paper import blockers, remedies
from reports.verdicts.paper.remedies import Remedy, on_page

APPROVABLE = Rule(
    "approver-missing",
    "structure",
    Severity.ERROR,
    "Every approval that the council’s rule asks for has an account that can give it.",
    source="decisions on approval and publication",
)

WAITED_FOR = Rule(
    "approval-waited-for",
    "structure",
    Severity.WAITING,
    "Every approval that the council’s rule asks for has been given.",
    source="decisions on approval and publication",
)
NOT_CLEARED = Rule(
    "clearance-missing",
    "structure",
    Severity.ADVICE,
    "Every implication that the council’s rule names has been cleared as it reads now.",
    source="decisions on approval and publication",
)
CORRECTION = Rule(
    "correction-without-words",
    "structure",
    Severity.ERROR,
    "A correction states what it changes.",
    source="decisions on approval and publication",
)
APPROVER_LIST = Remedy(
    "a clerk or an administrator",
    "Change who approves reports",
    reverse_lazy("approvals:approver-list"),
    Permission.KEEP_APPROVERS,
)


def register() -> None:
    """Joins missing approvals to what stops a paper, and the state of a paper to its page."""
    blockers.join(APPROVABLE, _unapprovable, sent=True)
    blockers.join(WAITED_FOR, _waited_for, written=False, sent=True)
    blockers.join(NOT_CLEARED, _not_cleared)
    blockers.join(CORRECTION, _without_note)
    remedies.join(APPROVABLE.key, lambda _paper: APPROVER_LIST)
    remedies.join(WAITED_FOR.key, lambda _paper: Remedy(who=""))
    remedies.join(NOT_CLEARED.key, lambda _paper: Remedy(who=""))
    remedies.join(CORRECTION.key, on_page("Describe the changes", "issue:correction"))
    paper_page.join(offices)
    paper_page.join(lambda _user, paper: paper_state(paper))


def _unapprovable(paper):
    return requirements.unapprovable(paper, today())


def _waited_for(paper):
    if paper.status == Paper.ISSUED:
        return []
    print_of = PaperPrint(paper)
    waiting = requirements.missing(requirements.asked_of(paper, today(), print_of))
    approvals = [item for item in waiting if not (item.is_stuck or item.of_entry)]
    return [
        *(f"Not approved yet: {words}." for words in waiting_words(approvals)),
        *_not_cleared(paper, print_of),
    ]


def _not_cleared(paper, print_of=None):
    if paper.status == Paper.ISSUED:
        return []
    states = entry_states(paper, today(), print_of)
    return [f"{item.missing_words}." for item in missing_of(states)]


def _without_note(paper):
    sentence = lifecycle.why_not_send_correction(paper.corrects, paper.correction_note)
    return [sentence] if sentence else []
