"""An entry of implications as it is written: its block, where a new one goes, last time's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from reports.approvals.clearances.contents import PrintedEntry, content_of, printed_entry
from reports.approvals.clearances.rules import CHANGED, called, nothing_to_say, within
from reports.documents.digest import entry_name, entry_of, part_of
from reports.editor.carry_forward.review import origin_of
from reports.language.structure import under_headings
from reports.language.template import Part
from reports.language.text import tidy
from reports.papers.manuscript import BlockText, Manuscript, read
from reports.papers.models.papers import Paper
from reports.papers.rules.block_order import inside

PARAGRAPH, LIST, SECTION, HEADING = "paragraph", "list", "section", "heading"


@dataclass(frozen=True)
class WrittenEntry:
    """The entry `scope` of a report: its own name, its part and the blocks headed by it."""

    scope: str
    name: str
    part: Part
    manuscript: Manuscript

    @property
    def title(self) -> str:
        """The entry as sentences call it."""
        return called(self.name)

    @cached_property
    def blocks(self) -> tuple[BlockText, ...]:
        """Every block that the entry's name heads."""
        return tuple(block for block in self._of_part if self._heads(block) == self.name.casefold())

    @property
    def block(self) -> BlockText | None:
        """Its first block, if it has one."""
        return next(iter(self.blocks), None)

    @property
    def is_one_paragraph(self) -> bool:
        """Whether it is a paragraph, or not written: what one box can hold."""
        if not self.blocks:
            return True
        holds = {block.parent for block in self.manuscript.blocks}
        return len(self.blocks) == 1 and self._is_plain(self.blocks[0], holds)

    @cached_property
    def contents(self) -> tuple[BlockText, ...]:
        """Every block of the entry, in order: those that its name heads, with all under them."""
        slugs = set()
        for block in self.blocks:
            inner = {block.slug, *(row.slug for row in self._under(block))}
            slugs |= {item for slug in inner for item in inside(self.manuscript.blocks, slug)}
        return tuple(block for block in self._of_part if block.slug in slugs)

    @property
    def paragraphs(self) -> tuple[BlockText, ...]:
        """Those of them that are paragraphs: what is written in boxes."""
        return tuple(block for block in self.contents if block.kind in (PARAGRAPH, LIST))

    @property
    def others(self) -> tuple[BlockText, ...]:
        """Tables and other things in it, which a clerk changes."""
        kinds = (PARAGRAPH, LIST, SECTION, HEADING)
        return tuple(block for block in self.contents if block.kind not in kinds)

    @property
    def end(self) -> tuple[str, str, str]:
        """(heading, parent's slug, slug of what it follows) of a further paragraph of an entry that
        has some already; the last is empty for the first place in its parent."""
        head = self.blocks[-1]
        if head.kind == SECTION:
            inner = [block.slug for block in self._of_part if block.parent == head.slug]
            return "", head.slug, inner[-1] if inner else ""
        under = self._under(head)
        is_heading = head.kind == HEADING
        return "" if is_heading else self.name, head.parent, (under or [head])[-1].slug

    def _under(self, block):
        """What stands under a subject heading; nothing under others."""
        siblings = [row for row in self._of_part if row.parent == block.parent]
        return next((rows for head, rows in under_headings(siblings) if head == block), [])

    @property
    def standing_sentence(self) -> str:
        """The sentence of the template that its part prints while nothing is written in it; empty
        where it prints none, or something is written."""
        others = (block for block in self._of_part if block.text != self.part.when_empty)
        return "" if any(others) or not self.part.mandatory else self.part.when_empty

    @property
    def nothing_to_say(self) -> str:
        """The sentence for it where there is nothing to say."""
        return nothing_to_say(self.name, self.part.when_empty)

    @property
    def after(self) -> str:
        """The slug of the block behind which it goes where it is new: in the order of the template,
        never under the subject heading of another; empty for the first place."""
        top = [block for block in self._of_part if not block.parent]
        names = [name.casefold() for name in self.part.entries]
        own = self.name.casefold()
        later = set(names[names.index(own) + 1 :] if own in names else ())
        ends = (
            place
            for place, block in enumerate(top)
            if block.kind == HEADING or self._heads(block) in later
        )
        place = next(ends, len(top))
        return top[place - 1].slug if place else ""

    @cached_property
    def _of_part(self):
        return [block for block in self.manuscript.blocks if block.part == self.part.slug]

    def _heads(self, block):
        return entry_name(_Headed(self.manuscript.dated_words(block.heading)))

    def _is_plain(self, block, holds):
        return block.kind == PARAGRAPH and not block.parent and block.slug not in holds


@dataclass(frozen=True)
class _Headed:
    heading: str


@dataclass(frozen=True)
class EntryText:
    """What was typed of an entry: of one paragraph, or of several and a further one."""

    version: int
    text: str
    paragraphs: Mapping[str, tuple[int, str]] | None


def differs(entry: WrittenEntry, typed: EntryText) -> bool:
    """Whether these words are others than the entry has."""
    if entry.is_one_paragraph:
        return typed.text != (entry.block.text if entry.block else "")
    texts = {block.slug: block.text for block in entry.paragraphs}
    return bool(typed.text) or any(
        tidy(text) != texts[slug] for slug, (_version, text) in typed.paragraphs.items()
    )


def why_other_shape(entry: WrittenEntry, typed: EntryText) -> str:
    """Why words typed in one box, or in several, are no words of this entry any more, or
    nothing."""
    changed = CHANGED.format(name=within(entry.title))
    if entry.is_one_paragraph:
        return changed if typed.paragraphs is not None else ""
    slugs = {block.slug for block in entry.paragraphs}
    is_gone = typed.paragraphs is None or set(typed.paragraphs) - slugs
    return changed if is_gone else ""


def written_entry(paper: Paper, scope: str) -> WrittenEntry | None:
    """The entry `scope` as the rows of `paper` stand; None where its template has no such part."""
    manuscript = read(paper)
    part = manuscript.template.part(part_of(scope))
    return WrittenEntry(scope, entry_of(scope), part, manuscript) if part else None


def last_time(paper: Paper, scope: str) -> PrintedEntry | None:
    """What the report from which `paper` was started printed there; None where it was started from
    none, or that one printed nothing or was withdrawn."""
    before = origin_of(paper)
    if before is None or before.withdrawn_on:
        return None
    printed = printed_entry(content_of(before), scope)
    return printed if printed.text else None
