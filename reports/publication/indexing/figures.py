"""What is kept of an edition as it is published, so that its figures are followed from paper to
paper and the ledger knows what a committee was told.

It only writes; the operation around it holds the transaction and records history.
"""

from collections.abc import Iterator
from datetime import date

from reports.documents.document import (
    Document,
    Item,
    ItemList,
    Paragraph,
    Section,
    from_json,
    to_json,
    words,
)
from reports.documents.html.places import places, said_at
from reports.editions.models.editions import Edition
from reports.papers.rules import subjects
from reports.publication.models.figures import FIGURES, WORDS, PrintedFigure, SubjectTold

# Parts that name who to ask, who approved and what else there is: nobody is told anything there.
BESIDE = ("part-contacts", "part-approval", "part-background_papers", "part-abbreviations")


def index_edition(edition: Edition) -> None:
    """Keeps the figures of `edition` and the subjects that it tells of; a second call changes
    nothing."""
    if edition.printed_figures.exists() or edition.subjects_told.exists():
        return
    document = from_json(edition.document)
    PrintedFigure.objects.bulk_create(
        PrintedFigure(edition=edition, **row) for row in figures_of(document)
    )
    SubjectTold.objects.bulk_create(
        SubjectTold(edition=edition, **row) for row in subjects_of(document)
    )


def figures_of(document: Document) -> list[dict]:
    """The fields of a `PrintedFigure` for each figure of `document`."""
    known = places(document)
    return [
        {
            "number": entry.number,
            "key": entry.key,
            "member": entry.member,
            "title": entry.title[:300],
            "start": _day(entry.start),
            "end": _day(entry.end),
            "entry": to_json(entry),
            "places": [[anchor, said_at(known, anchor)] for anchor in entry.places],
        }
        for entry in document.figures
    ]


def subjects_of(document: Document) -> list[dict]:
    """The fields of a `SubjectTold` for each subject that `document` tells of: where a figure of
    it stands, else where its words do."""
    known = places(document)
    counted = [(subjects.subject_of(one.key), one.places) for one in document.figures]
    spoken = list(_spoken(document.sections))
    found = []
    for one in subjects.SUBJECTS:
        held = [places for slug, places in counted if slug == one.slug]
        said = [anchor for anchor, slugs in spoken if one.slug in slugs]
        anchors = [anchor for places in held for anchor in places] or said
        if held or said:
            told = [[anchor, said_at(known, anchor)] for anchor in dict.fromkeys(anchors)]
            how = FIGURES if held else WORDS
            found.append({"subject": one.slug, "how": how, "places": told})
    return found


def _spoken(blocks) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(anchor, subjects) of every paragraph, item and heading that speaks of any."""
    for block in blocks:
        if isinstance(block, Section):
            if block.anchor not in BESIDE:
                yield block.anchor, subjects.spoken_of(block.title)
                yield from _spoken(block.blocks)
        elif isinstance(block, ItemList):
            yield from _spoken(block.items)
        elif isinstance(block, Paragraph | Item):
            yield block.anchor, subjects.spoken_of(words(block))


def _day(said):
    return date.fromisoformat(said) if said else None
