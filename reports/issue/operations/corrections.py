"""A correction that is given up: its draft goes, and the published edition is left as it is."""

from datetime import date

from django.db import transaction

from assurance.records import history
from assurance.records.personal import Personal
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from reports.approvals import corrections, rounds
from reports.approvals.models.approvals import Approval
from reports.issue.models.jobs import IssueJob, IssueSchedule
from reports.papers import blocks, lifecycle
from reports.papers.models.papers import Paper

PERSONAL = {"corrects": Personal.NONE, "reason": Personal.MAY}
GIVEN_UP = "The correction was given up, so nothing was published."


@transaction.atomic
def give_up_correction(*, paper: Paper, reason: str, by, on: date) -> Paper:
    """The paper as it was when its correction began: its words, dates, sources and enclosures.
    Approvals of the correction are void, its issue and the hour set for it are dropped. Raises
    `Refused` where nothing is being corrected, and without a reason."""
    paper = locked(Paper, paper.pk)
    has_before = hasattr(paper, "before_correction")
    refuse_if(lifecycle.why_not_give_up(paper.corrects, has_before, reason), "reason")
    number = paper.corrects
    IssueSchedule.objects.filter(paper=paper).delete()
    ended = {"state": IssueJob.DROPPED, "trouble": GIVEN_UP, "again_at": None}
    IssueJob.objects.open().filter(paper=paper).update(**ended)
    rounds.discard_unpublished_edition(paper)
    rounds.void(paper.standing_approvals, Approval.REOPENED, on)
    issued_in = corrections.put_back(paper, reason, by, on)
    # The versions are of the round that is given up, whose number is not used again.
    blocks.note_editor(paper, by, on)
    paper.round = issued_in
    paper.status, paper.corrects = Paper.ISSUED, None
    paper.correction_note, paper.numbers_removed, paper.correction_details = "", [], {}
    blocks.save_next(paper)
    values = history.changes({"corrects": number}, {"reason": reason}, PERSONAL)
    history.record("papers.give_up_correction", about=paper, by=by, on=on, changes=values)
    return paper
