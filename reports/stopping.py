"""What stops a paper besides what cannot be said: carried text that nobody has confirmed, and
promises that it does not answer."""

from reports import carried
from reports.assemble import Assembled
from reports.manuscript import Manuscript
from reports.models.commitments import Commitment
from reports.models.papers import Paper
from reports.papers.problems import Problem

COMMITMENT_UNANSWERED = "commitment-unanswered"


def stops(manuscript: Manuscript, made: Assembled) -> tuple[Problem, ...]:
    """Every problem that stops the paper `made` of `manuscript`: promises first, then what is
    written, then what was carried. A paper that is not kept here was neither."""
    if manuscript.paper.pk is None:
        return made.problems
    return (
        *unanswered(manuscript.paper),
        *made.problems,
        *carried.faults(manuscript, made.measured),
    )


def unanswered(paper: Paper) -> tuple[Problem, ...]:
    """A problem for each promise that `paper` must answer and does not."""
    rows = Commitment.objects.due_for(paper).open().select_related("paper")
    return tuple(Problem(_sentence(one), "", COMMITMENT_UNANSWERED) for one in rows)


def _sentence(one):
    return f"“{one.what}” was promised {one.due_words}: say what became of it."
