"""One block as readers will have it while it is written: only what it needs is measured."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString

from assurance.figures.keys import related
from assurance.figures.measurement import measure
from assurance.figures.registry import FIGURES
from assurance.runtime.processes.budget import Budget
from reports.documents.document import Document, Facts, Item, ItemList, Section, from_json
from reports.documents.html import page
from reports.documents.html.places import places
from reports.editions.snapshot import PUBLIC, printed_before
from reports.language.grammar import Problem
from reports.papers.assembly import pipeline
from reports.papers.assembly.sections import Builder
from reports.papers.assembly.tokens import TokenRenderer
from reports.papers.manuscript import BlockText, Manuscript
from reports.papers.models.papers import Paper
from reports.papers.rules import block_order
from reports.verdicts.paper.context import known_in_brief
from reports.verdicts.paper.reading import reading_of
from reports.verdicts.rule_faults import RuleFault
from reports.verdicts.run import FOR_A_PREVIEW, UNFINISHED, check, registry

# Four pages of print: what rules do with the sentences of one text grows faster than the text.
CHECKED_WHILE_WRITING = 12_000
ALONE, BELOW_TITLE = page.Medium(screen=True, is_alone=True), 2


@dataclass(frozen=True)
class BlockPreview:
    """A block were it saved: `shown` (None prints nothing), its problems, and what checks find."""

    shown: object
    problems: tuple[Problem, ...]
    found: tuple[RuleFault, ...] = ()


def preview(manuscript: Manuscript, block: BlockText, budget: Budget | None = None) -> BlockPreview:
    """What `block` would be were it saved.

    What else of the paper bears on its numbers is weighed as in the whole: every figure of the
    families that it quotes, wherever the paper quotes it, and what editions have printed of them.
    """
    changed = manuscript.with_block(block)
    item = preview_several(changed, (block.slug,), budget)
    matches = tuple(
        row for row in item.found if row.fault.block == block.slug or row.rule is UNFINISHED
    )
    return BlockPreview(item.shown[0], item.problems, matches)


def preview_several(
    manuscript: Manuscript, slugs: Sequence[str], budget: Budget | None = None
) -> BlockPreview:
    """The blocks called `slugs` with all that stands in them, in order; None prints nothing."""
    current = {item for slug in slugs for item in block_order.inside(manuscript.blocks, slug)}
    made, speaker = _drawn(manuscript, slugs, current)
    return replace(made, found=_check_blocks(manuscript, made.shown, speaker, current, budget))


def preview_unchecked(manuscript: Manuscript, block: BlockText) -> BlockPreview:
    """What `block` prints were it saved in a report that is not stored, and is not checked."""
    made, _speaker = _drawn(manuscript.with_block(block), (block.slug,), {block.slug})
    return BlockPreview(made.shown[0], made.problems)


def block_shown(paper: Paper, manuscript: Manuscript, slug: str) -> SafeString:
    """The block called `slug` of a report and its manuscript as readers have it, or as frozen once
    the report has been sent; of one that contains others, its title."""
    if paper.frozen:
        place = places(from_json(paper.frozen[PUBLIC])).get(manuscript.numbering.of(slug).anchor)
        item = place and place.thing
    else:
        item = _drawn(manuscript, (slug,), {slug})[0].shown[0]
    if isinstance(item, Section):
        return page.title(item, BELOW_TITLE)
    return page.block(item, ALONE) if item else page.plain("")


def _drawn(manuscript, slugs, current):
    """(the blocks called `slugs` as they print, of those of `current`; what renders tokens)."""
    own = replace(
        manuscript, blocks=tuple(block for block in manuscript.blocks if block.slug in current)
    )
    numbering = manuscript.numbering
    speaker = TokenRenderer(manuscript, numbering, FIGURES, _measured(manuscript, own))
    builder = Builder(own, numbering, speaker, public=False)
    display = tuple(builder.alone(block) for block in own.blocks if block.slug in slugs)
    problems = (*builder.problems, *speaker.problems)
    made = BlockPreview(display, tuple(Problem(problem.sentence) for problem in problems))
    return made, speaker


def said_in(manuscript: Manuscript, slugs: Collection[str]) -> dict[str, str]:
    """Every token that the blocks called `slugs` hold, as written → the words that it prints."""
    own = replace(
        manuscript, blocks=tuple(block for block in manuscript.blocks if block.slug in slugs)
    )
    speaker = TokenRenderer(manuscript, manuscript.numbering, FIGURES, _measured(manuscript, own))
    tokens = {token.raw: token for block in own.blocks for token in pipeline.tokens_of(block)}
    return {
        raw: "".join(run.text for run in speaker.runs((token,), ""))
        for raw, token in tokens.items()
    }


def is_too_long(block: BlockText) -> bool:
    """Whether `block` is too long to be checked at each pause of somebody who writes in it."""
    return len(block.text) > CHECKED_WHILE_WRITING


def _check_blocks(manuscript, display, speaker, slugs, budget):
    """What the rules of one block find in the blocks of `slugs`."""
    if any(is_too_long(block) for block in manuscript.blocks if block.slug in slugs):
        return ()
    blocks = tuple(
        ItemList("number", (item,)) if isinstance(item, Item) else item for item in display if item
    )
    if not blocks:
        return ()
    document = Document(
        manuscript.council.name, "", Facts("head", "", ()), blocks, pipeline.entries(speaker)
    )
    reading, known = reading_of(manuscript, document), known_in_brief(manuscript)
    rows = check(reading, known, registry.asked_of_a_block(), budget or Budget(FOR_A_PREVIEW))
    return tuple(row for row in rows if row.fault.block in slugs or row.rule is UNFINISHED)


def _measured(paper: Manuscript, own: Manuscript):
    """The answers to what `own` asks, protected with what its paper asks of the same families."""
    keys = {question.key for question in pipeline.questions(own) if question.key in FIGURES}
    if not keys:
        return measure(paper.council, (), FIGURES)
    families = frozenset().union(*(related(key, FIGURES) for key in keys))
    queries = (question for question in pipeline.questions(paper) if question.key in families)
    earlier = printed_before(paper.paper, families)
    report = {"on": paper.policy_day, "released": paper.released}
    return measure(paper.council, queries, FIGURES, earlier=earlier, **report)
