"""How many items or rows a list or a table of the paper has, for sentences that give the number."""

from reports.language.text import parse, shape
from reports.papers.assembly import records
from reports.papers.manuscript import BlockText, Manuscript

NO_ROWS = (
    "A number of rows here names no list or table of this report that has rows to count: choose "
    "another, or take it out."
)


def row_count(manuscript: Manuscript, slug: str) -> int | None:
    """The items of a list, or the rows of a table without its totals; of a list of records that
    prints the first of them, all there are. None where neither is there.

    Raises `records.ListRefused` for a list from records that cannot be made.
    """
    block = next((block for block in manuscript.blocks if block.slug == slug), None)
    return _rows(manuscript, block) if block else None


def counted_blocks(manuscript: Manuscript) -> dict[str, int]:
    """Slug → rows of every block that has any, in print order; lists from records are left out."""
    blocks = (block for block in manuscript.blocks if "records" not in block.data)
    counts = {block.slug: _rows(manuscript, block) for block in blocks}
    return {slug: count for slug, count in counts.items() if count}


def _rows(manuscript, block: BlockText) -> int | None:
    if "records" in block.data:
        _day, made = records.listed_in(manuscript, block.data["records"])
        return made.count
    table = block.data.get("cells") or block.data.get("grid")
    if table and table.get("turned"):
        return len(table.get("columns", ()))
    if table:
        return len(table.get("rows", ())) - bool(table.get("total_row"))
    return len(shape(parse(block.text))) or None
