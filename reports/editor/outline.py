"""How a draft stands: its parts and blocks in print order, and what is wrong where."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.safestring import SafeString

from assurance.figures.figure import Mark
from assurance.figures.measurement import Measurements
from reports.documents.document import (
    NO_VALUE,
    Chart,
    Document,
    Headlines,
    Item,
    Paragraph,
    Section,
    Table,
    from_json,
    text_of,
)
from reports.documents.html import page
from reports.documents.html.places import Place, places
from reports.editions.changed_figures import Correction, corrections
from reports.editions.snapshot import PUBLIC, assembled
from reports.language.grammar import TOKEN
from reports.language.template import GENERATED, Part
from reports.language.tokens import Reference
from reports.papers.assembly.parts.proposed_sentences import is_proposed
from reports.papers.assembly.pipeline import tokens_of
from reports.papers.manuscript import BlockText, Manuscript, read
from reports.papers.models.papers import Paper
from reports.papers.wording.block_names import (
    KINDS,
    called,
    excerpt,
    name_of,
    opening_words,
    part_name,
    shortened,
)
from reports.verdicts.paper.verdict import Verdict, verdict_of, verdict_when_sent

# The title of the page and of a part stand above.
TOP, DEEPEST = 3, 6
SCREEN = page.Medium(screen=True, live=True)
# Kind, one of them, several: in the order in which a section counts them.
COUNTED = (
    ("heading", "subject heading", "subject headings"),
    ("paragraph", "paragraph", "paragraphs"),
    ("recommendation", "recommendation", "recommendations"),
    ("table", "table", "tables"),
    ("cells", "table of words", "tables of words"),
    ("chart", "chart", "charts"),
    ("headlines", "group of headline figures", "groups of headline figures"),
    ("records", "list of records", "lists of records"),
)
WRITTEN = ("heading", "table", "cells", "chart", "headlines", "records")
ADDABLE = {
    "sections": ("section", "paragraph", *WRITTEN),
    "recommendations": ("recommendation",),
    "purpose": ("recommendation",),
    "annexes": ("annex",),
    "supporting_information": ("annex",),
}
IN_ANNEX = ("annex", "paragraph", *WRITTEN)
USUAL = ("paragraph", "section", *WRITTEN)


@dataclass(frozen=True)
class Line:
    """A block as the draft's page lists it, `depth` deep: its first `words` that print, all as
    `shown`, the `last` block that stands in it; `holds` where others may stand in it,
    `is_copied` where somebody has yet to look at it.
    """

    slug: str
    kind: str
    label: str
    name: str
    anchor: str
    words: str
    heading: str
    depth: int
    parent: str
    last: str
    shown: SafeString
    holds: bool
    faults: tuple[str, ...]
    is_copied: bool = False


@dataclass(frozen=True)
class AddingPlace:
    """A place of a draft in which a page offers to add blocks: what an address asks for it by, and
    the (kind, its name) of each block that may be added there."""

    query: str
    kinds: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PartLines:
    """A part of the template with its blocks; `generated` ones are written on their own pages,
    `is_proposed` where its sentence waits for a person."""

    part: Part
    lines: tuple[Line, ...]
    addable: tuple[tuple[str, str], ...]
    generated: bool
    is_proposed: bool = False

    @property
    def name(self):
        """What the page calls it."""
        return part_name(self.part)

    @property
    def last(self):
        """The slug of its last block, or an empty text."""
        return self.lines[-1].slug if self.lines else ""

    def place_after(self, slug: str) -> AddingPlace:
        """The place in it behind the block of that slug; with an empty one, at its beginning."""
        return AddingPlace(urlencode({"part": self.part.slug, "after": slug}), self.addable)

    @property
    def end(self) -> AddingPlace:
        """The place behind its last block."""
        return self.place_after(self.last)


@dataclass(frozen=True)
class DraftOutline:
    """The whole draft for its page, with its verdict, and every correction of a position that it
    quotes; `manuscript` is what it was made of, `measured` what its figures answered, None where
    they are frozen; `not_shown` is how many of its numbers
    are not shown to readers."""

    parts: tuple[PartLines, ...]
    verdict: Verdict
    manuscript: Manuscript
    corrections: tuple[Correction, ...] = ()
    measured: Measurements | None = None
    not_shown: int = 0


def arranged(paper: Paper) -> DraftOutline:
    """The arrangement of `paper`: as its rows stand, or as frozen once it has been sent."""
    manuscript = read(paper)
    if paper.frozen:
        document = from_json(paper.frozen[PUBLIC])
        issued = paper.status == Paper.ISSUED
        current = Verdict(paper, ()) if issued else verdict_when_sent(manuscript, document)
        return _OutlineBuilder(manuscript, document, current, {}).arrangement()
    made = assembled(manuscript)
    current = verdict_of(manuscript, made)
    wrong = {}
    for cause in current.errors:
        for result in () if cause.is_unread else cause.results:
            wrong.setdefault(result.fault.block, []).append(cause.sentence)
    outline = _OutlineBuilder(manuscript, made.document, current, wrong).arrangement()
    not_shown = sum(entry.mark == Mark.WITHHELD for entry in made.document.figures)
    more = {"measured": made.measured, "not_shown": not_shown}
    return replace(outline, corrections=corrections(manuscript, made), **more)


class _OutlineBuilder:
    """One pass that puts a manuscript, its document and the errors of each block side by side."""

    def __init__(self, manuscript: Manuscript, document: Document, verdict: Verdict, wrong):
        self.manuscript, self.numbering = manuscript, manuscript.numbering
        self.places, self.verdict, self.wrong = places(document), verdict, wrong

    def arrangement(self) -> DraftOutline:
        """The parts with their lines, and the verdict."""
        parts = self.manuscript.template.parts
        return DraftOutline(tuple(map(self._part, parts)), self.verdict, self.manuscript)

    def _part(self, part):
        generated = part.kind in GENERATED
        rows = [block for block in self.manuscript.blocks if block.part == part.slug]
        addable = () if generated else _named(ADDABLE.get(part.kind, USUAL))
        proposed = not self.manuscript.paper.frozen and is_proposed(part, self.manuscript)
        return PartLines(part, tuple(self._lines(rows, "", 0)), addable, generated, proposed)

    def _lines(self, rows, parent, depth):
        for block in rows:
            if block.parent == parent:
                yield self._line(block, rows, depth)
                yield from self._lines(rows, block.slug, depth + 1)

    def _line(self, block, rows, depth):
        address = self.numbering.of(block.slug)
        return Line(
            slug=block.slug,
            kind=block.kind,
            label=address.label,
            name=name_of(block.kind, address.label, address.number),
            anchor=address.anchor,
            words=TOKEN.sub(NO_VALUE, _printed(block, self.places.get(address.anchor))),
            heading=self.manuscript.dated_words(block.heading),
            depth=depth,
            parent=block.parent,
            last=_last_in(rows, block.slug),
            shown=_render_block(block, self.places, address, depth),
            holds=bool(kinds_inside(block)),
            faults=tuple(self.wrong.get(block.slug, ())),
            is_copied=block.slug in self.verdict.unread,
        )


def kinds_inside(block: BlockText | Line) -> tuple[tuple[str, str], ...]:
    """(kind, its name) of what may be added in `block`; none where it holds nothing."""
    return _named({"section": USUAL, "annex": IN_ANNEX}.get(block.kind, ()))


def place_in(line: Line, after: str) -> AddingPlace:
    """The place in the block of `line`, behind the one of the slug `after`."""
    return AddingPlace(urlencode({"parent": line.slug, "after": after}), kinds_inside(line))


def kinds_beside(manuscript: Manuscript, block: BlockText) -> tuple[tuple[str, str], ...]:
    """(kind, its name) of what may be added behind `block`."""
    record = {other.slug: other.kind for other in manuscript.blocks}.get(block.parent)
    part = manuscript.template.part(block.part)
    if record:
        return _named(IN_ANNEX if record == "annex" else USUAL)
    return _named(ADDABLE.get(part.kind, USUAL) if part else ())


def _named(kinds):
    return tuple((kind, KINDS[kind]) for kind in kinds)


def _printed(block, place: Place | None):
    """The first words of a block as it prints, or as written where it prints nothing."""
    if place and isinstance(place.thing, Paragraph | Item):
        heading = text_of(getattr(place.thing, "heading", ()))
        items = (heading and f"{heading}:", text_of(place.thing.content))
        return shortened(" ".join(" ".join(filter(None, items)).split()))
    if place and isinstance(place.thing, Table | Chart):
        return shortened(place.thing.caption)
    if place and isinstance(place.thing, Headlines):
        return shortened(", ".join(item.name for item in place.thing.items))
    return excerpt(block)


def _render_block(block, known, address, depth) -> SafeString:
    """A block as readers have it; of one that holds others, its title and own text alone."""
    place = known.get(address.anchor)
    if place is None:
        return page.plain(excerpt(block))
    if not isinstance(place.thing, Section):
        return page.block(place.thing, SCREEN)
    title = page.title(place.thing, min(TOP + depth, DEEPEST))
    text = known.get(f"{address.anchor}-text")
    return page.join(title, page.block(text.thing, SCREEN)) if text else title


def _last_in(rows, slug):
    inside = [block.slug for block in rows if block.parent == slug]
    return _last_in(rows, inside[-1]) if inside else slug


@dataclass(frozen=True)
class CitingBlock:
    """A block that cites another: its slug, name and first words."""

    slug: str
    name: str
    words: str


def citing(manuscript: Manuscript, slugs: Collection[str]) -> tuple[CitingBlock, ...]:
    """Every block outside `slugs` that cites one of them, in print order."""
    matches = []
    for block in manuscript.blocks:
        cites = any(
            isinstance(item, Reference) and {item.slug, item.to} & set(slugs)
            for item in tokens_of(block)
        )
        if cites and block.slug not in slugs:
            name = called(manuscript, block)
            matches.append(CitingBlock(block.slug, name, opening_words(manuscript, block)))
    return tuple(matches)
