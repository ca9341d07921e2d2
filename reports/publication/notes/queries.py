"""A reader's own notes, each at its place in the edition that is read: those of earlier editions
follow their places, and stand by themselves where these are gone."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.documents.document import Document, from_json
from reports.editions.models.editions import Edition
from reports.publication.models.notes import ReaderNote
from reports.publication.models.passages import Passage
from reports.publication.notes.relocation import PrintedEdition, followed, named, text_at

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
    """(the edition that is read now, the notes) of every paper that `reader` has notes on, the
    newest first. Where all of it was removed, the notes stand at no place of it."""
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
