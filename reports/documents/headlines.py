"""The headline figures that open a document: which they are, and the same as a table."""

from collections.abc import Iterator
from dataclasses import replace

from reports.documents.document import (
    Cell,
    Document,
    Headline,
    Headlines,
    Run,
    Section,
    Table,
)
from reports.documents.entries import Entry

HEADLINE_CAPTION, FIRST_CAPTION = "Headline figures", "First figures of this report"
HEADLINE_COLUMNS = ("Figure", "Value", "Date and base")
CHANGE, MAIN_POINTS = "Change", "Main points"
ANNEX = "annex-"
# A line needs so many values.
FEWEST_OF_A_LINE = 3


def parted(document: Document) -> tuple[Headlines | None, Document]:
    """(the headline figures that open `document`, the document without them): the first group that
    stands in no annex, else its first figures. A section of nothing else is left out too."""
    leading = next(_groups(document.sections), document.opening)
    if leading is None:
        return None, document
    rest = _without(document.sections, leading, None)
    return leading, replace(document, sections=rest, opening=None)


def caption_of(headlines: Headlines) -> str:
    """The title of a group of figures: another where they are only the first ones."""
    return FIRST_CAPTION if headlines.unchosen else HEADLINE_CAPTION


def with_leading(document: Document, leading: Headlines, now: Headlines) -> Document:
    """The document with `now` in the place of the figures `leading` that open it."""
    opening = now if document.opening is leading else document.opening
    rest = _without(document.sections, leading, now)
    return replace(document, sections=rest, opening=opening)


def headline_entries(
    document: Document, leading: Headlines
) -> tuple[tuple[Headline, Entry | None], ...]:
    """Each figure of the group `leading` of `document` with its entry; None where it has none."""
    entries = {str(entry.number): entry for entry in document.counted}
    return tuple(
        (item, entries.get(item.value[0].to) if item.value else None) for item in leading.items
    )


def _groups(blocks) -> Iterator[Headlines]:
    for block in blocks:
        if isinstance(block, Headlines):
            yield block
        elif isinstance(block, Section) and not block.anchor.startswith(ANNEX):
            yield from _groups(block.blocks)


def _without(blocks, leading, now):
    changed = (_changed(block, leading, now) for block in blocks)
    return tuple(block for block in changed if block is not None)


def _changed(block, leading, now):
    """`block` with `now` for `leading` in it; None where nothing is left of it."""
    if block is leading:
        return now
    if not isinstance(block, Section):
        return block
    inner = _without(block.blocks, leading, now)
    return replace(block, blocks=inner) if inner or not block.blocks else None


def headline_table(headlines: Headlines) -> Table:
    """Headline figures as a table, for Word and for data."""
    texts = (
        *HEADLINE_COLUMNS,
        *([CHANGE] if any(item.change or item.mark for item in headlines.items) else []),
    )
    columns = [Cell((Run(text),), header=True) for text in texts]
    columns[1] = replace(columns[1], numeric=True)
    rows = tuple(_row(item)[: len(columns)] for item in headlines.items)
    return Table(headlines.anchor, "", caption_of(headlines), tuple(columns), rows)


def _row(item: Headline):
    # What a number is out of follows its date, as the head of the column has it.
    base = (Run(f", {item.unit}"),) if item.unit.startswith("of ") else ()
    about = Cell((*item.about, *base))
    cells = (Cell((Run(item.name),), header=True), Cell(item.value, True), about)
    context = " ".join(filter(None, (_sentence(item.change), item.mark)))
    return (*cells, Cell((Run(context),) if context else ()))


def _sentence(words):
    return words and f"{words.rstrip('.')}."
