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
    text_of,
    to_json,
)
from reports.documents.html.places import places, said_at
from reports.editions.models.editions import Edition
from reports.papers.rules import subjects
from reports.publication.models.figures import FIGURES, TEXT_ONLY, PrintedFigure, SubjectTold

# Parts that name who to ask, who approved and what else there is: nobody is told anything there.
NOT_INDEXED = ("part-contacts", "part-approval", "part-background_papers", "part-abbreviations")


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
    counted = [(subjects.subject_of(figure.key), figure.places) for figure in document.figures]
    value = list(_subject_mentions(document.sections))
    matches = []
    for item in subjects.SUBJECTS:
        rows = [places for slug, places in counted if slug == item.slug]
        items = [anchor for anchor, slugs in value if item.slug in slugs]
        anchors = [anchor for places in rows for anchor in places] or items
        if rows or items:
            entries = [[anchor, said_at(known, anchor)] for anchor in dict.fromkeys(anchors)]
            how = FIGURES if rows else TEXT_ONLY
            matches.append({"subject": item.slug, "how": how, "places": entries})
    return matches


def _subject_mentions(blocks) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(anchor, subjects) of every paragraph, item and heading that speaks of any."""
    for block in blocks:
        if isinstance(block, Section):
            if block.anchor not in NOT_INDEXED:
                yield block.anchor, subjects.spoken_of(block.title)
                yield from _subject_mentions(block.blocks)
        elif isinstance(block, ItemList):
            yield from _subject_mentions(block.items)
        elif isinstance(block, Paragraph | Item):
            yield block.anchor, subjects.spoken_of(text_of(block))


def _day(value):
    return date.fromisoformat(value) if value else None
