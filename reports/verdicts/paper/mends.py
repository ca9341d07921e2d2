"""The words of a block that put right what was found in it, where they are known."""

from reports.checks.rule import Fault
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper


def mended(paper: Paper, fault: Fault) -> tuple[Block | None, dict]:
    """(the block, its new words) that put `fault` right; (None, {}) where its mend is not known or
    its old words do not stand exactly once in what is written there."""
    mend = fault.mend
    if mend is None or not mend.old:
        return None, {}
    block = paper.blocks.standing_at(fault.block)
    for name in ("text", "heading") if block else ():
        if getattr(block, name).count(mend.old) == 1:
            return block, {name: getattr(block, name).replace(mend.old, mend.new)}
    return None, {}
