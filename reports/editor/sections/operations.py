"""A section marked as completed, and the mark taken back."""

from datetime import date

from django.db import transaction

from assurance.records import history
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from reports.editor.models import SectionMark
from reports.editor.outline import arranged
from reports.editor.sections.sections import sections_of
from reports.editor.sections.states import digest_of, shown_digest
from reports.papers import lifecycle
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper

GONE = "This section is no longer in the report."
EMPTY = "Nothing is written in this section yet."
CHANGED = "The section has changed since you opened it. Read it again, then mark it."
NOT_MARKED = "This section is not marked as completed."


@transaction.atomic
def complete_section(*, paper: Paper, slug: str, seen: str, by, on: date) -> SectionMark:
    """The section `slug` marked as completed as it reads now; `seen` is the digest of what the page
    showed. Raises `Refused` where it reads otherwise, is empty, or the report was sent."""
    paper = locked(Paper, paper.pk)
    refuse_if(lifecycle.why_not_edit(paper.status))
    section = next((item for item in sections_of(arranged(paper)) if item.slug == slug), None)
    refuse_if("" if section else GONE)
    refuse_if("" if section.lines else EMPTY)
    refuse_if("" if shown_digest(section) == seen else CHANGED)
    marked = {"marked_by": by, "marked_on": on, "digest": digest_of(read(paper), section.blocks)}
    row, _is_new = SectionMark.objects.update_or_create(paper=paper, slug=slug, defaults=marked)
    history.record("papers.complete_section", about=row, by=by, on=on)
    return row


@transaction.atomic
def reopen_section(*, paper: Paper, slug: str, by, on: date) -> SectionMark:
    """The mark of the section `slug` taken back. Raises `Refused` where it has none."""
    paper = locked(Paper, paper.pk)
    refuse_if(lifecycle.why_not_edit(paper.status))
    row = SectionMark.objects.filter(paper=paper, slug=slug).exclude(digest="").first()
    refuse_if("" if row else NOT_MARKED)
    row.digest, row.marked_by, row.marked_on = "", by, on
    row.save()
    history.record("papers.reopen_section", about=row, by=by, on=on)
    return row
