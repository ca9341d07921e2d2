"""Steps of a round of approval, for the tests of who approves and of what stands again."""

from datetime import date

from reports.approvals import requirements
from reports.approvals.operations import approvals
from reports.papers.operations import papers
from tests.make.drafts import ON, written

LATER = date(2016, 1, 20)


def sent(clerk, *more):
    """A paper sent for approval."""
    return approvals.send_for_approval(paper=written(clerk, *more), by=clerk, on=ON)


def approve(paper, by, on=ON):
    """The paper once `by` has approved what it holds now."""
    paper.refresh_from_db()
    approvals.approve(paper=paper, seen=paper.frozen_digest, by=by, on=on)
    paper.refresh_from_db()
    return paper


def again(paper, clerk, slug=None, text="Other words."):
    """The paper taken back, a block of it changed where one is named, and sent again."""
    paper = approvals.take_back(paper=paper, by=clerk, on=LATER)
    if slug:
        row = paper.blocks.get(slug=slug)
        said = {"version": row.version, "words": {"text": text}, "by": clerk, "on": LATER}
        papers.change_block(block=row, **said)
    return approvals.send_for_approval(paper=paper, by=clerk, on=LATER)


def waits(paper, on=ON):
    """The kinds of approval that `paper` waits for."""
    return [one.wanted.kind for one in requirements.missing(requirements.asked_of(paper, on))]


def standing(paper):
    """Kind → approver of the approvals that stand."""
    return {one.kind: one.approver for one in paper.standing_approvals}
