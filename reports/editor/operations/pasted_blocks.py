"""Several blocks put into a paper at once: all of them or none."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from assurance.records import history
from assurance.records.personal import Personal
from reports.editor.pasted_text import Piece
from reports.papers.language.slugs import name_for
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper
from reports.papers.operations import papers


@transaction.atomic
def add_pieces(
    *,
    paper: Paper,
    after: Block | None,
    part: str,
    parent: Block | None,
    pieces: Sequence[Piece],
    by,
    on: date,
) -> list[Block]:
    """The new blocks of `pieces`, the first behind `after`; what follows a heading stands in its
    section. Refuses as `writing.add_block` does."""
    clash, added, current = set(paper.blocks.names()), [], [(0, parent, after)]
    tried = {}
    for piece in pieces:
        if piece.kind == "section":
            current = [item for item in current if item[0] < piece.level] or current[:1]
        level, within, behind = current.pop()
        block = {
            "slug": name_for(piece.first_words, piece.kind, clash, tried),
            "kind": "table" if piece.kind == "cells" else piece.kind,
            "part": part,
            "parent": within,
            "heading": piece.heading,
            "text": piece.text,
            "data": dict(piece.data),
        }
        row = papers.add_block(paper=paper, after=behind, block=block, by=by, on=on)
        clash.add(row.slug)
        added.append(row)
        current.append((level, within, row))
        if piece.kind == "section":
            current.append((piece.level, row, None))
    slugs = [item.slug for item in added]
    changes = history.changes({}, {"blocks": slugs}, {"blocks": Personal.NONE})
    history.record("papers.add_several", about=paper, by=by, on=on, changes=changes)
    return added
