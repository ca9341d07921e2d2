"""How a copied block read in the report that it comes from."""

from dataclasses import dataclass

from reports.documents.data.tables import titled
from reports.documents.document import Chart, ItemList, Table, Text, text_of
from reports.documents.html.places import places
from reports.editions.snapshot import draft
from reports.editor.carry_forward.review import origin_of
from reports.papers import looks
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper


@dataclass(frozen=True)
class EarlierBlock:
    """The block called `slug` of an earlier report, `paper`, and the texts that it printed there,
    in order."""

    paper: Paper
    slug: str
    texts: tuple[str, ...]


def last_time(paper: Paper, slug: str) -> EarlierBlock | None:
    """The block that the one called `slug` was copied from, as its report prints it; None where it
    was not copied or that report has it no more."""
    origin, _ = looks.rows_of(paper).get(slug, ("", None))
    before = origin_of(paper) if origin else None
    if before is None:
        return None
    manuscript = read(before)
    if all(block.slug != origin for block in manuscript.blocks):
        return None
    anchor = manuscript.numbering.of(origin).anchor
    known = places(draft(before))
    texts = _texts(known[anchor].thing) if anchor in known else ()
    return EarlierBlock(before, origin, tuple(text for text in texts if text))


def _texts(thing):
    """What a thing of a document prints, a text to a paragraph or item; of one that is drawn its
    title alone."""
    if isinstance(thing, Table | Chart):
        yield titled(thing)
        return
    heading = getattr(thing, "heading", ()) or getattr(thing, "title", "")
    yield heading if isinstance(heading, str) else text_of(heading)
    if isinstance(thing, Text):
        yield text_of(thing)
    for item in getattr(thing, "content", ()):
        yield from _item_texts(item) if isinstance(item, ItemList) else _texts(item)


def _item_texts(items):
    for item in items.items:
        first, *rest = tuple(_texts(item)) or ("",)
        yield f"{item.label} {first}".strip()
        yield from rest
