"""The draft of a report as PDF: made once for the words that it has, after a pause in the writing
or when somebody asks for it. Each job may be run twice, and begins by what is there.

A file is only ever given out under the digest of the words as they are at the press, so one of
older words is never read, whatever was broken off.
"""

import logging
from datetime import datetime, timedelta

from django.db.models import Max

from assurance.records.history import HistoryEntry, HistoryHead
from assurance.runtime.jobs import is_waiting, job
from assurance.runtime.periods import this_moment
from reports.approvals.models.draft_files import DraftFile
from reports.documents import formats, subprocess
from reports.documents.document import Document
from reports.documents.pdf.engine import PdfFault
from reports.editions.snapshot import PUBLIC, draft
from reports.papers.models.papers import Paper

logger = logging.getLogger("candour.drafts")
# Whoever writes presses Save again before this has passed.
PAUSE = timedelta(seconds=60)
# So many of a council's newest entries of history are looked through for papers that were changed.
LOOKED_THROUGH = 300
# What is not begun by then waits for a worker that is not there.
LATE = timedelta(seconds=20)


def file_of(paper: Paper, document: Document) -> DraftFile:
    """What there is of the PDF of `document`, the draft of `paper` now; asks for it to be made
    where it is not, and forgets that of older words."""
    digest = formats.pdf_digest(document)
    row = _begun(paper, digest)
    if not row.is_settled and not is_waiting(make_draft_file, paper.pk):
        make_draft_file.enqueue(paper.pk)
        row.refresh_from_db()
    return row


def is_late(row: DraftFile) -> bool:
    """Whether a file that is not there yet should be."""
    return not row.is_settled and this_moment() >= row.asked_at + LATE


@job
def make_draft_file(paper: int):
    """Makes the PDF of the draft of the paper with this key, unless that of its words is there."""
    row = Paper.objects.select_related("council", "series").get(pk=paper)
    if row.status == Paper.ISSUED:
        return forget_draft_file(paper)
    document = draft(row, PUBLIC)
    file = _begun(row, formats.pdf_digest(document))
    if file.is_settled:
        return None
    try:
        [made] = subprocess.made(document, row.slug, formats.PDF)
        values = {"content": made.content}
    except PdfFault as fault:
        values = {"trouble": str(fault)}
    # Where the words were changed meanwhile, or issued, it is nobody's file any more.
    DraftFile.objects.filter(paper=paper, digest=file.digest).update(**values)
    logger.info("report %s: draft as PDF made", paper)
    return None


@job
def make_draft_files():
    """Has the PDF made of each draft that was changed, and then left alone for a pause."""
    moment = this_moment()
    for paper in Paper.objects.exclude(status=Paper.ISSUED).without_content():
        changed = _changed_at(paper)
        if changed and changed <= moment - PAUSE and not is_waiting(make_draft_file, paper.pk):
            make_draft_file.enqueue(paper.pk)
    DraftFile.objects.filter(paper__status=Paper.ISSUED).delete()


def forget_draft_file(paper: int) -> None:
    """Forgets the PDF of the draft of a paper, whose edition has files of its own."""
    DraftFile.objects.filter(paper=paper).delete()


def _begun(paper, digest):
    """The row of a draft with these words, without a file where there was none."""
    moment = this_moment()
    DraftFile.objects.filter(paper=paper, digest=digest).update(looked_at=moment)
    row = DraftFile.objects.of(paper, digest)
    if row is None:
        values = {"digest": digest, "content": b"", "trouble": "", "asked_at": moment}
        values["looked_at"] = moment
        row, _is_new = DraftFile.objects.update_or_create(paper=paper, defaults=values)
    return row


def _changed_at(paper) -> datetime | None:
    """When a paper, or anything of it, was changed last, where its file has not been looked at
    since."""
    slug, name = paper.council.slug, paper.history_name
    head = HistoryHead.objects.filter(council=slug).first()
    newest = HistoryEntry.objects.filter(
        council=slug, seq__gt=(head.seq if head else 0) - LOOKED_THROUGH
    )
    own = newest.filter(about=name)
    for joint in ("#", " "):
        own |= newest.filter(about__startswith=f"{name}{joint}")
    at = own.aggregate(last=Max("at"))["last"]
    file = DraftFile.objects.filter(paper=paper).first()
    return None if at is None or (file and file.looked_at >= at) else at
