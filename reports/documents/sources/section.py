"""The last section of a report in print and in Word: a note on each source and definition, with
links both ways."""

from collections.abc import Mapping
from dataclasses import replace

from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_capital
from reports.documents.document import (
    REFERENCE,
    STRONG,
    Document,
    Headlines,
    Item,
    ItemList,
    Paragraph,
    Run,
    Section,
    Text,
)
from reports.documents.entries import END_NOTES
from reports.documents.front.origins import sentences_of_origins
from reports.documents.html.places import NAME, Place, places, resolved
from reports.documents.issue_time import day_of_issue
from reports.documents.sources.marks import with_marks
from reports.documents.sources.notes import SourceNote, by_figure, last_own_note, source_notes
from reports.documents.sources.quoted_details import table_by_place

ANCHOR, TITLE = END_NOTES, "Sources and notes"


def with_sources(document: Document) -> Document:
    """The document with a mark at each figure and a last section: the notes on its figures, and the
    details that it quotes from single records, as far as it has them."""
    notes, quoted = source_notes(document), table_by_place(document)
    if not (notes or quoted):
        return document
    known = places(document)
    marks = by_figure(notes)
    items = tuple(_item(note, known) for note in notes)
    opening = Paragraph(f"{ANCHOR}-about", content=(Text((Run(_about(document)),)),))
    listed = (opening, ItemList("number", items)) if notes else ()
    section = Section(ANCHOR, TITLE, 2, "", (*listed, *((quoted,) if quoted else ())))
    return replace(
        document,
        head=with_marks(document.head, marks),
        sections=(*with_marks(document.sections, marks), section),
        opening=with_marks(document.opening, marks),
    )


def _about(document):
    """How many figures were counted, and how many numbers typed."""
    typed, origins = len(document.typed), sentences_of_origins(document)
    sentences = [origins] if origins else []
    if origins and not document.draft:
        number = len(document.counted)
        which = "It was" if number == 1 else f"All {number} were"
        sentences.append(f"{which} fixed on {say_day(day_of_issue(document))}.")
    if typed:
        were = "1 number was typed" if typed == 1 else f"{typed} numbers were typed"
        sentences.append(f"{were}, with {'its' if typed == 1 else 'their'} source.")
    before = last_own_note(document)
    if before:
        first = "Note 1 is" if before == 1 else f"Notes 1 to {before} are"
        sentences.append(f"{first} at the end of the section that refers to it.")
    return " ".join(sentences)


def _item(note: SourceNote, known: Mapping[str, Place]):
    name = note.title if note.title.endswith(".") else f"{note.title}."
    runs = (Run(name, STRONG), Run(f" {note.words}"), *_where(note, known))
    return Item(f"{note.number}.", note.anchor, (Text(runs),))


def _where(note, known):
    """The places that print the figures of a note, each a link to it."""
    matches: dict[str, str] = {}
    for anchor in (_numbered(known, place) for place in note.places):
        if anchor and known[anchor].words:
            matches.setdefault(_words_of(known[anchor]), anchor)
    runs = []
    for words, anchor in matches.items():
        text = words if runs else with_capital(words)
        runs += Run(", " if runs else " "), Run(text, REFERENCE, anchor)
    return (*runs, Run(".")) if runs else ()


def _numbered(known, anchor):
    """The nearest place that has a number or a name of its own: no point of a list without one."""
    anchor = resolved(known, anchor)
    while anchor and isinstance(item := known[anchor].thing, Item) and not item.label:
        anchor = resolved(known, anchor.rpartition("-")[0])
    return anchor


def _words_of(place):
    return NAME if isinstance(place.thing, Headlines) else place.words
