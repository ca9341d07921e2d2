"""Which sections of a draft somebody has marked as completed, and whether they read as they did."""

import json
from collections.abc import Collection, Sequence

from assurance.runtime.keyed_digests import has_digest, keyed_digest
from reports.editor.models import MarkState
from reports.editor.outline import DraftOutline
from reports.editor.sections.sections import (
    DraftSection,
    SectionState,
    blocks_in,
    section_of,
    states_of,
)
from reports.language.template import GENERATED
from reports.papers.manuscript import Manuscript, read
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper
from reports.papers.sentences import current


def mark_states(paper: Paper) -> dict[str, MarkState]:
    """Slug → the mark of each section that is marked; none of a paper that was sent, whose words
    are fixed."""
    rows = () if paper.frozen else paper.section_marks.exclude(digest="")
    rows = list(rows and rows.select_related("marked_by"))
    if not rows:
        return {}
    manuscript = read(paper)
    texts = {row.slug: _text_of(manuscript, blocks_in(manuscript, row.slug)) for row in rows}
    return {row.slug: MarkState(row, has_digest(texts[row.slug], row.digest)) for row in rows}


def section_states(
    paper: Paper, outline: DraftOutline, requests: Sequence[ContributionRequest] | None = None
) -> tuple[SectionState, ...]:
    """How every section of `paper` is, with what is asked of others (`requests`, where they are
    known) and with its mark."""
    if requests is None:
        requests = paper.contribution_requests.open_in_words()
    return states_of(outline, requests, mark_states(paper))


def digest_of(manuscript: Manuscript, slugs: Collection[str]) -> str:
    """What the blocks `slugs` of a section say now, as a keyed digest: each as written, and every
    sentence of it as it reads. Numbers of paragraphs are left out: they move with others."""
    return keyed_digest(_text_of(manuscript, slugs))


def _text_of(manuscript, slugs):
    blocks = [block for block in manuscript.blocks if block.slug in slugs]
    reading = current(manuscript, blocks)
    values = [
        [*_written(block), [sentence.text for sentence in reading[block.slug]]] for block in blocks
    ]
    return json.dumps(values, sort_keys=True)


def shown_digest(section: DraftSection) -> str:
    """What a page shows of a section, as a keyed digest: whoever marks it has read this."""
    return keyed_digest(json.dumps([line.shown for line in section.lines]))


def sections_not_marked(paper: Paper) -> tuple[tuple[str, str], ...]:
    """(slug, title) of each section with a text that is not marked as completed as it reads now."""
    manuscript = read(paper)
    done = {slug for slug, state in mark_states(paper).items() if state.is_current}
    written = {part.slug for part in manuscript.template.parts if part.kind not in GENERATED}
    blocks = [block for block in manuscript.blocks if block.part in written]
    sections = dict.fromkeys(section_of(manuscript, block) for block in blocks)
    return tuple((slug, title) for slug, title in sections if slug not in done)


def _written(block):
    return block.slug, block.kind, block.parent, block.heading, block.text, block.data
