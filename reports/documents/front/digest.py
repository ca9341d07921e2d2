"""The digest that opens a publication, the same for the page, the PDF and Word: what members are
asked, and commitments kept, overdue and due. Headline figures and main points are in `headlines`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reports.documents.document import (
    REFERENCE,
    Cell,
    Document,
    ItemList,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
    text_of,
)
from reports.documents.front.kinds import OPEN, OVERDUE, CommitmentEntry

BULLET = "•"
ASKED = "Members are asked to decide"
COMMITMENTS = "Commitments"
COLUMNS = ("State", "Commitment", "Who", "Due")
ANCHOR = "commitments"
BRIEF = "State of commitments"
# Editions of before have the last state for the one before it.
NAMED = {OVERDUE: "Overdue", OPEN: "Next", "Due": "Next"}
NONE_OVERDUE = "none overdue"


@dataclass(frozen=True)
class AskedItem:
    """One recommendation: its label or a bullet, its anchor in the report and its words."""

    label: str
    anchor: str
    words: str


@dataclass(frozen=True)
class Asked:
    """What members are asked: the line before, the items, and the section's anchor and title."""

    lead: str = ""
    items: tuple[AskedItem, ...] = ()
    anchor: str = ""
    title: str = ""


def asked_of(document: Document) -> Asked:
    """What the document asks of members; without items where it asks nothing."""
    asking = document.front.asking if document.front else ""
    sections = (row for row in document.sections if asking and row.anchor == asking)
    section = next(sections, None)
    return asked_in(section) if isinstance(section, Section) else Asked()


def asked_in(section: Section) -> Asked:
    """What the section asks: the first of its blocks that has a list."""
    for block in section.blocks:
        items = _items(block)
        if items:
            before = tuple(part for part in block.content if not isinstance(part, ItemList))
            return Asked(text_of(before), items, section.anchor, section.title)
    return Asked()


def _items(block: Section | Paragraph):
    lists = [part for part in getattr(block, "content", ()) if isinstance(part, ItemList)]
    return tuple(
        AskedItem(item.label or BULLET, item.anchor, in_a_line(item.content))
        for listing in lists
        for item in listing.items
    )


def in_a_line(content: Iterable[Text | ItemList]) -> str:
    """The words of a recommendation as one sentence, the items of a list within it parted."""
    entries = []
    for part in content:
        if isinstance(part, ItemList):
            items = [in_a_line(item.content) for item in part.items]
            entries.append("; ".join(item.rstrip(";,") for item in items))
        else:
            entries.append(" ".join(text_of(part).split()))
    return " ".join(filter(None, entries))


def commitments_of(document: Document) -> tuple[CommitmentEntry, ...]:
    """The commitments that were frozen with the document; none where it has no front."""
    return document.front.commitments if document.front else ()


def commitments_table(document: Document) -> Table | None:
    """The commitments of the document as a table, or None where it has none."""
    entries = commitments_of(document)
    if not entries:
        return None
    columns = tuple(Cell((Run(name),), header=True) for name in COLUMNS)
    return Table(ANCHOR, "", counted(entries), columns, tuple(map(_row, entries)))


def counted(entries: Sequence[CommitmentEntry]) -> str:
    """How many commitments are in each state, in the order of `entries`: “2 kept, 3 open”."""
    counts = Counter(entry.state.lower() for entry in entries)
    return ", ".join(f"{number} {state}" for state, number in counts.items())


def commitments_in_brief(entries: Sequence[CommitmentEntry], named: Mapping = NAMED) -> str:
    """Commitments in a line: how many are in each state, that none is overdue where that is so,
    and the first of each state in `named`, which maps it to the word before it."""
    if not entries:
        return ""
    first = (next((row for row in entries if row.state == state), None) for state in named)
    waiting = [row for row in first if row]
    is_overdue = any(named[row.state] == OVERDUE for row in waiting)
    states = counted(entries) if is_overdue else f"{counted(entries)}, {NONE_OVERDUE}"
    return ". ".join((states, *(f"{named[row.state]}: {_promised(row)}" for row in waiting)))


def due_in(entry: str) -> str:
    """When a commitment is due, as its table has it, within a sentence after “due”: “by 31 March
    2016”, “in the next report, expected in March 2016”; other words unchanged."""
    if entry[:1].isdigit():
        return f"by {entry}"
    for article, name in (("the", "Next report"), ("a", "Report by")):
        if entry.startswith(name):
            return f"in {article} {name[:1].lower()}{entry[1:]}"
    return entry


def _promised(entry):
    return f"{entry.what}, due {due_in(entry.due)}" if entry.due else entry.what


def _row(entry):
    place = (Run(" ("), Run(entry.place, REFERENCE, entry.anchor), Run(")")) if entry.place else ()
    what = Cell((Run(entry.what), *place), header=True)
    return (Cell((Run(entry.state, "strong"),)), what, _cell(entry.who), _cell(entry.due))


def _cell(words):
    return Cell((Run(words),) if words else ())
