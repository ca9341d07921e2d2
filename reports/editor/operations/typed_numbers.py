"""The typed numbers of a paper become figures, or statements with their source, all at once."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from assurance.records import history
from assurance.records.personal import Personal
from assurance.records.record import EditConflict, lock
from assurance.records.refusals import refuse_if
from reports.papers import blocks
from reports.papers.models.papers import Paper

CHANGED = "Somebody has changed a block meanwhile: look at its numbers again."


@transaction.atomic
def settle(*, paper: Paper, changes: Mapping[str, tuple[int, Mapping]], by, on: date) -> list[str]:
    """The blocks of `changes` (slug → the version seen, its text and data) with those words; their
    slugs. Refuses all where one was changed or removed meanwhile."""
    paper = blocks.lock_draft(paper)
    refuse_if("" if changes else "Choose for at least one number what it becomes.")
    rows = {block.slug: block for block in paper.blocks.filter(removed_on__isnull=True)}
    for slug, (version, text) in changes.items():
        refuse_if("" if slug in rows else CHANGED)
        try:
            row = lock(rows[slug], version)
        except EditConflict:
            refuse_if(CHANGED)
        for name, value in text.items():
            setattr(row, name, value)
        blocks.save_next(row)
    blocks.note_editor(paper, by)
    history_changes = history.changes(
        {"blocks": []}, {"blocks": [*changes]}, {"blocks": Personal.NONE}
    )
    history.record("papers.settle", about=paper, by=by, on=on, changes=history_changes)
    return list(changes)
