"""The remarks on a paper, each with the place that it is about as the paper numbers it now."""

from reports.editor.outline import name_of
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper

WHOLE, GONE = "The paper as a whole", "A place that has been removed"


def remarked(paper: Paper) -> dict:
    """`open` and `settled`: lists of (where, remark with its replies), in the paper's order."""
    manuscript = read(paper)
    order, numbering = {"": 0}, manuscript.numbering
    names = {"": WHOLE}
    for place, block in enumerate(manuscript.blocks, 1):
        address = numbering.of(block.slug)
        order[block.slug] = place
        names[block.slug] = name_of(block.kind, address.label, address.number).capitalize()
    rows = paper.remarks.opening().select_related("said_by", "settled_by")
    placed = sorted(rows, key=lambda one: (order.get(one.slug, len(order)), one.pk))
    told = [(names.get(one.slug, GONE), one, one.slug in order and one.slug) for one in placed]
    return {
        "open": [one for one in told if not one[1].settled_on],
        "settled": [one for one in told if one[1].settled_on],
    }
