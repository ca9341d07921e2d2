"""Every number a paper prints, reckoned from its outline.

No block holds a number. `number` walks the template's parts in order and gives each block and each
item its address, so a paragraph put in anywhere moves every label and every citation with it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assurance.runtime.digits import whole
from reports.papers.language import labels
from reports.papers.language.outline import Address, LabelledItem, OutlineBlock, Walk
from reports.papers.language.template import Template


@dataclass(frozen=True)
class Numbering:
    """The addresses of one paper. `order` holds the slugs as printed; `lead` opens the asking."""

    blocks: dict[str, Address]
    parts: dict[str, Address]
    lists: dict[str, tuple[LabelledItem, ...]]
    ranges: dict[str, tuple[Address, Address]]
    children: dict[str, tuple[str, ...]]
    order: tuple[str, ...]
    lead: Address | None = None

    def of(self, slug: str) -> Address:
        """The address of a block, or else of a part. Raises KeyError where there is neither."""
        return self.blocks[slug] if slug in self.blocks else self.parts[slug]

    def items(self, slug: str) -> tuple[LabelledItem, ...]:
        """The items of a block in one row, each with those in it; empty where it has none."""
        return self.lists.get(slug, ())

    def item(self, slug: str, path: str | Sequence[int]) -> Address:
        """The address of an item: places from 1, or labels (`iv-2`). Raises KeyError for none."""
        result, row = None, self.items(slug)
        for step in path.split("-") if isinstance(path, str) else path:
            result = _by_label(row, step) if isinstance(step, str) else _by_place(row, step)
            if result is None:
                raise KeyError(slug)
            row = result.items
        if result is None:
            raise KeyError(slug)
        return result.address

    def section_range(self, slug: str) -> tuple[Address, Address] | None:
        """First and last numbered paragraph of a section, annex or part; None where it has none."""
        return self.ranges.get(slug if slug in self.blocks else f"part {slug}")

    def sub_annexes(self, slug: str) -> tuple[Address, ...]:
        """The annexes within an annex: B1 and B2 of B."""
        inner = (self.blocks[child] for child in self.children.get(slug, ()))
        return tuple(address for address in inner if address.kind == "annex")


def number(
    blocks: Sequence[OutlineBlock], template: Template, filled: Collection[str] = ()
) -> Numbering:
    """The addresses of `blocks` (in their order, each with its own slug) under `template`.

    `filled` names the parts that have words of their own besides blocks: where sections bear the
    numbers, such a part takes one. Blocks of an unknown part or parent come last, unnumbered.
    """
    walk = Walk(blocks, template)
    for part in template.parts:
        walk.through_part(part, filled)
    walk.through_strays()
    return Numbering(
        blocks=walk.blocks,
        parts=walk.parts,
        lists=walk.lists,
        ranges=walk.ranges,
        children={slug: tuple(row.slug for row in rows) for slug, rows in walk.inner.items()},
        order=tuple(walk.blocks),
        lead=walk.lead,
    )


def _by_place(row, place):
    return row[place - 1] if 0 < place <= len(row) else None


def _by_label(row, written):
    """The item printed with that label, else the point of that number, else by another style."""
    numbered = [item for item in row if item.address.label]
    points = [item for item in row if not item.address.label]
    result = next((item for item in numbered if item.address.number == written), None)
    if result is None and written.isdecimal():
        result = _by_place(points, whole(written) or 0)
    for style in ("roman", "letter", "number"):
        if result is None and (place := labels.place_of(written, style)):
            result = _by_place(numbered, place)
    return result
