"""From a place of one edition of a paper to the same place of another: by the block that stands
there, by what a figure counts, and where neither is known by the same words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assurance.figures.keys import current_key
from reports.documents.document import Chart, Document, Entry, Item, Paragraph, Table, text_of
from reports.documents.html.places import places

FIGURE = "figure-"
NOTED = (Paragraph, Table, Chart, Item)


@dataclass(frozen=True)
class PrintedEdition:
    """An edition's words, and slug of a block → its anchor there (empty where nobody kept it)."""

    document: Document
    anchors: Mapping[str, str] = field(default_factory=dict)


def named(document: Document, anchor: str) -> str:
    """What the place is called: “paragraph 25”, “Table 1”, a figure by its title and day; empty
    where `document` has no paragraph, table, chart or figure there."""
    if figure := figure_at(document, anchor):
        return f"{figure.title}, {figure.when}"
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
    return current_key(entry.key), entry.member, entry.cohort, entry.start, entry.end
