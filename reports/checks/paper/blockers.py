"""What stops a paper besides what cannot be said: carried text that nobody has confirmed, promises
that it does not answer, and what later apps join (`join`), such as approvals that nobody can give.
"""

from collections.abc import Callable

from reports.papers import quotes
from reports.papers.assembly.pipeline import AssembledPaper
from reports.papers.language.problems import Problem
from reports.papers.manuscript import Manuscript
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper

COMMITMENT_UNANSWERED = "commitment-unanswered"
APPROVER_MISSING = "approver-missing"
_sources: list[Callable[[Paper], tuple[Problem, ...]]] = []


def stops(manuscript: Manuscript, made: AssembledPaper) -> tuple[Problem, ...]:
    """Every problem that stops the paper `made` of `manuscript`: promises first, then what is
    written, then what was carried. A paper that is not kept here was neither."""
    if manuscript.paper.pk is None:
        return made.problems
    return (
        *unanswered(manuscript.paper),
        *made.problems,
        *quotes.faults(manuscript, made.measured),
        *(problem for source in _sources for problem in source(manuscript.paper)),
    )


def join(source: Callable[[Paper], tuple[Problem, ...]]) -> None:
    """Joins `source` to what stops a paper; an app does so in its `AppConfig.ready`."""
    _sources.append(source)


def unanswered(paper: Paper) -> tuple[Problem, ...]:
    """A problem for each promise that `paper` must answer and does not."""
    rows = Commitment.objects.due_for(paper).open().select_related("paper")
    return tuple(Problem(_sentence(row), "", COMMITMENT_UNANSWERED) for row in rows)


def _sentence(item):
    return f"“{item.what}” was promised {item.due_words}: say what became of it."
