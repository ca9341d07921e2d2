"""Every number a paper prints, reckoned from its outline; and each citation of one as printed.

No block holds a number. `number` walks the template's parts in order and gives each block and each
item its address, so a paragraph put in anywhere moves every label and every citation with it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from assurance.runtime.digits import whole
from reports.language import labels
from reports.language.grammar import Problem
from reports.language.outline import Address, LabelledItem, OutlineBlock, Walk
from reports.language.template import House, Template
from reports.language.tokens import Reference


@dataclass(frozen=True)
class Numbering:
    """The addresses of one paper. `order` holds the slugs as printed; `lead` opens the asking;
    `reasons` are those of recommendations that are printed in a part of their own."""

    blocks: dict[str, Address]
    parts: dict[str, Address]
    lists: dict[str, tuple[LabelledItem, ...]]
    ranges: dict[str, tuple[Address, Address]]
    children: dict[str, tuple[str, ...]]
    order: tuple[str, ...]
    lead: Address | None = None
    reasons: dict[str, Address] = field(default_factory=dict)

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
        reasons=walk.reasons,
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


_KINDS = {
    "para": ("paragraph", "lead"),
    "section": ("section", "part", "annex"),
    "annex": ("annex",),
    "rec": ("recommendation",),
    "table": ("table",),
    "chart": ("chart",),
}
_NAMES = {
    "para": "paragraph",
    "section": "section",
    "annex": "annex",
    "rec": "recommendation",
    "table": "table",
    "chart": "chart",
    "part": "part",
    "lead": "lead sentence",
    "heading": "subject heading",
    "headlines": "group of headline figures",
}


@dataclass(frozen=True)
class CitationText:
    """A citation's words (`paragraphs 25–28`) and the anchor, without `#`, that it leads to."""

    text: str
    anchor: str


def reference_text(
    reference: Reference, numbering: Numbering, house: House, where: str = ""
) -> CitationText | Problem:
    """What `reference` prints, or a Problem; `where` is the place of the citation in words."""
    try:
        return _resolve(reference, numbering, house)
    except _UnknownCitation as broken:
        return Problem(str(broken), where)


class _UnknownCitation(Exception):
    """A citation of nothing; its text is the sentence."""


def _resolve(reference, numbering, house):
    if reference.what == "paras":
        first = _find(numbering, reference.slug, "para", reference)
        last = _find(numbering, reference.to, "para", reference)
        return CitationText(_range_text(first, last, house, reference), first.anchor)
    address = _find(numbering, reference.slug, reference.what, reference)
    if reference.item:
        return _item(reference, numbering, address, house)
    if reference.what == "annex":
        return _annex(numbering, reference.slug, address, house)
    if reference.what == "section":
        return _section(numbering, reference, address, house)
    if reference.what == "rec":
        return CitationText(f"{house.recommendation} {address.number}", address.anchor)
    if reference.what == "para":
        return CitationText(_paragraph(address, house), address.anchor)
    return CitationText(address.label, address.anchor)


def _find(numbering, slug, what, reference):
    """The address of `slug`, where it is the kind of thing that `what` cites."""
    try:
        address = numbering.of(slug)
    except KeyError:
        raise _UnknownCitation(
            f"A link here cites “{slug}”, and this report has no {_NAMES[what]} of that name: "
            "cite another, or put it back."
        ) from None
    if address.kind not in _KINDS[what]:
        raise _UnknownCitation(
            f"{reference.raw or slug} cites “{slug}” as a {_NAMES[what]}, and it is a "
            f"{_NAMES.get(address.kind, address.kind)}: {_instead(address, slug)}."
        )
    return address


def _instead(address, slug):
    word = next((what for what, kinds in _KINDS.items() if address.kind == kinds[0]), "")
    return f"write [[{word}:{slug}]]" if word else "cite the paragraph that it is in"


def _item(reference, numbering, address, house):
    try:
        item = numbering.item(reference.slug, reference.item)
    except KeyError:
        raise _UnknownCitation(
            f"A link here cites item {reference.item} of {_paragraph(address, house)}, "
            "which has no such item: cite another, or put it back."
        ) from None
    text = f"{house.paragraph} {address.number}{item.suffix}"
    return CitationText(_within(text, address), item.anchor)


def _paragraph(address, house):
    return _within(f"{house.paragraph} {address.number}", address)


def _within(text: str, address: Address) -> str:
    return f"{text} of {address.within}" if address.within else text


def _range_text(first, last, house, reference):
    if first.within != last.within:
        raise _UnknownCitation(
            f"A link here cites a range that begins in {first.within or 'the report'} and ends in "
            f"{last.within or 'the report'}: cite each separately."
        )
    if last.place < first.place:
        raise _UnknownCitation(
            f"A link here cites a range that ends at {house.paragraph} {last.number}, "
            f"before it begins at {first.number}: turn it round."
        )
    return _span(first, last, house)


def _span(first, last, house):
    if first == last:
        return _paragraph(first, house)
    return _within(f"{house.paragraphs} {first.number}{house.range}{last.number}", first)


def _section(numbering, reference, address, house):
    """A numbered section by its number, any other by the range of its paragraphs."""
    if address.number and address.kind != "annex":
        return CitationText(f"{house.section} {address.number}", address.anchor)
    ends = numbering.section_range(reference.slug)
    if ends is None or ends[0].within != ends[1].within:
        raise _UnknownCitation(
            f"A link here cites “{address.title or reference.slug}”, which has no single run of "
            "numbered paragraphs: cite a paragraph."
        )
    return CitationText(_span(*ends, house), ends[0].anchor)


def _annex(numbering, slug, address, house):
    """An annex by its label; one that is a head over others by theirs (`Annexes B1 and B2`)."""
    inner = numbering.sub_annexes(slug)
    if len(inner) < 2:
        only = inner[0] if inner else address
        return CitationText(f"{house.annex} {only.label}", only.anchor)
    joint = " and " if len(inner) == 2 else " to "
    return CitationText(
        f"{house.annexes} {inner[0].label}{joint}{inner[-1].label}", inner[0].anchor
    )
