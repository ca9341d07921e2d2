"""How far the issue of a paper is, read from what stands: the edition frozen, its files made,
published."""

from dataclasses import dataclass
from datetime import datetime

from reports.documents import formats
from reports.documents.subprocess import NAMES
from reports.issue.models.jobs import IssueJob
from reports.papers.addresses import paper_address
from reports.papers.models.papers import Paper


@dataclass(frozen=True)
class IssueProgress:
    """What a page says of an issue. `sentence` is how it stands; `trouble` why its last try
    stopped, `again_at` when it is tried again by itself; `address` where the edition is read."""

    sentence: str
    is_under_way: bool = False
    trouble: str = ""
    again_at: datetime | None = None
    address: str = ""


def standing_of(paper: Paper) -> IssueProgress | None:
    """How the issue of `paper` asked for last is, or None where it is of an earlier state of it."""
    run = paper.issue_jobs.order_by("-pk").first()
    if run is None or paper.status == Paper.WRITING:
        return None
    if run.state == IssueJob.PUBLISHED:
        is_last = paper.status == Paper.ISSUED and paper.corrects is None
        sentence = "The paper has been issued. Anyone can read it."
        return IssueProgress(sentence, address=paper_address(paper)) if is_last else None
    if paper.status == Paper.ISSUED or run.state == IssueJob.DROPPED:
        return None
    if run.state == IssueJob.STOPPED:
        return IssueProgress("The paper has not been issued.", trouble=run.trouble)
    values = {"trouble": run.trouble, "again_at": run.again_at} if run.again_at else {}
    return IssueProgress(_under_way(paper), is_under_way=True, **values)


def _under_way(paper):
    edition = paper.editions.filter(published_at__isnull=True).first()
    names = list(edition.files.values_list("name", flat=True)) if edition else []
    made = [
        form
        for form in formats.FORMATS
        if any(name.endswith(formats.ENDINGS[form]) for name in names)
    ]
    left = [NAMES[form] for form in formats.FORMATS if form not in made]
    if not left:
        return "Every file is made. The paper is being published."
    done = ", ".join(NAMES[form] for form in made)
    return f"Made: {done}. Next: {left[0]}." if made else "It waits for its turn."
