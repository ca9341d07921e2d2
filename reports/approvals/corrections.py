"""What a paper was when its correction began: kept then, put back where the correction is given up.

Each only writes; the operation around it holds the transaction, refuses and records history.
"""

import json

from django.core import serializers

from assurance.records import writes
from reports.approvals.models.corrections import PaperBeforeCorrection
from reports.papers.models.answers import ProposedAnswer
from reports.papers.models.blocks import Block, NamedDate
from reports.papers.models.commitments import Commitment
from reports.papers.models.enclosures import Enclosure
from reports.papers.models.papers import Paper
from reports.papers.models.sources import Source

# What is only of the draft and goes with it, and what is never deleted.
OF_DRAFT = (NamedDate, Source, ProposedAnswer)
FOR_EVER = (Block, Enclosure)
FIELDS = (
    *("template", "meeting", "title", "period_start", "period_end", "paper_date", "parts"),
    *("frozen", "frozen_digest", "sent_on", "sent_by", "returned_because"),
)


def keep_before(paper: Paper) -> None:
    """Keeps the published `paper` as it is, before anything of it is written again."""
    rows = [paper, *(row for model in (*FOR_EVER, *OF_DRAFT) for row in _rows(model, paper))]
    content = json.loads(serializers.serialize("json", rows))
    PaperBeforeCorrection.objects.create(paper=paper, content=content)


def forget_before(paper_key: int) -> None:
    """Forgets what the paper of this key was, once its correction has come to its end."""
    PaperBeforeCorrection.objects.filter(paper=paper_key).delete()


def put_back(paper: Paper, because: str, by, on) -> int:
    """Gives `paper`, unsaved, and its rows the values that were kept. Blocks, enclosures and
    commitments that were added since are removed or withdrawn `because` it is given up; versions go
    on. The round in which the paper was issued."""
    before, *rows = serializers.deserialize("json", json.dumps(paper.before_correction.content))
    for name in FIELDS:
        setattr(paper, name, getattr(before.object, name))
    for model in OF_DRAFT:
        _rows(model, paper).delete()
    known = {(type(row.object), row.object.pk) for row in rows}
    for block in _rows(Block, paper).filter(removed_on=None):
        if (Block, block.pk) not in known:
            block.removed_on, block.version = on, block.version + 1
            block.save()
    added = [row for row in _rows(Enclosure, paper).active() if (Enclosure, row.pk) not in known]
    for row in (*added, *_rows(Commitment, paper).active().filter(of_correction=True)):
        writes.mark_withdrawn(row, because=because, by=by, on=on)
    for row in rows:
        _save(row)
    forget_before(paper.pk)
    return before.object.round


def _save(row):
    """Saves a row as it was kept; one that is versioned and differs now as its next version."""
    model = type(row.object)
    current = model._default_manager.filter(pk=row.object.pk).first()
    if isinstance(current, FOR_EVER):
        row.object.version = current.version
        if _values(current) == _values(row.object):
            return
        row.object.version += 1
    row.save()


def _values(row):
    return [getattr(row, field.attname) for field in row._meta.concrete_fields]


def _rows(model, paper):
    return model._default_manager.filter(paper=paper).order_by("pk")
