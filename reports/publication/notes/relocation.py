"""From a place of one edition of a paper to the same place of another: by the block that stands
there, by what a figure counts, and where neither is known by the same words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reports.documents.document import Chart, Document, Entry, Item, Paragraph, Table, words
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
    found = places(document).get(anchor)
    if found is None or not isinstance(found.thing, NOTED):
        return ""
    return found.words or "a place without a number"


def said(document: Document, anchor: str) -> str:
    """The words that stand at a place, as one line; empty where there is none."""
    if figure := figure_at(document, anchor):
        return figure.text
    found = places(document).get(anchor)
    return " ".join(words(found.thing).split()) if found else ""


def figure_at(document: Document, anchor: str) -> Entry | None:
    """The figure that an anchor such as `figure-3` means, or None."""
    number = anchor.removeprefix(FIGURE)
    if number == anchor:
        return None
    return next((one for one in document.figures if str(one.number) == number), None)


def followed(anchor: str, then: PrintedEdition, now: PrintedEdition) -> str:
    """Where what stood at `anchor` of `then` stands in `now`; empty where it is gone."""
    if figure := figure_at(then.document, anchor):
        same = (one for one in now.document.figures if _identity(one) == _identity(figure))
        return next((f"{FIGURE}{one.number}" for one in same), "")
    here = places(now.document)
    slug = _block_at(anchor, then.anchors)
    if slug and now.anchors:
        whole = now.anchors.get(slug, "")
        part = whole + anchor.removeprefix(then.anchors[slug])
        return next((one for one in (part, whole) if one in here), "")
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
    told = places(before).get(anchor)
    if told is None:
        return ""
    alike = [one for one, place in here.items() if words(place.thing) == words(told.thing)]
    if anchor in alike or not alike:
        return anchor if anchor in here else ""
    return alike[0]


def _identity(entry):
    return entry.key, entry.member, entry.cohort, entry.start, entry.end
