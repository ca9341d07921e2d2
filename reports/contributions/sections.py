"""What of a paper can be asked of somebody, and what they propose for it as the paper's own
pages show it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString

from assurance.figures.registry import FIGURES
from reports.checks.run import RuleFault
from reports.contributions.differences import Row, compared
from reports.contributions.proposals import ProposedBlock, RequestedBlock, as_it_was, proposed
from reports.documents.html import page
from reports.editor.outline import name_of
from reports.editor.preview import preview_several, said_in
from reports.papers.language.block_data import text_in
from reports.papers.language.problems import Problem
from reports.papers.language.template import GENERATED, WITH_ANNEXES
from reports.papers.language.text import quotes
from reports.papers.language.tokens import Compare, Quote, Token, rewrite
from reports.papers.manuscript import BlockText, Manuscript, read
from reports.papers.models.contribution_requests import ContributionRequest
from reports.papers.models.papers import Paper
from reports.papers.rules import block_order

BLOCK, PART = "block", "part"
NAMELESS = {"paragraphs": "What stands above the body"}
BODY = "The body of the paper"


NOT_GIVEN = "(a figure that is not of this section: its number is counted once it is accepted)"


@dataclass(frozen=True)
class SectionPreview:
    """A proposed section as readers would have it, what could not be said in it, and what a
    careful reader finds in it alone."""

    markup: SafeString
    problems: tuple[Problem, ...]
    found: tuple[RuleFault, ...]


def askable(manuscript: Manuscript) -> list[tuple[str, str]]:
    """(name for a form, words) of everything in the paper that can be asked of somebody: each part
    that holds paragraphs, each section and annex."""
    found = []
    numbering, blocks = manuscript.numbering, manuscript.blocks
    for part in manuscript.template.parts:
        if part.kind in GENERATED or part.asks:
            continue
        if part.kind not in WITH_ANNEXES:
            found.append((f"{PART}:{part.slug}", f"All of “{_name(part)}”"))
        for one in blocks:
            if one.part == part.slug and one.kind in ("section", "annex"):
                label = numbering.of(one.slug).label
                deep = "– " * (block_order.depth(blocks, one.slug) + 1)
                found.append((f"{BLOCK}:{one.slug}", f"{deep}{label} {one.heading}".strip()))
    return found


def asked_for(manuscript: Manuscript, chosen: str) -> dict:
    """part, slug, title and blocks of what `chosen` of `askable` names."""
    kind, _, slug = chosen.partition(":")
    if kind == PART:
        part = manuscript.template.part(slug)
        rows = [one for one in manuscript.blocks if one.part == slug]
        said = {"part": slug, "slug": "", "title": _name(part)}
    else:
        held = block_order.inside(manuscript.blocks, slug)
        rows = [one for one in manuscript.blocks if one.slug in held]
        said = {"part": rows[0].part, "slug": slug, "title": rows[0].heading}
    return {**said, "blocks": _told_apart([_kept(manuscript, one) for one in rows])}


def blocks_of(section: ContributionRequest) -> tuple[RequestedBlock, ...]:
    """The blocks as they stood when the section was asked for."""
    return tuple(RequestedBlock(**one) for one in section.blocks)


def proposed_by(
    section: ContributionRequest, words: Mapping[str, str]
) -> tuple[ProposedBlock, ...]:
    """The blocks of the section as `words` have them."""
    return proposed(blocks_of(section), section.slug, words)


def review(section: ContributionRequest, words: Mapping[str, str]) -> tuple[Row, ...]:
    """The proposal beside what was asked for and what the paper has now."""
    now = {
        one.slug: ProposedBlock(one.slug, one.kind, one.parent, one.heading, one.text, one.data)
        for one in read(section.paper).blocks
    }
    return compared(blocks_of(section), proposed_by(section, words), now)


def shown(
    section: ContributionRequest, words: Mapping[str, str], may_say: Collection[str] | None = None
) -> SectionPreview:
    """The section as readers would have it, were the proposal taken whole. `may_say` are the tokens
    whose words the reader may see; None for all."""
    manuscript = read(section.paper)
    made = proposed_by(section, words)
    if may_say is not None:
        made = tuple(saying_only(one, may_say) for one in made)
    put_in = _with(manuscript, section, made)
    known = {one.key for one in made}
    tops = tuple(one.key for one in made if one.parent not in known)
    if not tops:
        return SectionPreview(SafeString(""), (), ())
    one = preview_several(put_in, tops)
    screen = page.Medium(screen=True)
    return SectionPreview(
        page.join(*(page.block(each, screen) for each in one.shown if each)),
        one.problems,
        one.found,
    )


def said_by_tokens(section: ContributionRequest, made: Sequence[ProposedBlock]) -> dict[str, str]:
    """Each token of a proposal, as written → the words that it prints."""
    put_in = _with(read(section.paper), section, made)
    return said_in(put_in, {one.key for one in made})


def saying_only(one: ProposedBlock, may_say: Collection[str]) -> ProposedBlock:
    """The block with every token that is none of `may_say` as words that say so: whoever writes one
    section by a link does not ask the records for what was not given to them."""

    def without(text):
        return rewrite(text, lambda token: None if token.raw in may_say else NOT_GIVEN)

    data = dict(one.data)
    if "cells" in data:
        cells = data["cells"]
        columns = [{**each, "label": without(each["label"])} for each in cells["columns"]]
        rows = [[without(cell) for cell in row] for row in cells["rows"]]
        data |= {"caption": without(data["caption"])}
        data |= {"cells": {**cells, "columns": columns, "rows": rows}}
    return replace(one, heading=without(one.heading), text=without(one.text), data=data)


def as_asked(section: ContributionRequest, block: RequestedBlock) -> SafeString:
    """One asked block as readers have it, for what cannot be written anew."""
    manuscript = read(section.paper).with_block(_written(section, as_it_was(block)))
    (one,) = preview_several(manuscript, (block.slug,)).shown
    return page.block(one, page.Medium(screen=True)) if one else page.plain(block.name)


def tokens_in(section: ContributionRequest) -> tuple[Token, ...]:
    """Every token of the section as it was asked for, once."""
    texts = [text for block in section.blocks for text in (block["text"], *text_in(block["data"]))]
    return tuple({token.raw: token for text in texts for token in quotes(text)}.values())


def figures_in(section: ContributionRequest) -> list[dict]:
    """Every figure that the section quotes: its token, its title and what it prints now."""
    tokens = [one for one in tokens_in(section) if isinstance(one, Quote | Compare)]
    said = said_by_tokens(section, proposed_by(section, {})) if tokens else {}
    return [
        {"token": one.raw, "title": FIGURES[one.key].title, "value": said.get(one.raw, "")}
        for one in tokens
        if one.key in FIGURES
    ]


def last_time(paper: Paper) -> list[ContributionRequest]:
    """What was asked of whom in the paper that `paper` was started from."""
    if not paper.carried_from:
        return []
    rows = ContributionRequest.objects.with_names().filter(
        paper__series=paper.series_id, paper__slug=paper.carried_from
    )
    return list(rows.exclude(state=ContributionRequest.WITHDRAWN).order_by("pk"))


def _told_apart(blocks):
    """`blocks` with a name of its own for each: where a template numbers no paragraphs, its place
    among those of its kind."""
    names = [one["name"] for one in blocks]
    seen = Counter()
    for one in blocks:
        seen[one["name"]] += 1
        if names.count(one["name"]) > 1:
            one["name"] = f"{one['name']} {seen[one['name']]} of this section"
    return blocks


def _name(part):
    return part.title or NAMELESS.get(part.kind, BODY)


def _kept(manuscript, block):
    address = manuscript.numbering.of(block.slug)
    return {
        "slug": block.slug,
        "kind": block.kind,
        "parent": block.parent,
        "heading": block.heading,
        "text": block.text,
        "data": dict(block.data),
        "name": name_of(block.kind, address.label, address.number),
    }


def _with(manuscript, section, made):
    """The manuscript with the section's blocks as proposed, where they stand."""
    asked = {one["slug"] for one in section.blocks}
    held = set(block_order.inside(manuscript.blocks, section.slug)) if section.slug else asked
    slugs = [one.slug for one in manuscript.blocks]
    place = next((spot for spot, slug in enumerate(slugs) if slug in held), None)
    if place is None:
        parts = [spot for spot, one in enumerate(manuscript.blocks) if one.part == section.part]
        place = parts[0] if parts else len(slugs)
    before = [one for one in manuscript.blocks[:place] if one.slug not in held]
    rest = [one for one in manuscript.blocks[place:] if one.slug not in held]
    own = [_written(section, one) for one in made]
    return replace(manuscript, blocks=(*before, *own, *rest))


def _written(section, one):
    return BlockText(one.key, section.part, one.kind, one.parent, one.heading, one.text, one.data)
