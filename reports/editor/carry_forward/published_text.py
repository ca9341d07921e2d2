"""The text of a report that the next one is started from: as published, also while a correction of
it is being written."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.core import serializers

from reports.papers.manuscript import sources_of
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper
from reports.papers.models.sources import Source


@dataclass(frozen=True)
class PublishedText:
    """A report with its blocks, by their order, and the sources of its typed numbers."""

    paper: Paper
    blocks: Sequence[Block]
    sources: Sequence


def as_published(paper: Paper) -> PublishedText:
    """The text of `paper`: that of its draft only where no correction of an edition is begun."""
    saved = getattr(paper, "before_correction", None)
    if saved is None:
        rows = Block.objects.filter(paper=paper, removed_on__isnull=True).select_related("parent")
        return PublishedText(paper, list(rows), list(sources_of(paper).values()))
    rows = [row.object for row in serializers.deserialize("json", json.dumps(saved.content))]
    blocks = [row for row in rows if isinstance(row, Block) and row.removed_on is None]
    sources = [row.value for row in rows if isinstance(row, Source)]
    blocks.sort(key=lambda row: (row.order, row.pk))
    first = next(row for row in rows if isinstance(row, Paper))
    return PublishedText(first, blocks, sources)
