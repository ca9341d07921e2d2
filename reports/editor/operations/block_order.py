"""The blocks of a paper moved, taken out, added several at once, their numbers settled at once."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.db import transaction

from assurance.records import history
from assurance.records.personal import Personal
from assurance.records.record import EditConflict, lock
from assurance.records.refusals import Refused, refuse_if
from reports.editor import autosave
from reports.editor.operations.sources import add_source
from reports.editor.pasted_text import Piece
from reports.language.labels import name_for
from reports.papers import blocks, lifecycle
from reports.papers.manuscript import read
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper
from reports.papers.operations import papers
from reports.papers.rules import block_order
from reports.papers.rules.block_order import Spot
from reports.papers.sentences import keys_of

# What becomes of what stands in a block that is removed.
REMOVE, MOVE_OUT = "remove", "keep"


@transaction.atomic
def move_block(*, block: Block, up: bool, by, on: date) -> Block:
    """The block and what stands in it one place up or down; refuses at the end."""
    paper = blocks.lock_draft(block.paper)
    block = blocks.standing_row(paper, block)
    rows = blocks.active_blocks(paper)
    spot = block_order.spot_beside(rows, block.slug, up)
    if spot is None:
        raise Refused(f"This block is already the {'first' if up else 'last'} of its section.")
    blocks.reorder_blocks(paper, block_order.with_block(rows, block.slug, spot))
    blocks.note_editor(paper, by, on)
    history.record("papers.move_block", about=block, by=by, on=on)
    return block


@transaction.atomic
def place_block(*, block: Block, spot: Spot, by, on: date) -> Block:
    """The block and what stands in it at `spot`; refuses itself, a wrong part, and too deep."""
    paper = blocks.lock_draft(block.paper)
    block = blocks.standing_row(paper, block)
    rows = blocks.active_blocks(paper)
    current = block_order.inside(rows, block.slug)
    known = {row.slug for row in rows}
    refuse_if(blocks.REMOVED if {spot.parent, spot.after} - {"", *known} else "")
    refuse_if(block_order.why_not_spot(rows, block.slug, spot))
    moving = list(paper.blocks.filter(slug__in=current, removed_on__isnull=True))
    _refuse_part(paper, moving, block, spot)
    before = {"part": block.part, "parent": block.parent.slug if block.parent else ""}
    parent = paper.blocks.standing_at(spot.parent) if spot.parent else None
    for row in moving:
        row.part = spot.part
        row.parent = parent if row.pk == block.pk else row.parent
    Block.objects.bulk_update(moving, ["part", "parent"])
    blocks.reorder_blocks(paper, block_order.with_block(rows, block.slug, spot))
    blocks.note_editor(paper, by, on)
    after = {"part": spot.part, "parent": spot.parent}
    changes = history.changes(before, after, dict.fromkeys(after, Personal.NONE))
    history.record("papers.place_block", about=block, by=by, on=on, changes=changes)
    return paper.blocks.get(pk=block.pk)


@transaction.atomic
def remove_block(*, block: Block, version: int, inside: str = "", by, on: date) -> Block:
    """The block out of the paper; its row stays.

    `inside` says what becomes of what stands in it: `remove` takes it out too, `keep` leaves it
    where the block was. Refuses a block that holds others where it says neither.
    """
    paper = blocks.lock_draft(block.paper)
    block = lock(block, version)
    refuse_if(blocks.REMOVED if block.removed_on else "")
    rows = blocks.active_blocks(paper)
    current = block_order.inside(rows, block.slug)
    refuse_if("Choose what happens to its content." if current[1:] and not inside else "", "inside")
    if inside == MOVE_OUT:
        _lift(paper, block)
    going = [block.slug] if inside == MOVE_OUT else current
    for row in paper.blocks.filter(slug__in=going, removed_on__isnull=True):
        row.removed_on = on
        blocks.save_next(row)
    autosave.forget_blocks(paper, going)
    blocks.note_editor(paper, by, on)
    changes = history.changes({"with": []}, {"with": list(going[1:])}, {"with": Personal.NONE})
    history.record("papers.remove_block", about=block, by=by, on=on, changes=changes)
    block.refresh_from_db()
    return block


def _refuse_part(paper: Paper, moving: Sequence[Block], block: Block, spot: Spot) -> None:
    """Refuses a part that has no place for one of the blocks `moving`."""
    part = read(paper).template.part(spot.part)
    parent = paper.blocks.standing_at(spot.parent) if spot.parent else None
    within = parent and (parent.kind, parent.part)
    for row in moving:
        refuse_if(lifecycle.why_not_place(row.kind, part, within if row.pk == block.pk else None))


def _lift(paper: Paper, block: Block) -> None:
    """Puts what stands in `block` where it stands; refuses where the part has no place for it."""
    part = read(paper).template.part(block.part)
    within = block.parent and (block.parent.kind, block.parent.part)
    rows = blocks.active_blocks(paper)
    inner = list(block.children.filter(removed_on__isnull=True))
    for row in inner:
        refuse_if(lifecycle.why_not_place(row.kind, part, within))
        row.parent = block.parent
    Block.objects.bulk_update(inner, ["parent"])
    blocks.reorder_blocks(paper, [row.slug for row in rows])


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
    """The new blocks of `pieces` behind `after`; what follows a heading stands in its section."""
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


CHANGED = "Another person has changed a block: check its numbers again."


@transaction.atomic
def settle(
    *,
    paper: Paper,
    changes: Callable[[str], Mapping[str, tuple[int, Mapping]]],
    source: Mapping | None = None,
    by,
    on: date,
) -> list[str]:
    """The changes (slug → version seen, new values) that `changes` gives for the slug of the new
    `source`, made; refuses all where one is out of date."""
    new = add_source(paper=paper, by=by, on=on, **source).slug if source else ""
    changes = changes(new)
    paper = blocks.lock_draft(paper)
    refuse_if("" if changes else "Choose for at least one number what it becomes.")
    rows = {block.slug: block for block in paper.blocks.filter(removed_on__isnull=True)}
    for slug, (version, text) in changes.items():
        refuse_if("" if slug in rows else CHANGED)
        try:
            row = lock(rows[slug], version)
        except EditConflict:
            refuse_if(CHANGED)
        old = keys_of(row)
        for name, value in text.items():
            setattr(row, name, value)
        blocks.save_next(row)
        blocks.keep_looks(row, old)
    blocks.note_editor(paper, by)
    history_changes = history.changes(
        {"blocks": []}, {"blocks": [*changes]}, {"blocks": Personal.NONE}
    )
    history.record("papers.settle", about=paper, by=by, on=on, changes=history_changes)
    return list(changes)
