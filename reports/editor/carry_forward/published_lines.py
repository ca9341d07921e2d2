"""The lines that the newest edition of a report prints in each of its blocks."""

from collections.abc import Iterator, Mapping, Sequence

from reports.documents.document import (
    Chart,
    Headlines,
    Item,
    Paragraph,
    Section,
    Table,
    Text,
    from_json,
    text_of,
)
from reports.documents.html.places import places
from reports.papers.models.papers import Paper
from reports.prose.marks import sentences


def lines_as_printed(paper: Paper) -> Mapping[str, Sequence[str]] | None:
    """Slug → the heading, sentences and rows of each block of `paper` as its newest edition prints
    them, behind a recommendation the paragraphs of no block, one of which is its reason; None where
    it was never published or its blocks cannot be found."""
    edition = paper.editions.published().first()
    anchors = anchors_as_published(paper) if edition else {}
    if not anchors:
        return None
    known = places(from_json(edition.document))
    things = ((slug, known[anchor].thing) for slug, anchor in anchors.items() if anchor in known)
    rest = [place.thing for anchor, place in known.items() if anchor not in anchors.values()]
    paragraphs = [*_each(thing for thing in rest if isinstance(thing, Paragraph))]
    return {
        slug: [*_lines(thing), *(paragraphs if isinstance(thing, Item) else ())]
        for slug, thing in things
    }


def anchors_as_published(paper: Paper) -> Mapping[str, str]:
    """Slug of a block → its anchor in the edition that was published last, also while a correction
    of it is being written."""
    saved = getattr(paper, "before_correction", None)
    if saved is None:
        return paper.frozen_anchors
    return (saved.content[0]["fields"]["frozen"] or {}).get("anchors", {})


def _lines(thing) -> Iterator[str]:
    heading = getattr(thing, "heading", ()) or getattr(thing, "title", "")
    yield heading if isinstance(heading, str) else text_of(heading)
    yield getattr(thing, "caption", "")
    if isinstance(thing, Text):
        yield from (item.text for item in sentences(text_of(thing)))
    elif isinstance(thing, Table):
        for row in (thing.columns, *thing.rows):
            yield " | ".join("".join(run.text for run in cell.runs) for cell in row)
        yield from _each(thing.notes)
    elif isinstance(thing, Headlines):
        for item in thing.items:
            yield " | ".join((item.name, "".join(run.text for run in item.value)))
    elif isinstance(thing, Chart):
        yield from _lines(thing.table)
    elif not isinstance(thing, Section):
        yield from _each(getattr(thing, "content", ()) or getattr(thing, "items", ()))


def _each(things):
    for item in things:
        yield from _lines(item)
