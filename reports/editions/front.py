"""What the front of a report is given before it is frozen: its month, the section that asks
something of members, the commitments of its series as the report leaves them, and the brand."""

from dataclasses import replace
from datetime import date

from assurance.accounts.models.accounts import Council
from assurance.public_pages.models.brands import CouncilBrand
from reports.documents.document import Document
from reports.documents.front.kinds import OPEN, OVERDUE, Brand, CommitmentEntry, Front
from reports.documents.front.mark import address_of
from reports.language.rules import due_dates
from reports.papers.assembly.commitments import commitments_for, slug_of
from reports.papers.manuscript import Manuscript
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper

IN_THIS = "in this report"
STATES = {
    due_dates.MET: "Kept",
    due_dates.LATE: "Kept late",
    due_dates.CHANGED: "Changed",
    due_dates.DROPPED: "Dropped",
}
# What is answered first, then what should have been, then what is still to come.
ORDER = (*STATES.values(), OVERDUE, OPEN)
CITED = ("paragraph", "section", "annex", "recommendation")


def with_front(document: Document, manuscript: Manuscript) -> Document:
    """The document with its front; no commitments where the report is a sample of a template."""
    paper = manuscript.paper
    part = manuscript.template.asking_part
    parts = manuscript.numbering.parts
    asking = parts[part.slug].anchor if part and part.slug in parts else ""
    has_none = manuscript.is_sample or paper.pk is None
    # To ask for those of a report takes a fifth of the time to assemble one.
    has_none = has_none or not Commitment.objects.of(paper.council).exists()
    entries = () if has_none else _entries(manuscript)
    brand = brand_of(paper.council)
    month, due = f"{paper.told_on:%B %Y}", _next_report(paper)
    return replace(document, front=Front(month, asking, entries, brand, due))


def _next_report(paper):
    """“Due in July 2016, every six months”; empty where the reports come as needed."""
    often = paper.series.get_interval_display().lower()
    return f"Due in {paper.next_due:%B %Y}, {often}" if paper.next_due else ""


def brand_of(council: Council) -> Brand | None:
    """The mark and colours of `council` as a report keeps them; None where it has chosen none."""
    current = CouncilBrand.objects.current(council)
    if current is None:
        return None
    picture = current.picture()
    mark = (address_of(picture), current.mark_text) if picture else ("", "")
    return Brand(current.colour, *mark, current.cover)


def _entries(manuscript):
    """The commitments that the report answers or leaves open, and those that it makes."""
    return commitment_entries(manuscript.paper, lambda block: _place(block, manuscript))


def commitment_entries(paper: Paper, place_of=lambda _block: ("", "")) -> tuple:
    """The commitments of a report in print order; `place_of` is asked for the anchor of a block of
    it and the words for that place."""
    earlier, own = commitments_for(paper)
    entries = [
        *(
            (row, entry_of(row, True, paper, place_of(_answered_here(row, paper))))
            for row in earlier
        ),
        *((row, entry_of(row, False, paper, place_of(row.block))) for row in own),
    ]
    entries.sort(key=lambda pair: (ORDER.index(pair[1].state), pair[0].due_on or date.max))
    return tuple(entry for _, entry in entries)


def _answered_here(row, paper):
    """The block that answers a commitment; empty where another report does: its blocks have the
    same names and other places."""
    return row.answered_block if row.answered_in_id == paper.pk else ""


def entry_of(
    row: Commitment, is_earlier: bool, paper: Paper, place: tuple[str, str]
) -> CommitmentEntry:
    """A commitment at the issue of a report, made before it or in it, with its anchor and place."""
    state = STATES.get(row.state) or _open_state(row, is_earlier, paper.paper_date or paper.told_on)
    due = due_dates.due_entry(row.due_words)
    return CommitmentEntry(state, row.what.rstrip("."), row.who, due, *place, slug_of(row))


def _open_state(row, is_earlier, day):
    """Overdue once its date has passed, or the report has come to which it was due."""
    if row.due_to == due_dates.NEXT:
        return OVERDUE if is_earlier else OPEN
    return OVERDUE if row.due_on < day else OPEN


def _place(block, manuscript):
    """(anchor, words) of the block of this report that mentions a commitment; empty for none."""
    numbering = manuscript.numbering
    if not block or block not in numbering.blocks:
        return "", ""
    address = numbering.blocks[block]
    # Without a label of its own a paragraph has its place in a section alone, which names nothing.
    is_cited = address.kind in CITED and address.label
    return address.anchor, f"{address.kind} {address.number}" if is_cited else IN_THIS
