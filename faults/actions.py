"""What people and workers do while something goes wrong: each is whole, or was not done."""

from collections.abc import Callable
from dataclasses import dataclass

from assurance.dbs import jobs as letters
from assurance.dbs.importing.rechecks import RECHECKS
from assurance.dbs.models.reminders import Reminder
from assurance.imports.models import IMPORTED
from assurance.imports.operations import import_files
from assurance.runtime.periods import today
from bench.database import Prepared, prepared
from bench.sizes import TINY
from faults import preparation
from reports.approvals.operations import approvals
from reports.editions.models.removals import DUTY
from reports.issue.operations import removals
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper
from reports.papers.operations import papers
from reports.service.worker import Runner

TEXT = "The panel met again, and read what the board had sent."
EXPLANATION = "A figure has to be looked at again."


@dataclass(frozen=True)
class Action:
    """What somebody does: `act` does it, `is_done` says whether it was done."""

    name: str
    act: Callable[[Prepared], None]
    is_done: Callable[[Prepared], bool]

    def do(self):
        """Does it, unless it is done already."""
        made = prepared(TINY)
        if not self.is_done(made):
            self.act(made)


def import_file(made: Prepared):
    """Imports the file that was checked."""
    fields = {"kinds": (RECHECKS,), "by": made.accounts["officer"], "on": today()}
    import_files(run=preparation.run_of(made), **fields)


def save(made: Prepared):
    """Saves a paragraph."""
    block, by = paragraph(made), made.accounts["clerk"]
    words = {"text": TEXT}
    papers.change_block(block=block, version=block.version, words=words, by=by, on=today())


def send(made: Prepared):
    """Sends a report for approval."""
    paper, by = made.paper(preparation.READY), made.accounts["clerk"]
    approvals.send_for_approval(paper=paper, by=by, on=preparation.ON)


def approve(made: Prepared):
    """Approves a report that was sent."""
    paper, by = made.paper(preparation.SENT), made.accounts["approver"]
    approvals.approve(paper=paper, seen=paper.frozen_digest, by=by, on=preparation.ON)


def work(_made: Prepared):
    """Does the jobs that wait, as a worker does."""
    Runner(batch=True, interval=0).run()


def correct(made: Prepared):
    """Begins the correction of an issued report."""
    paper, by = made.paper(preparation.ISSUED), made.accounts["clerk"]
    approvals.begin_correction(paper=paper, by=by, on=today())


def remove(made: Prepared):
    """Takes an issued report from everybody's sight."""
    by = made.accounts["clerk"]
    paper = made.paper(preparation.ISSUED)
    fields = {"reason": DUTY, "explanation": EXPLANATION, "by": by, "on": today()}
    removals.remove(paper=paper, numbers=[1], **fields)


def post(made: Prepared):
    """Sends the e-mails that wait."""
    rows = Reminder.objects.filter(delivery="waiting").order_by("pk")
    letters.deliver_all(rows, by=made.accounts["officer"], on=today())


def paragraph(made: Prepared) -> Block:
    """The first paragraph of the report that is being written."""
    rows = made.paper(preparation.WRITTEN).blocks.filter(kind="paragraph", removed_on=None)
    return rows.order_by("pk").first()


def _is(slug: str, status: str) -> Callable[[Prepared], bool]:
    return lambda made: made.paper(slug).status == status


IMPORT = Action(
    "import of a file",
    import_file,
    lambda made: preparation.run_of(made).state == IMPORTED,
)
SAVE = Action("save of a paragraph", save, lambda made: paragraph(made).text == TEXT)
SEND = Action("sending for approval", send, _is(preparation.READY, Paper.SENT))
APPROVE = Action(
    "approval",
    approve,
    lambda made: made.paper(preparation.SENT).approvals.exists(),
)
ISSUE = Action("issue by a worker", work, _is(preparation.APPROVED, Paper.ISSUED))
CORRECT = Action(
    "beginning of a correction",
    correct,
    lambda made: bool(made.paper(preparation.ISSUED).corrects),
)
REMOVE = Action(
    "removal",
    remove,
    lambda made: bool(made.paper(preparation.ISSUED).withdrawn_on),
)
MAIL = Action(
    "mail",
    post,
    lambda made: not Reminder.objects.filter(delivery="waiting").exists(),
)
OF_ONE_TRANSACTION = (IMPORT, SAVE, SEND, APPROVE, CORRECT, REMOVE)
