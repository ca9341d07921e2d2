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
    asked = {one.slug: one for one in blocks}
    moved = _moved(blocks, made)
    rows, before = [], ""
    for one in made:
        rows.append(_row(one, asked.get(one.key), now, moved, before))
        before = rows[-1].name if one.key in asked else before
    kept = {one.key for one in made}
    for place, block in enumerate(blocks):
        if block.slug not in kept:
            above = [one.slug for one in blocks[:place]]
            at = max((spot for spot, row in enumerate(rows, 1) if row.key in above), default=0)
            rows.insert(at, _gone(block, now))
    return tuple(rows)


def _row(one, block, now, moved, before):
    if block is None:
        name = f"new {one.kind}, behind {before}" if before else f"new {one.kind}"
        return Row(one.key, name, one.kind, ADDED, after=one.said)
    was = as_it_was(block)
    is_moved = one.key in moved
    words = (one.heading, one.text, one.data) != (was.heading, was.text, was.data)
    what = CHANGED if words else MOVED if is_moved else UNCHANGED
    standing = now.get(one.key)
    clash = what != UNCHANGED and (standing is None or (words and not _is_same(standing, was)))
    said = {"before": was.said, "after": one.said, "now": standing.said if standing else ""}
    return Row(one.key, block.name, one.kind, what, is_moved=is_moved, clash=clash, **said)


def _gone(block, now):
    was, standing = as_it_was(block), now.get(block.slug)
    clash = standing is not None and not _is_same(standing, was)
    said = standing.said if standing else ""
    what = REMOVED if standing else UNCHANGED
    return Row(block.slug, block.name, block.kind, what, before=was.said, now=said, clash=clash)


def _is_same(one, other):
    return (one.heading, one.text, one.data) == (other.heading, other.text, other.data)


def _moved(blocks, made):
    """The slugs that stand elsewhere among those that stay, or in another block."""
    before = {one.slug: one.parent for one in blocks}
    kept = [one.key for one in made if one.key in before]
    left = set(kept)
    old = [one.slug for one in blocks if one.slug in left]
    pairs = SequenceMatcher(None, old, kept, autojunk=False).get_matching_blocks()
    stays = {slug for pair in pairs for slug in old[pair.a : pair.a + pair.size]}
    elsewhere = {
        one.key
        for one in made
        if one.key in before and one.parent != before[one.key] and before[one.key] in left
    }
    return (left - stays) | elsewhere
