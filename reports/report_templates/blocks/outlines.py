"""A standing text, table or list by what it means, for who sees no value of a report."""

from collections.abc import Iterable
from dataclasses import dataclass

from assurance.figures.quotable import LISTS
from reports.papers.manuscript import BlockText, Manuscript
from reports.report_templates.blocks.meanings import meanings_in
from reports.report_templates.blocks.standing_texts import pieces, pieces_of

Pieces = list[tuple[str, bool]]


@dataclass(frozen=True)
class BlockOutline:
    """What a block prints in meanings: its own text, the headings across and down it, its last
    sentence; each in pieces (text, whether a live value)."""

    text: Pieces
    columns: tuple[Pieces, ...] = ()
    rows: tuple[Pieces, ...] = ()
    finding: Pieces = ()


def outline_of(manuscript: Manuscript, block: BlockText) -> BlockOutline:
    """The block of a template by what it means."""
    plain = vars(block)
    live = meanings_in(manuscript, [plain])
    data = block.data
    columns, rows = _headings(data)
    if (data.get("grid") or {}).get("turned"):
        columns, rows = rows, columns
    return BlockOutline(
        list(pieces(plain, live)),
        _in_pieces(columns, live),
        _in_pieces(rows, live),
        list(pieces_of(data.get("finding") or data.get("reason") or "", live)),
    )


def _headings(data) -> tuple[list[str], list[str]]:
    """The headings across, and those down, of what a block's data hold."""
    if grid := data.get("grid"):
        return [[item["label"] for item in grid[name]] for name in ("columns", "rows")]
    if cells := data.get("cells"):
        return [item["label"] for item in cells["columns"]], [row[0] for row in cells["rows"]]
    if target := data.get("records"):
        kind = LISTS[target["what"]]
        names = target.get("columns") or kind.columns
        return [kind.columns[name][0] for name in names], [f"Each of: {kind.title.lower()}"]
    return [], []


def _in_pieces(texts: Iterable[str], live) -> tuple[Pieces, ...]:
    return tuple(list(pieces_of(text, live)) for text in texts)
