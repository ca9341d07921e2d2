"""The rows of a paper that the operations on papers share: versions, editors, named dates, blocks.

Each only writes; the operation around it holds the transaction, refuses by its rules and records
history.
"""

from collections.abc import Iterable, Mapping

from assurance import history
from assurance.periods import When
from assurance.refusals import refuse_if
from reports.models.blocks import Block, NamedDate
from reports.models.papers import Editing, Paper

DEEPEST = 6


def save_next(row) -> None:
    """Saves `row` as its next version."""
    row.version += 1
    row.save()


def note_editor(paper: Paper, by) -> None:
    """Keeps `by` from approving `paper` in this round; a command line writes for nobody."""
    if not isinstance(by, history.CommandLine):
        Editing.objects.get_or_create(paper=paper, round=paper.round, editor=by)


def name_dates(paper: Paper, names: Mapping[str, When]) -> None:
    """Gives `paper` its named days and periods."""
    NamedDate.objects.bulk_create(
        NamedDate(paper=paper, name=name, start=when.start, end=when.end)
        for name, when in names.items()
    )


def lay_blocks(paper: Paper, blocks: Iterable[Mapping]) -> None:
    """Gives `paper` its blocks in order, each a mapping of its fields and the slug of its parent.

    Raises `Refused` for a slug used twice, a parent that does not stand before what is in it, and
    for blocks that stand more than six deep in one another.
    """
    laid, depths, levels = {}, {"": 0}, [[] for _ in range(DEEPEST)]
    for order, block in enumerate(blocks, 1):
        slug, above = block["slug"], block.get("parent") or ""
        refuse_if(_why_not_lay(slug, above, depths))
        depths[slug] = depths[above] + 1
        rest = {name: value for name, value in block.items() if name != "parent"}
        laid[slug] = Block(paper=paper, order=order, parent=laid.get(above), **rest)
        levels[depths[above]].append(laid[slug])
    for level in levels:
        Block.objects.bulk_create(level)


def _why_not_lay(slug, above, depths):
    if slug in depths:
        return f"Two blocks are called “{slug}”: give each a slug of its own."
    if above not in depths:
        return (
            f"The block “{slug}” stands in “{above}”, which does not come before it: "
            "put what holds a block first."
        )
    if depths[above] == DEEPEST:
        return f"The block “{slug}” stands more than {DEEPEST} deep: take it out of a section."
    return ""
