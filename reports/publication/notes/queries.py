"""A reader's own notes, each at its place in the edition that is read: those of earlier editions
follow their places, and stand by themselves where these are gone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.urls import reverse

from assurance.figures.keys import current_key
from reports.documents.document import (
    Chart,
    Document,
    Headlines,
    Item,
    Paragraph,
    Table,
    from_json,
    text_of,
)
from reports.documents.entries import STATED, Entry
from reports.documents.html.places import places
from reports.editions.models.editions import Edition
from reports.publication.models.notes import ReaderNote
from reports.publication.models.passages import Passage

FIGURE = "figure-"
NOTED = (Paragraph, Table, Chart, Headlines, Item)


@dataclass(frozen=True)
class PrintedEdition:
    """An edition's words, and slug of a block → its anchor there (empty where nobody kept it)."""

    document: Document
    anchors: Mapping[str, str] = field(default_factory=dict)


def named(document: Document, anchor: str) -> str:
    """What the place is called: “paragraph 25”, “Table 1”, a figure by its title and day; empty
    where `document` has no paragraph, table, chart or figure there."""
    if figure := figure_at(document, anchor):
        return ", ".join(filter(None, (figure.title, figure.when)))
    row = places(document).get(anchor)
    if row is None or not isinstance(row.thing, NOTED):
        return ""
    return row.words or "a place without a number"


def text_at(document: Document, anchor: str) -> str:
    """The words that stand at a place, as one line; empty where there is none."""
    if figure := figure_at(document, anchor):
        return figure.text
    row = places(document).get(anchor)
    return " ".join(text_of(row.thing).split()) if row else ""


def figure_at(document: Document, anchor: str) -> Entry | None:
    """The figure that an anchor such as `figure-3` means, or None."""
    number = anchor.removeprefix(FIGURE)
    if number == anchor:
        return None
    return next((figure for figure in document.figures if str(figure.number) == number), None)


def followed(anchor: str, then: PrintedEdition, now: PrintedEdition) -> str:
    """Where what stood at `anchor` of `then` stands in `now`; empty where it is gone."""
    if figure := figure_at(then.document, anchor):
        same = (item for item in now.document.figures if _identity(item) == _identity(figure))
        return next((f"{FIGURE}{item.number}" for item in same), "")
    here = places(now.document)
    slug = _block_at(anchor, then.anchors)
    if slug and now.anchors:
        whole = now.anchors.get(slug, "")
        part = whole + anchor.removeprefix(then.anchors[slug])
        return next((item for item in (part, whole) if item in here), "")
    return _by_words(anchor, then.document, here)


def _block_at(anchor, anchors):
    """The slug of the block that stands at `anchor` or holds it, the innermost one."""
    holding = {
        own: slug
        for slug, own in anchors.items()
        if own and (anchor == own or anchor.startswith(f"{own}-"))
    }
    return holding[max(holding, key=len)] if holding else ""


def _by_words(anchor, before, here):
    row = places(before).get(anchor)
    if row is None:
        return ""
    alike = [item for item, place in here.items() if text_of(place.thing) == text_of(row.thing)]
    if anchor in alike or not alike:
        return anchor if anchor in here else ""
    return alike[0]


def _identity(entry):
    typed = (entry.text, entry.source) if entry.key == STATED else ()
    return current_key(entry.key), entry.member, entry.cohort, entry.start, entry.end, typed


EXCERPT = 240


@dataclass(frozen=True)
class PlacedNote:
    """A note; its anchor in the edition read (empty: gone), that place in words, and what stood
    there when the note was written (empty where that was removed)."""

    note: ReaderNote
    anchor: str
    where: str
    excerpt: str


def noted(reader, edition: Edition, document: Document) -> tuple[PlacedNote, ...]:
    """The notes of `reader` on the paper of `edition`, whose words are `document`."""
    rows = list(ReaderNote.objects.visible_to(reader).on_paper(edition.paper))
    if not rows:
        return ()
    now = PrintedEdition(document, anchors_of(edition))
    before = {row.edition_id: printed(row.edition) for row in rows if row.edition != edition}
    return tuple(_noted(row, before.get(row.edition_id, now), now) for row in rows)


def in_papers(reader) -> list[tuple[Edition, tuple[PlacedNote, ...]]]:
    """(edition read now, notes) of each paper, newest first; placeless where all are removed."""
    rows = ReaderNote.objects.visible_to(reader).by_paper()
    papers = {row.edition.paper_id: row.edition for row in rows}
    return [_in_paper(reader, edition) for edition in papers.values()]


def _in_paper(reader, edition):
    current = edition.paper.editions.active().order_by("-number").first()
    if current:
        return current, noted(reader, current, from_json(current.document))
    rows = ReaderNote.objects.visible_to(reader).on_paper(edition.paper)
    return edition, tuple(PlacedNote(row, "", "", "") for row in rows)


def printed(edition: Edition) -> PrintedEdition:
    """An edition's words and where its blocks stand."""
    return PrintedEdition(from_json(edition.document), anchors_of(edition))


def anchors_of(edition: Edition) -> dict[str, str]:
    """Slug of a block → its anchor in `edition`; empty where nobody kept it."""
    rows = Passage.objects.filter(edition=edition.pk).values_list("blocks", flat=True)
    return {slug: anchor for blocks in rows for slug, anchor in blocks.items()}


def at(notes: Iterable[PlacedNote], anchor: str) -> list[PlacedNote]:
    """Those that stand at `anchor`."""
    return [note for note in notes if note.anchor == anchor]


def _noted(note, then, now):
    anchor = note.anchor if then is now else followed(note.anchor, then, now)
    where = named(now.document, anchor) if anchor else ""
    if where:
        return PlacedNote(note, anchor, where, _short(text_at(now.document, anchor)))
    excerpt = "" if note.edition.removal else _short(text_at(then.document, note.anchor))
    return PlacedNote(note, "", named(then.document, note.anchor), excerpt)


def _short(line):
    return line if len(line) <= EXCERPT else f"{line[:EXCERPT].rsplit(' ', 1)[0]} …"


class OwnNotes:
    """The notes of one reader on the paper of an edition whose words are `document`."""

    def __init__(self, reader, edition, document):
        self.edition, self.document = edition, document
        self.notes = noted(reader, edition, document)

    def beside(self, anchor: str):
        """What stands beside the place `anchor`: its notes, and where another is written."""
        where = named(self.document, anchor)
        if not where:
            return ""
        context = {
            "notes": at(self.notes, anchor),
            "address": _address(self.edition, anchor),
            "where": where,
        }
        return render_to_string("publication/place_notes.html", context)

    def beside_figure(self, number: int):
        """The same for a figure."""
        return self.beside(f"{FIGURE}{number}")


def own_notes(reader, edition) -> OwnNotes | None:
    """The notes of somebody of the paper's council who is signed in; None for anybody else."""
    own = reader.is_authenticated and reader.council_id == edition.paper.council_id
    return OwnNotes(reader, edition, from_json(edition.document)) if own else None


def _address(edition, anchor):
    paper = edition.paper
    where = (paper.council.slug, paper.series.slug, paper.slug, edition.number, anchor)
    return reverse("publication:note-on", args=where)
