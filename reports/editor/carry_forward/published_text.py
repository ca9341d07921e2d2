"""The text of a report that the next one is started from: as published, also while a correction of
it is being written."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.core import serializers

from assurance.runtime.periods import When
from reports.papers.manuscript import sources_of
from reports.papers.models.blocks import Block, NamedDate
from reports.papers.models.papers import Paper
from reports.papers.models.sources import Source


@dataclass(frozen=True)
class PublishedText:
    """A report with its blocks, by their order, and the sources of its typed numbers."""

    paper: Paper
    blocks: Sequence[Block]
    sources: Sequence


def dated_as_published(paper: Paper) -> tuple[Paper, dict[str, When]]:
    """A report with its published title, period and dates, and the dates that it names by label:
    those of its draft only where no correction of an edition is begun."""
    rows = _rows_before(paper)
    if rows is None:
        return paper, paper.names
    dates = [row for row in rows if isinstance(row, NamedDate)]
    names = {row.name: When(row.start, row.end, row.label) for row in dates}
    return next(row for row in rows if isinstance(row, Paper)), names


def as_published(paper: Paper) -> PublishedText:
    """The text of `paper`: that of its draft only where no correction of an edition is begun."""
    rows = _rows_before(paper)
    if rows is None:
        blocks = Block.objects.filter(paper=paper, removed_on__isnull=True).select_related("parent")
        return PublishedText(paper, list(blocks), list(sources_of(paper).values()))
    blocks = [row for row in rows if isinstance(row, Block) and row.removed_on is None]
    sources = [row.value for row in rows if isinstance(row, Source)]
    blocks.sort(key=lambda row: (row.order, row.pk))
    first = next(row for row in rows if isinstance(row, Paper))
    return PublishedText(first, blocks, sources)


def _rows_before(paper):
    """The rows of a report as they were when its correction began; None where none is begun."""
    saved = getattr(paper, "before_correction", None)
    if saved is None:
        return None
    return [row.object for row in serializers.deserialize("json", json.dumps(saved.content))]
