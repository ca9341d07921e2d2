"""What the front of a report is given before it is frozen: its month, the section that asks
something of members, the commitments of its series as the report leaves them, and the brand."""

from dataclasses import replace
from datetime import date

from assurance.accounts.models.accounts import Council
from assurance.public_pages.models.brands import CouncilBrand
from assurance.runtime.periods import say_day
from reports.documents.document import Document
from reports.documents.front.kinds import OPEN, OVERDUE, Brand, CommitmentEntry, Front
from reports.documents.front.mark import address_of
from reports.documents.front.masthead import NEXT_REPORT
from reports.language.rules import due_dates
from reports.papers.assembly.commitments import told_in
from reports.papers.manuscript import Manuscript
from reports.papers.models.commitments import Commitment

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
    entries = () if manuscript.is_sample or paper.pk is None else _entries(manuscript)
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
    paper = manuscript.paper
    before = Commitment.objects.public_in(paper.council.slug).promised_before(paper)
    earlier = (told_in(row, paper) for row in before.with_proposals(paper))
    waited = [row for row in earlier if _belongs(row, paper)]
    own = Commitment.objects.made_in(paper).with_papers()
    made = (told_in(row, paper) for row in own.with_proposals(paper))
    entries = [
        *(_entry(row, row.answered_block, True, manuscript) for row in waited),
        *(_entry(row, row.block, False, manuscript) for row in made),
    ]
    entries.sort(key=lambda pair: (ORDER.index(pair[1].state), pair[0]))
    return tuple(entry for _, entry in entries)


def _belongs(row, paper):
    """Whether an earlier commitment is still open, or was answered since the report before."""
    if not row.is_answered:
        return True
    here = row.answered_in is not None and row.answered_in.pk == paper.pk
    return here or row.answered_on >= paper.period_start


def _entry(row, block, is_earlier, manuscript):
    """(the date by which to sort, the entry) of a commitment."""
    anchor, place = _place(block, manuscript)
    state = STATES.get(row.state) or _open_state(row, is_earlier, manuscript.paper.told_on)
    entry = CommitmentEntry(state, row.what.rstrip("."), row.who, _due(row), anchor, place)
    return row.due_on or date.max, entry


def _open_state(row, is_earlier, day):
    """Overdue once its date has passed, or the report has come to which it was due."""
    if row.due_to == due_dates.NEXT:
        return OVERDUE if is_earlier else OPEN
    return OVERDUE if row.due_on < day else OPEN


def _due(row):
    if row.due_to == due_dates.NEXT or row.due_on is None:
        return NEXT_REPORT
    if row.due_to == due_dates.PAPER:
        return f"Report of {row.due_on:%B %Y}"
    return say_day(row.due_on)


def _place(block, manuscript):
    """(anchor, words) of the block of this report that mentions a commitment; empty for none."""
    numbering = manuscript.numbering
    if not block or block not in numbering.blocks:
        return "", ""
    address = numbering.blocks[block]
    # Without a label of its own a paragraph has its place in a section alone, which names nothing.
    is_cited = address.kind in CITED and address.label
    return address.anchor, f"{address.kind} {address.number}" if is_cited else IN_THIS
