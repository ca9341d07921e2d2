"""One figure as a further row of a table or chart that stands in the paper already."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assurance.figures.measurement import measure
from assurance.figures.registry import FIGURES
from reports.editor.figure_catalogue import label_of
from reports.editor.figure_insertion import written
from reports.editor.outline import name_of
from reports.papers.assembly.tokens import questions_of
from reports.papers.language.tokens import Quote
from reports.papers.manuscript import Manuscript

HOLDS_ROWS = ("grid", "cells")


@dataclass(frozen=True)
class ExtendableBlock:
    """A table or chart that a row can be added to, and what it is called with its caption."""

    slug: str
    name: str


def tables(manuscript: Manuscript) -> list[ExtendableBlock]:
    """Every table and chart of `manuscript` whose rows are written in it, in print order."""
    matches = []
    for block in manuscript.blocks:
        if any(name in block.data for name in HOLDS_ROWS):
            address = manuscript.numbering.of(block.slug)
            name = name_of(block.kind, address.label, address.number)
            matches.append(ExtendableBlock(block.slug, f"{name}: {block.data.get('caption', '')}"))
    return matches


def with_row(manuscript: Manuscript, quote: Quote, data: Mapping, rows: str) -> str:
    """The lines `rows` of the form of a table of `data`, with one more for the figure of `quote`:
    the last, or the last before a total."""
    lines = rows.splitlines()
    inner = data.get("grid") or data.get("cells") or {}
    place = len(lines) - bool(inner.get("total_row"))
    return "\n".join((*lines[:place], _row(manuscript, quote, data), *lines[place:]))


def _row(manuscript, quote, data):
    label = label_in(manuscript, quote)
    bare = replace(quote, when="", form="number")
    if "cells" not in data:
        return f"{label} | {written(bare)[2:-2]}"
    empty = len(data["cells"]["columns"]) - 2
    return f"{label} | {written(quote)}{' |' * max(empty, 0)}"


def label_in(manuscript: Manuscript, quote: Quote) -> str:
    """What the row of the figure of `quote` is called, in the words that its own day has for it."""
    figure = FIGURES[quote.key]
    query = questions_of(replace(quote, form="number"), FIGURES, manuscript)
    exact = measure(manuscript.council, query, FIGURES, public=False).exact
    values = [exact.get(item, {}).get(quote.member) for item in query]
    return next((label_of(figure, value) for value in values if value), figure.title)
