"""The sentence that a report template proposes for an empty part, kept by a person."""

from datetime import date

from django.db import transaction

from assurance.records.refusals import refuse_if
from reports.language.labels import name_for
from reports.papers import blocks
from reports.papers.assembly.parts.proposed_sentences import is_listed, is_proposed
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.papers.operations import papers

WRITTEN = "This part of the report is no longer empty. Read what is written there."
CHANGED = "The report template proposes another sentence now. Read it again."


@transaction.atomic
def keep_sentence(*, paper: Paper, slug: str, sentence: str, by, on: date) -> Paper:
    """The report with `sentence`, which its template proposes for the part `slug`, as its text.
    Refuses where the part is not empty or the template proposes another sentence."""
    paper = blocks.lock_draft(paper)
    manuscript = read(paper)
    part = manuscript.template.part(slug)
    refuse_if("" if part and is_proposed(part, manuscript) else WRITTEN)
    refuse_if("" if part.when_empty == sentence else CHANGED)
    own = {"paper": paper, "by": by, "on": on}
    if is_listed(part):
        name, value = ("text", sentence) if part.kind == "wards" else ("papers", [sentence])
        details = {"parts": {**paper.parts, slug: {**(paper.parts.get(slug) or {}), name: value}}}
        return papers.change_details(version=paper.version, details=details, **own)
    named = name_for(sentence, "paragraph", set(paper.blocks.names()))
    usual = {"slug": named, "part": slug, "kind": "paragraph", "parent": None}
    block = {**usual, "heading": "", "text": sentence, "data": {}}
    papers.add_block(after=None, block=block, **own)
    return paper
