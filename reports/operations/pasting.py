"""Several paragraphs put into a paper at once: all of them or none."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from assurance import history
from assurance.personal import Personal
from reports.models.blocks import Block
from reports.models.papers import Paper
from reports.operations import writing
from reports.papers.naming import name_for


@transaction.atomic
def add_paragraphs(
    *,
    paper: Paper,
    after: Block | None,
    part: str,
    parent: Block | None,
    texts: Sequence[str],
    by,
    on: date,
) -> list[Block]:
    """The new paragraphs of `texts`, one behind the other, the first behind `after`; refuses as
    `writing.add_block` does."""
    taken, added = set(paper.blocks.names()), []
    for text in texts:
        block = {
            "slug": name_for(text, "paragraph", taken),
            "kind": "paragraph",
            "part": part,
            "parent": parent,
            "text": text,
        }
        after = writing.add_block(paper=paper, after=after, block=block, by=by, on=on)
        taken.add(after.slug)
        added.append(after)
    changes = history.changes(
        {}, {"paragraphs": [one.slug for one in added]}, {"paragraphs": Personal.NONE}
    )
    history.record("papers.add_paragraphs", about=paper, by=by, on=on, changes=changes)
    return added
