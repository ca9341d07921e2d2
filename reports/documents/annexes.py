"""The annexes of a document, each by itself as a document of its own."""

from dataclasses import fields, is_dataclass, replace

from reports.documents.document import (
    FIGURE,
    NOTE,
    PLAIN,
    REFERENCE,
    TYPED,
    Document,
    Run,
    Section,
)
from reports.documents.html.places import places

ANCHOR = "annex-"


def annex_sections(document: Document) -> tuple[Section, ...]:
    """The annexes of `document`, in its order."""
    rows = (item for item in document.sections if isinstance(item, Section))
    return tuple(item for item in rows if item.anchor.startswith(ANCHOR))


def annex_alone(document: Document, annex: Section) -> Document:
    """The document that holds `annex` of `document` and nothing else: what it cites elsewhere is
    words without a link, only the figures that it prints are named at its end, and neither the
    permanent address of the report nor its digest is its own."""
    front = document.front and replace(document.front, asking="", commitments=())
    rest = {"enclosed": (), "records": (), "address": "", "front": front, "opening": None}
    alone = replace(document, sections=(annex,), **rest)
    numbers = {run.to for run in _runs(annex) if run.kind in (FIGURE, TYPED)}
    figures = tuple(entry for entry in document.figures if str(entry.number) in numbers)
    whole = _linked_within(alone, {*places(alone)})
    return replace(whole, title=f"{document.title}: {annex.title}", figures=figures)


def _linked_within(value, anchors):
    """The value without links that lead to none of `anchors`."""
    if isinstance(value, Run):
        leads = value.kind in (REFERENCE, NOTE) and value.to not in anchors
        return replace(value, kind=PLAIN, to="") if leads else value
    if isinstance(value, tuple):
        return tuple(_linked_within(item, anchors) for item in value)
    if is_dataclass(value):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        inner = {name: _linked_within(item, anchors) for name, item in parts.items()}
        return replace(value, **inner)
    return value


def _runs(value):
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _runs(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _runs(getattr(value, field.name))
