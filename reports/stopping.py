"""What stops a paper besides what cannot be said: carried text that nobody has confirmed, promises
that it does not answer, and approvals that nobody can give."""

from assurance.periods import today
from reports import approvers, carried
from reports.assemble import Assembled
from reports.manuscript import Manuscript
from reports.models.commitments import Commitment
from reports.models.papers import Paper
from reports.papers.problems import Problem

COMMITMENT_UNANSWERED = "commitment-unanswered"
APPROVER_MISSING = "approver-missing"


def stops(manuscript: Manuscript, made: Assembled) -> tuple[Problem, ...]:
    """Every problem that stops the paper `made` of `manuscript`: promises first, then what is
    written, then what was carried. A paper that is not kept here was neither."""
    if manuscript.paper.pk is None:
        return made.problems
    return (
        *unanswered(manuscript.paper),
        *made.problems,
        *carried.faults(manuscript, made.measured),
        *unapprovable(manuscript.paper),
    )


def unapprovable(paper: Paper) -> tuple[Problem, ...]:
    """A problem for each approval that the council's rule asks for and nobody can give."""
    sentences = approvers.unapprovable(paper, today())
    return tuple(Problem(sentence, "", APPROVER_MISSING) for sentence in sentences)


def unanswered(paper: Paper) -> tuple[Problem, ...]:
    """A problem for each promise that `paper` must answer and does not."""
    rows = Commitment.objects.due_for(paper).open().select_related("paper")
    return tuple(Problem(_sentence(one), "", COMMITMENT_UNANSWERED) for one in rows)


def _sentence(one):
    return f"“{one.what}” was promised {one.due_words}: say what became of it."
