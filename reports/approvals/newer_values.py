"""What the records say now of a paper whose values were fixed when it was sent: offered, never
imposed."""

from dataclasses import dataclass

from reports.documents.diff import Comparison, compare
from reports.documents.digest import content_digest
from reports.documents.document import from_json
from reports.editions.snapshot import PUBLIC, assembled
from reports.papers.assembly.pipeline import AssembledPaper
from reports.papers.manuscript import Manuscript, read
from reports.papers.models.papers import Paper


@dataclass(frozen=True)
class NewerValues:
    """A sent paper as its records have it now: how it differs from what was fixed, and the digest
    of what it would print."""

    manuscript: Manuscript
    made: AssembledPaper
    comparison: Comparison
    digest: str


def later_values(paper: Paper) -> NewerValues | None:
    """What `paper` would print otherwise if it were fixed now; None where it would print the same,
    and for a paper that waits for nobody's approval."""
    if paper.status not in (Paper.SENT, Paper.APPROVED):
        return None
    manuscript = read(paper)
    made = assembled(manuscript)
    digest = content_digest(made.document)
    if digest == paper.frozen_digest:
        return None
    comparison = compare(from_json(paper.frozen[PUBLIC]), made.document)
    return NewerValues(manuscript, made, comparison, digest)
