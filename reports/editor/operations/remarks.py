"""Remarks on a paper: said, answered, settled. They edit nothing, so an approver may say them."""

from django.db import transaction

from assurance.records import history
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from reports.editor.models import Remark
from reports.papers import lifecycle

GONE = "This place is no longer in the report. Comment on the report as a whole."
REPLY_TO_REPLY = "Answer the comment itself, not an answer to it."


@transaction.atomic
def create_remark(*, paper, slug="", words, by, on) -> Remark:
    """A remark on the block `slug` or the whole; refuses an issued paper, and no such block."""
    refuse_if(lifecycle.why_not_remark(paper.status, words), "words")
    refuse_if(GONE if slug and not paper.blocks.standing_at(slug) else "", "words")
    row = Remark.objects.create(paper=paper, slug=slug, words=words.strip(), said_by=by, said_on=on)
    history.record("papers.remark", about=row, by=by, on=on)
    return row


@transaction.atomic
def answer(*, remark, words, by, on) -> Remark:
    """An answer to `remark`, which stays open until somebody settles it."""
    refuse_if(lifecycle.why_not_remark(remark.paper.status, words), "words")
    refuse_if(REPLY_TO_REPLY if remark.answers_id else "", "words")
    row = Remark.objects.create(
        paper=remark.paper,
        slug=remark.slug,
        answers=remark,
        words=words.strip(),
        said_by=by,
        said_on=on,
    )
    history.record("papers.answer_remark", about=row, by=by, on=on)
    return row


@transaction.atomic
def settle(*, remark, by, on) -> Remark:
    """The remark settled; refuses one on an issued paper, whose remarks stay as they were."""
    remark = locked(Remark, remark.pk)
    refuse_if(lifecycle.why_not_settle(remark.paper.status, remark.settled_on, remark.answers_id))
    remark.settled_by, remark.settled_on = by, on
    remark.save()
    history.record("papers.settle_remark", about=remark, by=by, on=on)
    return remark


@transaction.atomic
def reopen(*, remark, by, on) -> Remark:
    """The remark open again; refuses one on an issued paper."""
    remark = locked(Remark, remark.pk)
    refuse_if(lifecycle.why_not_reopen(remark.paper.status, remark.settled_on))
    remark.settled_by = remark.settled_on = None
    remark.save()
    history.record("papers.reopen_remark", about=remark, by=by, on=on)
    return remark
