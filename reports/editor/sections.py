"""The sections of a report as people speak of them: its parts, the sections within them, and how
each stands."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from assurance.runtime.periods import say_day
from reports.editor.models import MarkState
from reports.editor.outline import COUNTED, DraftOutline, Line, PartLines, called, part_name
from reports.papers.manuscript import BlockText, Manuscript
from reports.papers.models.contributions import ContributionRequest
from reports.papers.rules import block_order

HEADED = ("section", "annex")
LEFT_EMPTY, COMPLETED, NOTHING_TO_FIX = "Left empty", "Completed", "Nothing to fix"
CHANGED = "Changed since completed"
# Rows of text that one page of a section holds, and signs of a row: four windows of 900 pixels.
ROWS_OF_A_PAGE, SIGNS_OF_A_ROW = 96, 72
# What takes room beyond its letters.
ROWS_OF_MARKS = {"<li": 1, "<tr": 1, "<table": 5, "<svg": 10}
_CITATION = re.compile(r'(?<=href=")#([\w-]+)(?=")')


@dataclass(frozen=True)
class SectionPage:
    """So much of a section as one page shows, found by `slug`: that of the section, or of its own
    first block; `after` is the block beside its first that the page before ends with."""

    slug: str
    title: str
    lines: tuple[Line, ...]
    after: str = ""


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
        groups = _paged(self.lines)
        return tuple(
            SectionPage(
                group[0].slug if place else self.slug,
                _span(group),
                tuple(group),
                _beside(group[0], groups[place - 1]) if place else "",
            )
            for place, group in enumerate(groups)
        )

    def page_with(self, slug: str) -> SectionPage:
        """The page on which the block of that slug stands, or the first."""
        held = (page for page in self.pages if any(line.slug == slug for line in page.lines))
        return next(held, self.pages[0])

    @property
    def is_left_empty(self) -> bool:
        """Whether nothing stands in it and nothing has to: readers get nothing or a standing
        sentence."""
        part = self.part.part
        return not self.lines and not (part.mandatory and not part.when_empty)

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
    unread, wrong, warned = (section.blocks & found for found in slugs)
    if section.is_left_empty:
        return SectionState(section, LEFT_EMPTY)
    if any(item.state == ContributionRequest.HANDED for item in requests):
        return SectionState(section, "Ready to check", "Handed in", requests)
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


def _paged(lines):
    """The lines in groups that fit a page each. What stands in another block stays with it, and a
    heading with what follows it."""
    groups, rows = [[]], 0
    for several in _standing_together(lines):
        length = sum(map(_rows_of, several))
        if rows + length > ROWS_OF_A_PAGE and _has_text(groups[-1]):
            kept = _without_last_heading(groups[-1])
            groups.append(groups[-1][kept:])
            del groups[-2][kept:]
            rows = sum(map(_rows_of, groups[-1]))
        groups[-1] += several
        rows += length
    return groups


def _standing_together(lines):
    """The lines in groups: each of the section's own with what stands in it."""
    groups = []
    for line in lines:
        if line.depth <= 1 or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def _rows_of(line):
    """How many rows of text a block takes about, with what parts it from the next."""
    shown = line.shown
    rows = 2 + len(strip_tags(shown)) // SIGNS_OF_A_ROW
    return rows + sum(shown.count(mark) * many for mark, many in ROWS_OF_MARKS.items())


def _has_text(lines):
    return any(line.kind not in (*HEADED, "heading") for line in lines)


def _without_last_heading(lines):
    """How many of the lines are left without the headings that end them."""
    kept = len(lines)
    while lines[kept - 1].kind == "heading":
        kept -= 1
    return kept


def _beside(first, lines):
    """The slug of the last of the lines that stands beside `first` in one block, or nothing."""
    rows = (line.slug for line in reversed(lines) if line.parent == first.parent)
    return next(rows, "")


def _span(lines):
    """From which to which block, in words: `paragraph 3 to paragraph 13`."""
    names = [line.name for line in lines if line.kind not in (*HEADED, "heading")]
    return " to ".join(dict.fromkeys((*names[:1], *names[-1:])))


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
