"""Where things stand in a document, in words that a reader can follow: “paragraph 25”."""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.documents.document import (
    Chart,
    Document,
    Facts,
    Headlines,
    Item,
    ItemList,
    Notes,
    Paragraph,
    Section,
    Table,
)

NAME, POINTS = "headline figures", "main points"


@dataclass(frozen=True)
class Place:
    """One thing of a document that has an address: its name in words, and the thing itself."""

    words: str
    thing: object


def places(document: Document) -> dict[str, Place]:
    """Anchor → place of everything in `document` that a link can lead to."""
    return dict(_all_places(document))


def after_section(title: str) -> str:
    """The place of text that no section has, by the `title` of the section before it."""
    return f"the text after “{title}”" if title else ""


def _all_places(document):
    yield from _places(document.head, "", "")
    title = ""
    for block in document.sections:
        is_section = isinstance(block, Section)
        yield from _places(block, "" if is_section else after_section(title), "")
        title = full_title(block) if is_section else title


def full_title(section: Section) -> str:
    """The number and the title of a section: `2. Audits`."""
    return f"{section.number} {section.title}".strip()


def said_at(known: dict[str, Place], anchor: str) -> str:
    """What `anchor` is called, or the nearest thing that holds it; empty where nothing does."""
    anchor = resolved(known, anchor)
    return known[anchor].words if anchor else ""


def resolved(known: Mapping[str, Place], anchor: str) -> str:
    """`anchor`, or that of the nearest thing that contains it; empty where nothing does."""
    while anchor and anchor not in known:
        anchor = anchor.rpartition("-")[0]
    return anchor


def _places(value, within, annex):
    """(anchor, place) of all in `value`, which stands in what is called `within`."""
    if isinstance(value, tuple):
        for entry in value:
            yield from _places(entry, within, annex)
    elif isinstance(value, ItemList | Notes):
        for number, item in enumerate(value.items, 1):
            yield from _item(item, number, within, annex)
    elif type(value) in _NAMES:
        if isinstance(value, Section) and value.anchor.startswith("annex-"):
            annex = value.title.partition(":")[0]
        name = _NAMES[type(value)](value, within, annex)
        yield value.anchor, Place(name, value)
        inner = name.replace(NAME, POINTS) if isinstance(value, Headlines) else name
        yield from _places(_inside(value), inner, annex)


def _inside(value):
    if isinstance(value, Chart):
        return (value.table,)
    within = (getattr(value, name, ()) for name in ("blocks", "content", "main_points"))
    return next(filter(None, within), ())


def _item(item: Item, number, within, annex):
    label = item.label.rstrip(".)")
    name = f"{within} ({label})" if label else f"{within}, point {number}"
    yield item.anchor, Place(name, item)
    yield from _places(item.content, name, annex)


def _section(section, _within, _annex):
    return f"“{full_title(section)}”"


def _headlines(_headlines, within, annex):
    # They open the report, in whichever section they were written.
    return f"{within}, {NAME}" if annex and within else NAME


def _paragraph(paragraph, within, annex):
    number = paragraph.number.rstrip(".)")
    if not number:
        return within
    return f"{annex}, paragraph {number}" if annex else f"paragraph {number}"


def _table(table, within, _annex):
    return table.label or within


_NAMES = {
    Section: _section,
    Paragraph: _paragraph,
    Table: _table,
    Chart: lambda chart, _within, _annex: chart.label,
    Headlines: _headlines,
    Facts: lambda facts, _within, _annex: f"“{facts.caption}”",
}
