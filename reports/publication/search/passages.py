"""An issued paper cut into what search can find: the paper itself, then each heading, paragraph,
table, chart, recommendation and block of facts, each with its address in the paper.

A paper is about a subject where it prints a figure of it: the first word of a figure's key says
which. Every other way to tell would have to be kept by somebody.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.documents.document import (
    NOTE,
    Chart,
    Document,
    Facts,
    ItemList,
    Notes,
    Paragraph,
    Run,
    Section,
    Table,
    text_of,
)
from reports.documents.html.places import places
from reports.papers.rules.subjects import subject_of


@dataclass(frozen=True)
class PassageText:
    """One passage: its anchor (empty for the paper itself), what its place is called, its heading
    and its words as readers see them."""

    anchor: str
    label: str
    heading: str
    words: str


def passages(document: Document) -> list[PassageText]:
    """The passages of `document` in its order."""
    known = places(document)
    whole = PassageText("", "", document.title, _plain_words(document.head.rows))
    cut = (item for section in document.sections for item in _cut(section))
    matches = [_named(item, known) for item in cut]
    return [whole, *(item for item in matches if item.heading or item.words)]


def subjects_of(document: Document) -> set[str]:
    """The subjects, by the slugs of `Subject`, of which the paper prints a figure."""
    return {subject_of(figure.key) for figure in document.figures} - {""}


def _cut(value) -> Iterator[PassageText]:
    if isinstance(value, Section):
        yield PassageText(value.anchor, "", f"{value.number} {value.title}".strip(), "")
        for block in value.blocks:
            yield from _cut(block)
    elif isinstance(value, Paragraph):
        yield PassageText(
            value.anchor, "", _plain_words(value.heading), _plain_words(value.content)
        )
    elif isinstance(value, Table):
        body = (value.columns, value.rows, value.notes)
        yield PassageText(
            value.anchor, "", f"{value.label} {value.caption}".strip(), _plain_words(body)
        )
    elif isinstance(value, Chart):
        heading = f"{value.label} {value.caption}".strip()
        yield PassageText(
            value.anchor, "", heading, f"{value.finding} {_plain_words(value.table.rows)}".strip()
        )
    elif isinstance(value, Facts):
        yield PassageText(value.anchor, "", "", _plain_words(value.rows))
    elif isinstance(value, ItemList | Notes):
        for item in value.items:
            yield PassageText(item.anchor, "", "", _plain_words(item.content))


def _named(value, known):
    place = known.get(value.anchor)
    return PassageText(value.anchor, place.words if place else "", value.heading, value.words)


def _plain_words(value):
    """What `value` prints, without the marks that call notes."""
    return " ".join(text_of(_without_marks(value)).split())


def _without_marks(value):
    if not isinstance(value, tuple):
        runs = getattr(value, "runs", None)
        return value if runs is None else _without_marks(runs)
    rows = (item for item in value if not (isinstance(item, Run) and item.kind == NOTE))
    return tuple(_without_marks(item) if not isinstance(item, Run) else item for item in rows)
