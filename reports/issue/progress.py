"""How far the publishing of a report is, read from what there is: the edition frozen, its files
made, public, in the published folder, and whatever else an app joins to a publication."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from assurance.runtime.jobs import is_waiting
from reports.documents import formats
from reports.editions.models.editions import Edition
from reports.issue import hooks
from reports.issue.hooks import DONE, PROBLEM, WAITING, WORKING, PublicationStep
from reports.issue.jobs import issue_asked
from reports.issue.models.jobs import IssueJob
from reports.issue.models.site import REFUSED, SiteFault, SitePage
from reports.issue.site.jobs import write_paper
from reports.issue.site.writer import prefix
from reports.papers.addresses import paper_address
from reports.papers.models.papers import Paper

FORMS = {
    formats.HTML: "Web page",
    formats.PDF: "PDF",
    formats.WORD: "Word file",
    formats.DATA: "Figures and tables as data",
}
PUBLIC, REMOVED = "The report is public.", "The report was removed from publication."
NOT_PUBLIC = "The report is not public."
EACH_NIGHT = "It is written by itself each night."
FOLDER_TROUBLE = (
    "The published folder could not be written. The service tries again by itself. If this is "
    "still here tomorrow, contact the person who runs the service."
)


@dataclass(frozen=True)
class IssueProgress:
    """What a page says of a publication. `sentence` is its state; `trouble` why its last try
    stopped, `again_at` when it is tried again by itself; `address` where the edition is read."""

    sentence: str
    is_under_way: bool = False
    trouble: str = ""
    again_at: datetime | None = None
    address: str = ""
    steps: tuple[PublicationStep, ...] = ()
    edition: Edition | None = None

    @property
    def mark(self) -> str:
        """What differs once anything of it has: a page that knows it is up to date."""
        states = "-".join(step.state for step in self.steps)
        return f"{states}{'-again' if self.again_at else ''}"


def standing_of(paper: Paper) -> IssueProgress | None:
    """How the publication of `paper` is, or None where nobody has asked for it in this round."""
    if paper.status == Paper.ISSUED:
        return _published(paper.editions.published().first())
    run = paper.issue_jobs.order_by("-pk").first()
    if run is None or paper.status == Paper.WRITING or run.state not in IssueJob.OPEN:
        return None
    edition = paper.editions.filter(published_at__isnull=True).first()
    if run.state == IssueJob.STOPPED:
        steps = _in_turn(_files(edition), PROBLEM)
        return IssueProgress(NOT_PUBLIC, trouble=run.trouble, steps=steps, edition=edition)
    values = {"trouble": run.trouble, "again_at": run.again_at} if run.again_at else {}
    steps = _in_turn(_files(edition), WORKING)
    return IssueProgress(_sentence(steps), True, steps=steps, edition=edition, **values)


def _published(edition):
    """How an edition that is public is, and what follows its publication."""
    if edition is None or edition.removal:
        return IssueProgress(REMOVED, edition=edition)
    steps = tuple(PublicationStep(title, DONE) for title, _ in _files(edition))
    steps += tuple(_begun(edition, (*_folder(edition), *hooks.steps(edition))))
    is_working = any(step.state == WORKING for step in steps)
    sentence = f"{PUBLIC} {_sentence(steps)}" if is_working else PUBLIC
    address = paper_address(edition.paper)
    return IssueProgress(sentence, is_working, address=address, steps=steps, edition=edition)


def _begun(edition, steps):
    """The steps; while the job that publishes has not come to its end it begins what is not."""
    run = IssueJob.objects.filter(edition=edition).first()
    is_busy = any(step.state != DONE for step in steps) and run and is_waiting(issue_asked, run.pk)
    for step in steps:
        is_to_begin = is_busy and step.state in (PROBLEM, WAITING)
        yield PublicationStep(step.title, WORKING) if is_to_begin else step


def _files(edition):
    """(title, whether it is done) of each step until the report is public."""
    names = list(edition.files.values_list("name", flat=True)) if edition else []
    yield "Approvals and checks", edition is not None
    for form in formats.FORMATS:
        yield FORMS[form], any(name.endswith(formats.ENDINGS[form]) for name in names)
    yield "Make public", bool(edition and edition.published_at)


def _in_turn(values, state):
    """The steps, with `state` at the first that is not done."""
    steps, current = [], state
    for title, is_done in values:
        steps.append(PublicationStep(title, DONE if is_done else current))
        current = current if is_done else WAITING
    return tuple(steps)


def _sentence(steps):
    place, step = next((n, step) for n, step in enumerate(steps, 1) if step.state == WORKING)
    return f"Step {place} of {len(steps)}: {step.title}."


def _folder(edition):
    """The writing of the published folder, where there is one."""
    if not settings.PUBLISHES:
        return
    title, paper = "Published folder", edition.paper
    faults = SiteFault.objects.filter(council=edition.council, what=REFUSED).active()
    written = SitePage.objects.filter(paper=paper, written_at__gte=edition.published_at)
    if faults.filter(name=prefix(paper)).exists():
        yield PublicationStep(title, PROBLEM, FOLDER_TROUBLE)
    elif written.exclude(pages={}).exists():
        yield PublicationStep(title, DONE)
    elif is_waiting(write_paper, paper.pk):
        yield PublicationStep(title, WORKING)
    else:
        yield PublicationStep(title, WAITING, EACH_NIGHT)
