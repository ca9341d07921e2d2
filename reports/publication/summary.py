"""What the first screen of an issued paper says: what members are asked to decide, what has changed
since the last paper of its series, and what was promised. Words as they were frozen, and the
commitments as the public may know them."""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.documents.document import Document, ItemList, Paragraph, Section, text_of
from reports.documents.figure_pairs import ChangedEntry, changes
from reports.editions.models.editions import Edition
from reports.papers.language.template import BadTemplate
from reports.papers.language.template import read as read_template
from reports.papers.models.commitments import Commitment
from reports.publication.previous_values import previous

# So many changes are told at once; the others are opened.
FIRST = 8


@dataclass(frozen=True)
class AgreedRecommendation:
    """One recommendation: its label, its anchor in the paper and its words."""

    label: str
    anchor: str
    words: str


@dataclass(frozen=True)
class FirstScreen:
    """`lead` and `asked` as printed; the first and the `further` changes since the edition
    `last`; commitments made before and in this paper. Empty where there is nothing to say."""

    lead: str
    asked: tuple[AgreedRecommendation, ...]
    last: Edition | None
    changed: tuple[ChangedEntry, ...]
    further: tuple[ChangedEntry, ...]
    before: tuple[Commitment, ...]
    made: tuple[Commitment, ...]

    def __bool__(self):
        return bool(self.asked or self.changed or self.before or self.made)


def first_screen(edition: Edition, document: Document) -> FirstScreen:
    """What the first screen of `edition`, whose words are `document`, says."""
    lead, items = section_recommendations(document, asking_title(edition.paper.template.spec))
    last = previous(edition)
    both = [row.front.document.counted for row in (last, edition) if row]
    changed = changes(*both) if last else ()
    before, made = _promised(edition.paper)
    return FirstScreen(lead, items, last, changed[:FIRST], changed[FIRST:], before, made)


def section_recommendations(
    document: Document, title: str
) -> tuple[str, tuple[AgreedRecommendation, ...]]:
    """(what stands before them, the recommendations) of the section called `title`."""
    for section in document.sections:
        if not title or getattr(section, "title", "") != title:
            continue
        for block in section.blocks:
            result = _items(block)
            if result:
                lead = text_of(
                    tuple(part for part in block.content if not isinstance(part, ItemList))
                )
                return lead, result
    return "", ()


def _items(row: Section | Paragraph):
    lists = [part for part in getattr(row, "content", ()) if isinstance(part, ItemList)]
    return tuple(
        AgreedRecommendation(item.label, item.anchor, _in_a_line(item.content))
        for listing in lists
        for item in listing.items
    )


def _in_a_line(content):
    """The words of a recommendation as one sentence, the items of a list within it parted."""
    entries = []
    for part in content:
        if isinstance(part, ItemList):
            items = [_in_a_line(item.content) for item in part.items]
            entries.append("; ".join(item.rstrip(";,") for item in items))
        else:
            entries.append(" ".join(text_of(part).split()))
    return " ".join(filter(None, entries))


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
