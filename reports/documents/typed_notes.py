"""The notes at the end of a paper in print and in Word on the numbers that were typed into it."""

from dataclasses import replace

from reports.documents.document import Document, Item, ItemList, Run, Section, Text
from reports.documents.entries import Entry, typed_anchor
from reports.documents.html.places import places, said_at

ANCHOR, TITLE = "typed-numbers", "Numbers from other sources"
NOT_COUNTED = "Not counted from the council’s records."


def with_typed_notes(document: Document) -> Document:
    """The document with a last section that names the source of each typed number, if any."""
    if not document.typed:
        return document
    known = places(document)
    items = tuple(_note(entry, known) for entry in document.typed)
    section = Section(ANCHOR, TITLE, 2, "", (ItemList("bullet", items),))
    return replace(document, sections=(*document.sections, section))


def source_words(entry: Entry) -> str:
    """What readers are told of where a typed number is from."""
    return f"Source: {entry.source}. {NOT_COUNTED}"


def _note(entry, known):
    where = "; ".join(filter(None, (said_at(known, anchor) for anchor in entry.places)))
    text = f"{entry.text} ({where})" if where else entry.text
    note = Text((Run(f"{text}. {source_words(entry)}"),))
    return Item("", typed_anchor(str(entry.number)), (note,))
