"""What a reader's own notes put on the pages of a paper: nothing where nobody is signed in."""

from django.template.loader import render_to_string
from django.urls import reverse

from reports.publication.notes.queries import at, noted
from reports.publication.notes.relocation import FIGURE, named


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


def own_notes(reader, edition, document) -> OwnNotes | None:
    """The notes of somebody of the paper's council who is signed in; None for anybody else."""
    own = reader.is_authenticated and reader.council_id == edition.paper.council_id
    return OwnNotes(reader, edition, document) if own else None


def _address(edition, anchor):
    paper = edition.paper
    where = (paper.council.slug, paper.series.slug, paper.slug, edition.number, anchor)
    return reverse("papers:note-on", args=where)
