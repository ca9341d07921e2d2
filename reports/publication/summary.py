"""What the first screen of an issued paper says: what members are asked to decide, what has changed
since the last paper of its series, and what was promised. Words and commitments as they were
frozen, and what has come of each commitment since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from assurance.runtime.periods import say_day
from reports.documents.document import Document
from reports.documents.entries import STATED
from reports.documents.figure_pairs import ChangedEntry, changes
from reports.documents.front.digest import (
    Asked,
    AskedItem,
    asked_in,
    asked_of,
    commitments_of,
    due_in,
)
from reports.documents.front.kinds import OVERDUE, CommitmentEntry
from reports.editions.front import STATES, commitment_entries
from reports.editions.models.editions import Edition
from reports.editions.names import named
from reports.language.rules import due_dates
from reports.language.template import BadTemplate
from reports.language.template import read as read_template
from reports.papers.assembly.commitments import slug_of
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from reports.publication.previous_values import earlier_editions

# So many changes are listed; the page of the comparison has the others.
FIRST = 8
KEYS = {words: key for key, words in STATES.items()} | {OVERDUE: due_dates.OVERDUE}


@dataclass(frozen=True)
class CommitmentLine:
    """A commitment as the edition was published with it, with its later state in published
    reports, `since`; `commitment` is its record, None where there is none any more; `made_in` names
    the report that made it, if that is another."""

    entry: CommitmentEntry
    commitment: Commitment | None
    since: str = ""
    made_in: str = ""

    @property
    def key(self) -> str:
        """The state as it was published, as a key of states."""
        return KEYS.get(self.entry.state, due_dates.OPEN)

    @property
    def due(self) -> str:
        """When it was due as it was published: “Due by 31 March 2016”; empty if undated."""
        return f"Due {due_in(self.entry.due)}" if self.entry.due else ""


@dataclass(frozen=True)
class FirstScreen:
    """`lead` and `asked` as printed; the first and the `further` changes since the edition
    `last`; `commitments` as printed. Empty where there is nothing to say."""

    lead: str
    asked: tuple[AskedItem, ...]
    last: Edition | None
    changed: tuple[ChangedEntry, ...]
    further: tuple[ChangedEntry, ...]
    commitments: tuple[CommitmentEntry, ...]

    def __bool__(self):
        return bool(self.asked or self.changed or self.commitments)


def first_screen(edition: Edition, document: Document) -> FirstScreen:
    """What the first screen of `edition`, whose words are `document`, says."""
    lead, items = _asked(edition, document)
    last = named(earlier_editions(edition)).first()
    # Of the last report its figures alone are read, and none of its words.
    before = last.printed_figures.exclude(key=STATED).order_by("number").entries() if last else ()
    changed = changes(before, document.counted)
    rows = commitments_of(document) if document.front else commitment_entries(edition.paper)
    return FirstScreen(lead, items, last, changed[:FIRST], changed[FIRST:], rows)


def commitment_lines(edition: Edition, first: FirstScreen, on: date) -> list[CommitmentLine]:
    """The commitments of `edition` as printed, each with what has come of it by `on`."""
    if not first.commitments:
        return []
    paper = edition.paper
    rows = Commitment.objects.public_in(paper.council.slug)
    index = {slug_of(row): row for row in rows.listed_in(paper)}
    pairs = ((entry, index.get(entry.slug)) for entry in first.commitments)
    return [
        CommitmentLine(entry, row, _since(entry, row, paper, on), _made_in(row, paper))
        for entry, row in pairs
    ]


def _made_in(row, paper):
    is_another = row is not None and row.paper_id != paper.pk
    return name_within(row.paper, paper) if is_another else ""


def _since(entry, row, paper, on):
    """What has come of a commitment that the edition left unanswered, in words."""
    if row is None or entry.state in STATES.values() or row.answered_in_id == paper.pk:
        return ""
    if not row.answer_is_public:
        is_late = entry.state != OVERDUE and row.is_overdue(on)
        return f"overdue on {say_day(on)}" if is_late else ""
    state = due_dates.PUBLIC_WORDS[row.state]
    if row.answered_in is None:
        return f"{state}, recorded on {say_day(row.answered_on)}"
    return f"{state}, in {name_within(row.answered_in, paper)}"


def name_within(other: Paper, paper: Paper) -> str:
    """The name of an `other` report within `paper`: its month where both are of one series, else
    its title."""
    if other.series_id == paper.series_id:
        return f"the report of {other.told_on:%B %Y}"
    return f"“{other.dated_title}”"


def next_report(paper: Paper) -> str:
    """The month of the next report of the series that the public can read or could, else when it is
    due; empty where the reports come as needed and there is none."""
    editions = Edition.objects
    none_yet = f"due in {paper.next_due:%B %Y}, none yet" if paper.next_due else ""
    # Of the newest report nothing else is asked.
    if not editions.published().after(paper).exists():
        return none_yet
    is_open = Exists(editions.readable().filter(pk=OuterRef("pk")))
    later = editions.public_in(paper.council.slug).after(paper).annotate(is_open=is_open)
    # One that can be read leads, then the first.
    rows = later.prefetch_related(None).order_by("-is_open", *later.query.order_by)
    # A later period may have been reported at an earlier meeting.
    if row := next((row for row in rows if row.paper.told_on >= paper.told_on), None):
        return f"{row.paper.told_on:%B %Y}" + ("" if row.is_open else ", removed")
    return none_yet


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
