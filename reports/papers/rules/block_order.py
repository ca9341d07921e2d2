"""The order of a paper's blocks, each before what stands in it, and changes of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

DEEPEST = 6
IN_ITSELF = "A block cannot be in or after itself: choose another place."
TOO_DEEP = f"There it would be more than {DEEPEST} deep: choose another place."


class PlacedBlock(Protocol):
    """What order needs to know of a block: its name, its part, and the name of what holds it."""

    slug: str
    part: str
    parent: str


@dataclass(frozen=True)
class Spot:
    """A place: in `part`, in the block `parent` or at its top, behind `after` or first."""

    part: str
    parent: str = ""
    after: str = ""


@dataclass(frozen=True)
class BlockPlace:
    """A block without its words."""

    slug: str
    part: str
    parent: str = ""


def nested(blocks: Iterable[PlacedBlock]) -> tuple:
    """`blocks` in their order, each before those that stand in it; what stands in itself last."""
    rows = tuple(blocks)
    known, inner = {block.slug for block in rows}, {}
    for block in rows:
        inner.setdefault(block.parent if block.parent in known else "", []).append(block)
    result, ahead = {}, inner.get("", [])[::-1]
    while ahead:
        block = ahead.pop()
        result[block.slug] = block
        ahead.extend(inner.get(block.slug, [])[::-1])
    return (*result.values(), *(block for block in rows if block.slug not in result))


def inside(rows: Iterable[PlacedBlock], slug: str) -> tuple[str, ...]:
    """`slug` and all that stands in it, in the order of the nested `rows`; an unknown one alone."""
    index = {slug: None}
    for row in rows:
        if row.parent in index:
            index[row.slug] = None
    return tuple(index)


def with_block(rows: Sequence[PlacedBlock], slug: str, spot: Spot) -> tuple[str, ...]:
    """The slugs of the nested `rows` once `slug`, with all that it holds, stands at `spot`.

    `slug` may be new. Where `after` stands deeper in what `spot` names, the block comes behind the
    neighbour that holds it; where it stands elsewhere, the block comes first.
    """
    moving = inside(rows, slug)
    rest = [row for row in rows if row.slug not in moving]
    place = _place(rest, spot)
    slugs = [row.slug for row in rest]
    return (*slugs[:place], *moving, *slugs[place:])


def neighbours(rows: Iterable[PlacedBlock], slug: str) -> tuple[str, ...]:
    """The slugs of what stands beside `slug` and itself: the same part, in the same block."""
    rows = tuple(rows)
    own = next(row for row in rows if row.slug == slug)
    return tuple(row.slug for row in rows if (row.part, row.parent) == (own.part, own.parent))


def spot_beside(rows: Iterable[PlacedBlock], slug: str, up: bool) -> Spot | None:
    """One place up or down among its neighbours, or None where it is the first or last."""
    rows = tuple(rows)
    other = neighbours(rows, slug)
    place = other.index(slug)
    own = next(row for row in rows if row.slug == slug)
    if place == (0 if up else len(other) - 1):
        return None
    if up:
        return Spot(own.part, own.parent, other[place - 2] if place > 1 else "")
    return Spot(own.part, own.parent, other[place + 1])


def depth(rows: Iterable[PlacedBlock], slug: str) -> int:
    """How many blocks `slug` stands in; nought at the top and for an unknown one."""
    parents = {row.slug: row.parent for row in rows}
    deep, above = 0, parents.get(slug, "")
    while above in parents and deep <= len(parents):
        deep, above = deep + 1, parents[above]
    return deep


def why_not_spot(rows: Sequence[PlacedBlock], slug: str, spot: Spot) -> str:
    """Why `slug`, with what stands in it, cannot stand at `spot`: in itself, or too deep."""
    items = inside(rows, slug)
    if spot.parent in items or spot.after in items:
        return IN_ITSELF
    top = depth(rows, slug)
    below = max(depth(rows, item) for item in items) - top
    above = depth(rows, spot.parent) + 1 if spot.parent else 0
    return TOO_DEEP if above + below >= DEEPEST else ""


def _place(rest, spot):
    """How many of `rest` stand before what is put at `spot`."""
    slugs = [row.slug for row in rest]
    other = _preceding_sibling(rest, spot)
    if other:
        current = inside(rest, other)
        return max(slugs.index(item) for item in current) + 1
    if spot.parent in slugs:
        return slugs.index(spot.parent) + 1
    of_part = [place for place, row in enumerate(rest) if row.part == spot.part]
    return of_part[0] if of_part else len(rest)


def _preceding_sibling(rest, spot):
    """The neighbour of `spot` that `after` is, or stands in; empty where there is none."""
    by_slug = {row.slug: row for row in rest}
    row, version = by_slug.get(spot.after), set()
    while row and row.slug not in version:
        if (row.part, row.parent) == (spot.part, spot.parent):
            return row.slug
        version.add(row.slug)
        row = by_slug.get(row.parent)
    return ""
