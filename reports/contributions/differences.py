"""A proposed section beside the one that was asked for and the one that the paper has now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reports.contributions.proposals import ProposedBlock, RequestedBlock, as_it_was

UNCHANGED, CHANGED, ADDED, REMOVED, MOVED = "unchanged", "changed", "added", "removed", "moved"


@dataclass(frozen=True)
class Row:
    """One block compared. `before` is what it said when it was asked for, `after` as proposed,
    `now` what the paper says, empty where it is not there.

    `is_moved` comes beside a change of its words; `clash` says that the paper has changed, since
    it was asked for, what the proposal would replace.
    """

    key: str
    name: str
    kind: str
    what: str
    before: str = ""
    after: str = ""
    now: str = ""
    is_moved: bool = False
    clash: bool = False

    @property
    def differs(self) -> bool:
        """Whether there is something to decide."""
        return self.what != UNCHANGED


def compared(
    blocks: Sequence[RequestedBlock],
    made: Sequence[ProposedBlock],
    now: Mapping[str, ProposedBlock],
) -> tuple[Row, ...]:
    """Every block of the proposal in its order, each that is left out behind what stood before it.
    `now` maps the slug of a standing block of the paper to what it is."""
    context = {block.slug: block for block in blocks}
    moved = _moved(blocks, made)
    rows, before = [], ""
    for item in made:
        rows.append(_row(item, context.get(item.key), now, moved, before))
        before = rows[-1].name if item.key in context else before
    saved = {entry.key for entry in made}
    for place, block in enumerate(blocks):
        if block.slug not in saved:
            above = [block.slug for block in blocks[:place]]
            at = max((spot for spot, row in enumerate(rows, 1) if row.key in above), default=0)
            rows.insert(at, _gone(block, now))
    return tuple(rows)


def _row(one, block, now, moved, before):
    if block is None:
        name = f"new {one.kind}, behind {before}" if before else f"new {one.kind}"
        return Row(one.key, name, one.kind, ADDED, after=one.said)
    was = as_it_was(block)
    is_moved = one.key in moved
    text = (one.heading, one.text, one.data) != (was.heading, was.text, was.data)
    what = CHANGED if text else MOVED if is_moved else UNCHANGED
    current = now.get(one.key)
    clash = what != UNCHANGED and (current is None or (text and not _is_same(current, was)))
    fields = {"before": was.said, "after": one.said, "now": current.said if current else ""}
    return Row(one.key, block.name, one.kind, what, is_moved=is_moved, clash=clash, **fields)


def _gone(block, now):
    was, current = as_it_was(block), now.get(block.slug)
    clash = current is not None and not _is_same(current, was)
    value = current.said if current else ""
    what = REMOVED if current else UNCHANGED
    return Row(block.slug, block.name, block.kind, what, before=was.said, now=value, clash=clash)


def _is_same(item, other):
    return (item.heading, item.text, item.data) == (other.heading, other.text, other.data)


def _moved(blocks, made):
    """The slugs that stand elsewhere among those that stay, or in another block."""
    before = {block.slug: block.parent for block in blocks}
    rows = [item.key for item in made if item.key in before]
    left = set(rows)
    old = [block.slug for block in blocks if block.slug in left]
    pairs = SequenceMatcher(None, old, rows, autojunk=False).get_matching_blocks()
    value = {slug for pair in pairs for slug in old[pair.a : pair.a + pair.size]}
    elsewhere = {
        item.key
        for item in made
        if item.key in before and item.parent != before[item.key] and before[item.key] in left
    }
    return (left - value) | elsewhere
