"""What the first screen of an issued paper says: what members are asked to decide, what has changed
since the last paper of its series, and what was promised. Words as they were frozen, and the
commitments as the public may know them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from assurance.runtime.typography import with_capital
from reports.documents.document import Document
from reports.documents.figure_pairs import ChangedEntry, changes
from reports.documents.front.digest import (
    Asked,
    AskedItem,
    asked_in,
    asked_of,
    commitments_in_brief,
    counted,
)
from reports.documents.front.kinds import CommitmentEntry
from reports.editions.models.editions import Edition
from reports.language.rules import due_dates
from reports.language.template import BadTemplate
from reports.language.template import read as read_template
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from reports.publication.previous_values import previous

# So many changes are listed; the page of the comparison has the others.
FIRST = 8
# Of what needs a reader's eye the first is named in a line.
NAMED = {
    due_dates.PUBLIC_WORDS[due_dates.OVERDUE]: "Overdue",
    due_dates.PUBLIC_WORDS[due_dates.OPEN]: "Next",
}


@dataclass(frozen=True)
class CommitmentState:
    """A commitment with its `state`, a key of `PUBLIC_WORDS`, as the public may know it on a
    date."""

    commitment: Commitment
    state: str

    @property
    def label(self) -> str:
        """“Kept late”."""
        return with_capital(due_dates.PUBLIC_WORDS[self.state])


@dataclass(frozen=True)
class FirstScreen:
    """`lead` and `asked` as printed; the first and the `further` changes since the edition
    `last`; commitments made before and in this paper. Empty where there is nothing to say."""

    lead: str
    asked: tuple[AskedItem, ...]
    last: Edition | None
    changed: tuple[ChangedEntry, ...]
    further: tuple[ChangedEntry, ...]
    before: tuple[Commitment, ...]
    made: tuple[Commitment, ...]

    def __bool__(self):
        return bool(self.asked or self.changed or self.before or self.made)

    def commitments(self, on: date) -> list[CommitmentState]:
        """Those of earlier reports, then those of this one, each with its state on `on`."""
        return [CommitmentState(row, _state(row, on)) for row in (*self.before, *self.made)]


def first_screen(edition: Edition, document: Document) -> FirstScreen:
    """What the first screen of `edition`, whose words are `document`, says."""
    lead, items = _asked(edition, document)
    last = previous(edition)
    changed = changes(last.front.document.counted, document.counted) if last else ()
    before, made = _promised(edition.paper)
    return FirstScreen(lead, items, last, changed[:FIRST], changed[FIRST:], before, made)


def counted_states(rows: list[CommitmentState]) -> str:
    """“2 kept, 1 open”: how many of `rows` are in each state, those in none left out."""
    return counted(_entries(rows))


def in_brief(rows: list[CommitmentState]) -> str:
    """The same, then the first that is overdue and the first that is open, by their dates."""
    return commitments_in_brief(_entries(rows), NAMED)


def next_report(paper: Paper) -> str:
    """The month of the next report of the series that the public can read or could, else when it is
    due; empty where the reports come as needed and there is none."""
    editions = Edition.objects
    is_open = Exists(editions.readable().filter(pk=OuterRef("pk")))
    later = editions.public_in(paper.council.slug).after(paper).annotate(is_open=is_open)
    # One that can be read leads, then the first.
    row = later.prefetch_related(None).order_by("-is_open", *later.query.order_by).first()
    if row:
        return f"{row.paper.told_on:%B %Y}" + ("" if row.is_open else ", removed")
    return f"due in {paper.next_due:%B %Y}, none yet" if paper.next_due else ""


def _entries(rows):
    """The commitments as print has them, by state and date."""
    order = list(due_dates.PUBLIC_WORDS)
    dated = sorted(rows, key=lambda row: row.commitment.due_on or date.max)
    return [
        CommitmentEntry(
            due_dates.PUBLIC_WORDS[row.state],
            row.commitment.what.rstrip("."),
            "",
            row.commitment.due_words,
        )
        for row in sorted(dated, key=lambda row: order.index(row.state))
    ]


def _state(commitment, on):
    if commitment.answer_is_public:
        return commitment.state
    return due_dates.OVERDUE if commitment.is_overdue(on) else due_dates.OPEN


def section_recommendations(document: Document, title: str) -> tuple[str, tuple[AskedItem, ...]]:
    """(what stands before them, the recommendations) of the section called `title`."""
    sections = (row for row in document.sections if title and getattr(row, "title", "") == title)
    decisions = next((decisions for row in sections if (decisions := asked_in(row)).items), Asked())
    return decisions.lead, decisions.items


def _asked(edition, document):
    """What was frozen as asked; of an edition of before, the section that its template names."""
    if document.front:
        decisions = asked_of(document)
        return decisions.lead, decisions.items
    return section_recommendations(document, asking_title(edition.paper.template.spec))


def asking_title(spec: Mapping) -> str:
    """The title of the part that asks something of the committee; empty where there is none."""
    try:
        part = read_template(spec).asking_part
    except BadTemplate:
        return ""
    return part.title if part else ""


def _promised(paper):
    """What earlier papers of the series promised that nothing had answered before this one, and
    what this one promises."""
    public = Commitment.objects.public_in(paper.council.slug)
    earlier = [item for item in public.promised_before(paper) if _waited_for(item, paper)]
    return tuple(earlier), tuple(public.made_in(paper))


def _waited_for(item, paper):
    """Whether a commitment was still unanswered when the paper before `paper` was told."""
    if item.answered_in:
        return item.answered_in.told_on >= paper.told_on
    return item.answered_on is None or item.answered_on >= paper.period_start
