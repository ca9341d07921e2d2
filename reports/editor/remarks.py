"""The remarks on a paper, each with the place that it is about as the paper numbers it now."""

from reports.editor.outline import called
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper

WHOLE, GONE = "The paper as a whole", "A place that has been removed"


def remarked(paper: Paper) -> dict:
    """`open` and `settled`: lists of (where, remark with its replies), in the paper's order."""
    manuscript = read(paper)
    order, names = {"": 0}, {"": WHOLE}
    for place, block in enumerate(manuscript.blocks, 1):
        order[block.slug] = place
        names[block.slug] = called(manuscript, block).capitalize()
    rows = paper.remarks.opening().select_related("said_by", "settled_by")
    placed = sorted(rows, key=lambda item: (order.get(item.slug, len(order)), item.pk))
    entries = [
        (names.get(item.slug, GONE), item, item.slug in order and item.slug) for item in placed
    ]
    return {
        "open": [item for item in entries if not item[1].settled_on],
        "settled": [item for item in entries if item[1].settled_on],
    }
