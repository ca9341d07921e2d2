"""An entry of implications as it is written: its block, where a new one goes, last time's words."""

from dataclasses import dataclass
from functools import cached_property

from reports.approvals.clearances.contents import PrintedEntry, content_of, printed_entry
from reports.approvals.clearances.rules import called, nothing_to_say
from reports.documents.digest import entry_name, entry_of, part_of
from reports.editor.carry_forward.review import origin_of
from reports.papers.language.template import Part
from reports.papers.manuscript import BlockText, Manuscript, read
from reports.papers.models.papers import Paper

PARAGRAPH, HEADING = "paragraph", "heading"


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
