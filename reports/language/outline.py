"""The walk through a paper's outline that gives each block and item its place and label."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from reports.language import labels
from reports.language.template import DECIMAL, REASONS_APART, Part, Template
from reports.language.text import Shape


@dataclass(frozen=True)
class OutlineBlock:
    """A block as numbering sees it; `items` is `text.shape` of its text, `reason` what it gives."""

    slug: str
    kind: str
    part: str
    parent: str = ""
    heading: str = ""
    items: tuple[Shape, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Address:
    """Where a thing stands. `label` is what it prints (`25.`, `ii.`, `B1`, `Table 2`) or empty.

    `number` is the bare number that citations use (an unlabelled paragraph has its place there),
    `within` the words that make a number unique (`Annex A`) and `suffix` an item's path in print
    (`(iv), point 2`). `place` orders addresses as they are printed.
    """

    label: str
    anchor: str
    kind: str
    title: str = ""
    number: str = ""
    within: str = ""
    suffix: str = ""
    place: int = 0


@dataclass(frozen=True)
class LabelledItem:
    """An item's address and those of the items in it."""

    address: Address
    items: tuple["LabelledItem", ...] = ()


@dataclass
class _Scope:
    """A run of paragraph numbers; `within` names it where its numbers are not the paper's own,
    `stem` is what each of them begins with (`2.`)."""

    numbered: bool
    prefix: str = ""
    within: str = ""
    stem: str = ""
    count: int = 0


@dataclass
class _OpenSection:
    """A part or section being walked; `level` is that of the sections in it, counted in `count`."""

    anchor: str
    number: str = ""
    label: str = ""
    level: int = 0
    numbered: bool = False
    count: int = 0


@dataclass(frozen=True)
class _WalkState:
    """Where the walk stands: `trail` holds the keys of all that is open, outermost first."""

    part: Part
    headed: _OpenSection
    scope: _Scope
    trail: tuple[str, ...]
    annex: str = ""


class Walk:
    """One pass over the blocks; its plain attributes hold what `Numbering` takes over."""

    def __init__(self, given: Sequence[OutlineBlock], template: Template):
        self.given, self.template = given, template
        self.rules, self.house = template.numbering, template.house
        self.blocks, self.parts, self.lists, self.ranges = {}, {}, {}, {}
        self.lead, self.counts, self.taken, self.reasons = None, {}, set(), {}
        self.main = _Scope(numbered=True)
        self.top = _OpenSection("section", numbered=self.rules.unit in ("section", DECIMAL))
        # Where paragraphs are numbered within sections, sections in these have no number.
        self.levels = 1 if self.rules.unit == DECIMAL else len(self.rules.sections)
        self.inner = _by_parent(given)

    def through_part(self, part: Part, filled: Collection[str]):
        """Numbers a part of the template and all that stands in it."""
        rows = self.inner.get(f"part {part.slug}", ())
        listed = self._reasons() if part.kind == REASONS_APART else ()
        present = bool(rows or listed or part.mandatory or part.slug in filled)
        plain = _OpenSection(self._free(f"part-{part.slug}"))
        headed = plain
        if part.numbered and self.top.numbered:
            headed = self._under(self.top, plain) if part.title and present else self.top
        own = headed if headed.label else plain
        own.anchor = own.anchor if own is plain else self._free(own.anchor)
        self.parts[part.slug] = self._address(own.label, own.anchor, "part", part.title, own.number)
        scope = self._scope(part, own, part.title)
        here = _WalkState(part, headed, scope, (f"part {part.slug}",))
        for block in rows:
            self._visit(block, here)
        for reason in listed:
            self.reasons[reason] = self._numbered(here, "reason", "")

    def _reasons(self):
        """The reasons of the recommendations, each once, in their order."""
        query = (block for block in self.given if block.kind == "recommendation")
        return tuple(dict.fromkeys(block.reason for block in query if block.reason))

    def through_strays(self):
        """Gives an address to each block that no part and no parent leads to."""
        for block in self.given:
            if block.slug not in self.blocks:
                part = Part(block.part, "paragraphs")
                headed = _OpenSection(f"part-{block.part}")
                scope = self._scope(part, headed, block.part)
                self._visit(block, _WalkState(part, headed, scope, ()))

    def _visit(self, block, here):
        if block.slug in self.blocks:
            return
        self.blocks[block.slug] = None
        visit = _VISITS.get(block.kind, Walk._unlabelled)
        address, inside = visit(self, block, here)
        self.blocks[block.slug] = address
        for child in self.inner.get(block.slug, ()):
            self._visit(child, inside)

    def _section(self, block, here):
        headed = self._under(here.headed, _OpenSection(f"section-{block.slug}"))
        headed.anchor = self._free(headed.anchor)
        scope = here.scope
        restarts = self.rules.restart == "section" and len(here.trail) < 2
        if not here.annex and (not scope.numbered or restarts):
            scope = self._scope(here.part, headed, block.heading)
        address = self._address(
            headed.label, headed.anchor, "section", block.heading, headed.number, here.annex
        )
        self._list(block, address, 0)
        return address, replace(here, headed=headed, scope=scope, trail=(*here.trail, block.slug))

    def _annex(self, block, here):
        outer = self.blocks.get(block.parent)
        if outer and outer.kind == "annex":
            place = self._next(f"annex {outer.number}")
            style = "letter" if outer.number[-1].isdigit() else "number"
            number = outer.number + labels.label(place, style)
        else:
            place = self._next("annex")
            number = labels.label(place, self.rules.annexes).upper() or str(place)
        anchor = self._free(f"annex-{number.lower()}")
        address = self._address(number, anchor, "annex", block.heading, number)
        self._list(block, address, 0)
        name = f"{self.house.annex} {number}"
        scope = _Scope(self.rules.unit != "section", f"{anchor}-", name)
        return address, replace(
            here, headed=_OpenSection(anchor), scope=scope, trail=(block.slug,), annex=name
        )

    def _paragraph(self, block, here):
        address = self._numbered(here, "paragraph", block.heading)
        self._list(block, address, 0)
        return address, here

    def _recommendation(self, block, here):
        part, place = here.part, self._next("recommendation")
        if self.lead is None and part.asks:
            self.lead = self._numbered(here, "lead", part.lead)
        bare = labels.label(place, part.style)
        stem = self.lead.anchor if self.lead and self.lead.label else "rec"
        address = replace(
            self._address("", self._free(f"{stem}-{bare or f'point-{place}'}"), "recommendation"),
            label=self.rules.item_label.format(bare) if bare else "",
            title=block.heading,
            number=bare or str(place),
        )
        self._list(block, address, 1)
        return address, here

    def _counted(self, block, here):
        """A table, a chart, or a list of records, which is a table to readers."""
        kind = "chart" if block.kind == "chart" else "table"
        word, number = getattr(self.house, kind), str(self._next(kind))
        anchor = self._free(f"{kind}-{number}")
        return self._address(f"{word} {number}", anchor, kind, block.heading, number), here

    def _unlabelled(self, block, here):
        """A list, a note, a subject heading, headline figures: no number, but an address."""
        anchor = self._free(f"{block.kind if block.kind in _NAMED else 'list'}-{block.slug}")
        address = self._address("", anchor, block.kind, block.heading)
        self._list(block, address, 0)
        return address, here

    def _numbered(self, here, kind, title):
        scope = here.scope
        scope.count += 1
        number = f"{scope.stem}{scope.count}"
        label = self.rules.label.format(number) if scope.numbered else ""
        anchor = self._free(f"{scope.prefix}para-{number.replace('.', '-')}")
        address = self._address(label, anchor, kind, title, number, scope.within)
        if label:
            for key in here.trail:
                first, _ = self.ranges.get(key, (address, address))
                self.ranges[key] = (first, address)
        return address

    def _list(self, block, owner, depth):
        if block.items:
            self.lists[block.slug] = self._items(block.items, owner, depth)

    def _items(self, shapes, owner, depth):
        counts = {True: 0, False: 0}
        row = []
        for shape in shapes:
            style = self.template.style_at(depth, shape.numbered)
            labelled = style != "bullet"
            counts[labelled] += 1
            number = labels.label(counts[labelled], style) or str(counts[False])
            tail = f"({number})" if labelled else f", {self.house.point} {number}"
            anchor = self._free(f"{owner.anchor}-{'' if labelled else 'point-'}{number}")
            label = self.rules.item_label.format(number) if labelled else ""
            address = self._address(label, anchor, "item", "", number, owner.within)
            address = replace(address, suffix=owner.suffix + tail)
            row.append(LabelledItem(address, self._items(shape.items, address, depth + 1)))
        return tuple(row)

    def _under(self, above, plain):
        """The next numbered section of `above`, or `plain` where no number is due."""
        if not above.numbered or above.level >= self.levels:
            return plain
        above.count += 1
        bare = labels.label(above.count, self.rules.sections[above.level])
        return _OpenSection(
            anchor=f"{above.anchor}-{bare}",
            number=f"{above.number}({bare})" if above.number else bare,
            label=self.rules.section_labels[above.level].format(bare),
            level=above.level + 1,
            numbered=True,
        )

    def _scope(self, part, headed, title):
        if self.rules.unit == DECIMAL and part.numbered and headed.number:
            return _Scope(numbered=True, stem=f"{headed.number}.")
        counted = part.numbered and self.rules.unit == "paragraph"
        if counted and self.rules.restart == "never":
            return self.main
        named = f"“{title}”" if title else ""
        if headed.number:
            named = f"{self.house.section} {headed.number}"
        return _Scope(counted, f"{headed.anchor}-", named)

    def _address(self, label, anchor, kind, title="", number="", within=""):
        return Address(label, anchor, kind, title, number, within, place=self._next("place"))

    def _next(self, what):
        self.counts[what] = self.counts.get(what, 0) + 1
        return self.counts[what]

    def _free(self, anchor):
        """`anchor`, or the first like it that no other thing has."""
        while anchor in self.taken:
            anchor += "-x"
        self.taken.add(anchor)
        return anchor


_NAMED = ("note", "heading", "headlines")
_VISITS = {
    "section": Walk._section,
    "annex": Walk._annex,
    "paragraph": Walk._paragraph,
    "recommendation": Walk._recommendation,
    "table": Walk._counted,
    "chart": Walk._counted,
    "records": Walk._counted,
}


def _by_parent(value):
    known = {block.slug for block in value}
    inner = {}
    for block in value:
        key = block.parent if block.parent in known else f"part {block.part}"
        inner.setdefault(key, []).append(block)
    return inner
