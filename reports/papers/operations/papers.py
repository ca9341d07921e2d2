"""Writing a paper: started, its details and dates set, its blocks added and changed."""

from django.db import transaction

from assurance.records import history
from assurance.records.record import lock
from assurance.records.refusals import refuse_if
from assurance.runtime.typography import typographic
from reports.language import file_format
from reports.language.block_data import saved_words
from reports.papers import blocks as laying
from reports.papers import lifecycle, typed_numbers
from reports.papers.manuscript import read
from reports.papers.models import correction_details
from reports.papers.models.blocks import Block, NamedDate
from reports.papers.models.papers import Paper
from reports.papers.rules.block_order import Spot
from reports.papers.sentences import keys_of


@transaction.atomic
def start_paper(*, series, template, details, names, blocks=(), by, on) -> Paper:
    """A new paper; `details` maps fields, `names` is name → `When`, `blocks` as `create_blocks`
    wants them. Refuses a slug already used, and a block that cannot stand there."""
    is_used = Paper.objects.filter(series=series, slug=details["slug"]).exists()
    refuse_if("Another report of this series has this address already." if is_used else "", "slug")
    paper = Paper.objects.create(
        council=series.council,
        series=series,
        template=template,
        created_on=on,
        **_saved_details(details),
    )
    laying.name_dates(paper, names)
    laying.create_blocks(paper, blocks)
    laying.note_editor(paper, by, on)
    history.record("papers.start", about=paper, by=by, on=on)
    return paper


def _saved_details(details):
    """The details with the title and what was written in the parts as print has them."""
    saved = {name: file_format.saved_parts(details[name]) for name in ("parts",) if name in details}
    title = {"title": typographic(details["title"])} if "title" in details else {}
    return {**details, **title, **saved}


@transaction.atomic
def change_details(*, paper, version, details, by, on) -> Paper:
    """The paper with new details; raises `EditConflict` where somebody else saved first."""
    paper, details = lock(paper, version), _saved_details(details)
    refuse_if(lifecycle.why_not_edit(paper.status))
    before = {name: getattr(correction_details.corrected(paper), name) for name in details}
    correction_details.change(paper, details)
    laying.save_next(paper)
    laying.note_editor(paper, by, on)
    changes = history.changes(before, dict(details), Paper.personal)
    history.record("papers.change", about=paper, by=by, on=on, changes=changes)
    return paper


@transaction.atomic
def set_dates(*, paper, version, names, by, on) -> Paper:
    """The paper with `names` (name → `When`) as its named days and periods."""
    paper = lock(paper, version)
    refuse_if(lifecycle.why_not_edit(paper.status))
    before = {name: _days_text(when) for name, when in paper.names.items()}
    paper.named_dates.all().delete()
    laying.name_dates(paper, names)
    laying.save_next(paper)
    laying.note_editor(paper, by, on)
    after = {name: _days_text(when) for name, when in names.items()}
    public = dict.fromkeys({*before, *after}, NamedDate.personal["start"])
    changes = history.changes(before, after, public)
    history.record("papers.set_dates", about=paper, by=by, on=on, changes=changes)
    return paper


def _days_text(when):
    """The days as history keeps them, with their label."""
    return f"{when.start}..{when.end} {when.label}".rstrip()


@transaction.atomic
def add_block(*, paper, after, block, by, on) -> Block:
    """A new block (a mapping of fields, `parent` a row) behind `after`, or first; refuses a taken
    slug and a wrong place."""
    paper = laying.lock_draft(paper)
    is_used = paper.blocks.filter(slug=block["slug"]).exists()
    refuse_if("Another block of this report has this name already." if is_used else "", "slug")
    parent = laying.standing_row(paper, block.get("parent"))
    part = read(paper).template.part(block["part"])
    refuse_if(lifecycle.why_not_place(block["kind"], part, parent and (parent.kind, parent.part)))
    behind = laying.standing_row(paper, after)
    spot = Spot(block["part"], parent.slug if parent else "", behind.slug if behind else "")
    order = laying.shift_after(paper, block["slug"], spot)
    added = Block.objects.create(paper=paper, order=order, **saved_words(block))
    laying.keep_looks(added)
    laying.note_editor(paper, by, on)
    history.record("papers.add_block", about=added, by=by, on=on)
    return added


@transaction.atomic
def change_block(*, block, version, words, by, on) -> Block:
    """The block with `words` (heading, text, data); refuses one that was removed."""
    laying.lock_draft(block.paper)
    block = lock(block, version)
    refuse_if(laying.REMOVED if block.removed_on else "")
    old, words = keys_of(block), saved_words(words)
    before = {name: getattr(block, name) for name in words}
    if words.get("text", block.text) != block.text or _cells(words) != _cells(before):
        words = {**words, "data": typed_numbers.without_source(words.get("data", block.data))}
        before["data"] = block.data
    for name, value in words.items():
        setattr(block, name, value)
    laying.save_next(block)
    laying.keep_looks(block, old)
    laying.note_editor(block.paper, by, on)
    changes = history.changes(before, dict(words), Block.personal)
    history.record("papers.change_block", about=block, by=by, on=on, changes=changes)
    return block


def _cells(text):
    return text.get("data", {}).get("cells")
