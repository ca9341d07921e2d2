"""The sections of a report as people speak of them: its parts, the sections within them, and how
each stands."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from django.utils.safestring import SafeString

from assurance.runtime.periods import say_day
from reports.editor.models import MarkState
from reports.editor.outline import COUNTED, AddingPlace, DraftOutline, Line, PartLines, place_in
from reports.editor.sections.pages import HEADED, SectionPage, pages_of
from reports.papers.manuscript import BlockText, Manuscript
from reports.papers.models.contributions import ContributionRequest
from reports.papers.rules import block_order
from reports.papers.wording.block_names import called, part_name

# The kind of a part that is written in sections.
OF_SECTIONS = "sections"
LEFT_EMPTY, COMPLETED, NOTHING_TO_FIX = "Left empty", "Completed", "Nothing to fix"
CHANGED, READY = "Changed since completed", "Ready to check"
_CITATION = re.compile(r'(?<=href=")#([\w-]+)(?=")')


@dataclass(frozen=True)
class DraftSection:
    """One section of a draft: the `slug` of its block, or of its part where it has no block of its
    own, and its lines in print order."""

    slug: str
    title: str
    part: PartLines
    lines: tuple[Line, ...]

    @property
    def anchor(self) -> str:
        """Where it begins on the page of the whole draft."""
        first = self.lines[0].slug if self.lines else ""
        return f"line-{first}" if first == self.slug else f"part-{self.part.part.slug}"

    @property
    def blocks(self) -> frozenset[str]:
        """The slugs of its blocks."""
        return frozenset(line.slug for line in self.lines)

    @cached_property
    def pages(self) -> tuple[SectionPage, ...]:
        """Its lines page by page: one, unless it is long."""
        return pages_of(self.slug, self.lines)

    def page_with(self, slug: str) -> SectionPage:
        """The page on which the block of that slug stands, or the first."""
        kept_rows = (page for page in self.pages if any(line.slug == slug for line in page.lines))
        return next(kept_rows, self.pages[0])

    def end_of(self, page: SectionPage) -> AddingPlace:
        """The place behind the last block of one of its pages."""
        last = page.lines[-1].slug if page.lines else self.part.last
        is_headed = bool(self.lines) and self.lines[0].kind in HEADED
        return place_in(self.lines[0], last) if is_headed else self.part.place_after(last)

    @property
    def is_left_empty(self) -> bool:
        """Whether nothing stands in it and nothing has to: readers get nothing or a standing
        sentence."""
        part = self.part.part
        waits = self.part.is_proposed or (part.mandatory and not part.when_empty)
        return not self.lines and not waits

    @property
    def standing_sentence(self) -> str:
        """The sentence of the template that readers get while it is empty; an empty text where they
        get nothing."""
        part = self.part.part
        return part.when_empty if self.is_left_empty and part.mandatory else ""

    @property
    def summary(self) -> str:
        """What it holds, counted by kind: `36 paragraphs, 1 table`."""
        counts = {}
        for line in self.lines:
            counts[line.kind] = counts.get(line.kind, 0) + (line.kind not in HEADED)
        return ", ".join(
            f"{counts[kind]} {one if counts[kind] == 1 else many}"
            for kind, one, many in COUNTED
            if counts.get(kind)
        )


@dataclass(frozen=True)
class SectionState:
    """A section and how it stands, worked out afresh each time: `status` in the words of a task
    list, `hint` why, `requests` what is asked of others in it, `mark` its mark as completed."""

    section: DraftSection
    status: str
    hint: str = ""
    requests: tuple[ContributionRequest, ...] = ()
    mark: MarkState | None = None

    @property
    def is_marked(self) -> bool:
        """Whether somebody has marked it as completed as it reads now."""
        return self.mark is not None and self.mark.is_current


def sections_of(outline: DraftOutline) -> tuple[DraftSection, ...]:
    """Every section of a draft that is written in it, in print order."""
    return tuple(
        section for part in outline.parts if not part.generated for section in _in_part(part)
    )


def place_of_new(outline: DraftOutline, current: DraftSection) -> AddingPlace | None:
    """The place of a new section: behind `current` where that is in a part of sections, else at the
    end of the first such part; None where a template has none."""
    if current.part.part.kind == OF_SECTIONS:
        return current.part.place_after(current.lines[-1].slug if current.lines else "")
    parts = (part for part in outline.parts if part.part.kind == OF_SECTIONS)
    return next((part.end for part in parts), None)


def blocks_in(manuscript: Manuscript, slug: str) -> frozenset[str]:
    """The slugs of the blocks of the section called `slug`, read from the blocks alone; none where
    there is no such section."""
    blocks = manuscript.blocks
    heads = [block.slug for block in blocks if block.kind in HEADED and not block.parent]
    within = {head: frozenset(block_order.inside(blocks, head)) for head in heads}
    if slug in within:
        return within[slug]
    others = frozenset().union(*within.values())
    return frozenset(block.slug for block in blocks if block.part == slug) - others


def section_of(manuscript: Manuscript, block: BlockText) -> tuple[str, str]:
    """The slug and title of the section that a block is in, read from the blocks alone."""
    own = {other.slug: other for other in manuscript.blocks}
    while block.parent in own:
        block = own[block.parent]
    if block.kind in HEADED:
        return block.slug, manuscript.dated_words(block.heading) or called(manuscript, block)
    part = manuscript.template.part(block.part)
    return block.part, part_name(part) if part else block.part


def place_of(slug: str, states: Iterable[SectionState]) -> int | None:
    """The place of the section that is called `slug` or holds the block of that slug, or None."""
    rows = [state.section for state in states]
    called = (place for place, row in enumerate(rows) if row.slug == slug)
    holding = (place for place, row in enumerate(rows) if slug in row.blocks)
    return next(called, next(holding, None))


def with_citations(
    lines: Iterable[Line], outline: DraftOutline, address: Callable[[str], str]
) -> tuple[Line, ...]:
    """The lines of a page in which a citation of what stands on no line of it leads to the page of
    its section; `address` gives that of a block by its slug."""
    lines = tuple(lines)
    here = {line.slug for line in lines}
    owners = {line.anchor: line.slug for part in outline.parts for line in part.lines}

    def target(match):
        anchor = match[1]
        while anchor and anchor not in owners:
            anchor = anchor.rpartition("-")[0]
        slug = owners.get(anchor)
        return match[0] if slug in (None, *here) else f"{address(slug)}{match[0]}"

    return tuple(
        replace(line, shown=SafeString(_CITATION.sub(target, line.shown))) for line in lines
    )


def states_of(
    outline: DraftOutline,
    requests: Iterable[ContributionRequest],
    marks: Mapping[str, MarkState] = MappingProxyType({}),
) -> tuple[SectionState, ...]:
    """Every section of a draft with its state; `requests` are those that are open, `marks` those of
    completed sections by their slugs. A mark hides nothing that is wrong."""
    requests = list(requests)
    verdict = outline.verdict
    unread = verdict.unread
    wrong = _blocks_of(verdict.errors) - unread
    slugs = unread, wrong, _blocks_of(verdict.warnings)
    states = (
        _state(section, tuple(item for item in requests if _is_in(item, section)), slugs)
        for section in sections_of(outline)
    )
    is_sent = bool(verdict.paper.frozen)
    return tuple(_with_mark(state, marks.get(state.section.slug), is_sent) for state in states)


def _blocks_of(causes):
    return {item.fault.block for cause in causes for item in cause.results}


def _is_in(request, section):
    if request.slug:
        return request.slug in section.blocks
    return request.part == section.part.part.slug


def _state(section, requests, slugs: Collection[Collection[str]]):
    unread, wrong, warned = (section.blocks & matches for matches in slugs)
    if section.is_left_empty and not requests:
        return SectionState(section, LEFT_EMPTY)
    if any(item.state == ContributionRequest.HANDED for item in requests):
        return SectionState(section, READY, "Handed in", requests)
    if requests:
        hint = f"Asked for by {say_day(requests[0].due_on)}"
        return SectionState(section, "Asked", hint, requests)
    if unread:
        return SectionState(section, "Copied, not checked")
    if wrong:
        return SectionState(section, "Stops the report")
    if not section.lines:
        return SectionState(section, "Not started")
    if warned:
        return SectionState(section, "In progress", "Warnings to look at")
    return SectionState(section, NOTHING_TO_FIX)


def _with_mark(state, mark, is_sent):
    """The state with what is known of its mark; a report that was sent is completed."""
    if state.status != NOTHING_TO_FIX or not (mark or is_sent):
        return replace(state, mark=mark)
    completed = is_sent or mark.is_current
    return replace(state, status=COMPLETED if completed else CHANGED, mark=mark)


def _in_part(part):
    """The sections of a part; what stands in none of them belongs to the part itself."""
    loose, groups, lines = [], [], []
    for line in part.lines:
        if line.depth == 0:
            lines = [] if line.kind in HEADED else loose
            if line.kind in HEADED:
                groups.append((line, lines))
        lines.append(line)
    sections = [
        DraftSection(first.slug, first.heading or first.name, part, tuple(rows))
        for first, rows in groups
    ]
    own = DraftSection(part.part.slug, part.name, part, tuple(loose))
    return [own, *sections] if loose or not sections else sections
