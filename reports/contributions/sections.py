"""What of a paper can be asked of somebody, and what they propose, as the paper's pages show it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString

from assurance.runtime.processes.lazy_modules import LazyModule
from assurance.runtime.typography import with_capital
from reports.contributions.differences import Row, compared
from reports.contributions.proposals import (
    ProposedBlock,
    RequestedBlock,
    as_it_was,
    faults,
    proposed,
)
from reports.conversion.results import NotAPaper
from reports.documents.html import page
from reports.editor.preview import preview_several, said_in
from reports.language.block_data import text_in
from reports.language.grammar import Problem
from reports.language.inline import rewrite
from reports.language.template import GENERATED, WITH_ANNEXES
from reports.language.text import quotes
from reports.language.tokens import Token
from reports.papers.manuscript import BlockText, Manuscript, read
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper
from reports.papers.rules import block_order
from reports.papers.wording.block_names import called
from reports.verdicts.rule_faults import RuleFault

# Few contributions are written in Word.
reader = LazyModule("reports.contributions.word.reader")
writer = LazyModule("reports.contributions.word.writer")

BLOCK, PART = "block", "part"
NAMELESS = {"paragraphs": "Text above the body"}
BODY = "The body of the report"


NOT_GIVEN = "(a figure that is not of this section: its number is counted once it is accepted)"


@dataclass(frozen=True)
class SectionPreview:
    """A proposed section as readers would have it, with its problems and what checks find in it."""

    markup: SafeString
    problems: tuple[Problem, ...]
    found: tuple[RuleFault, ...]


def askable(manuscript: Manuscript) -> list[tuple[str, str]]:
    """(name for a form, words) of each part that holds paragraphs, each section and annex."""
    matches = []
    numbering, blocks = manuscript.numbering, manuscript.blocks
    for part in manuscript.template.parts:
        if part.kind in GENERATED or part.asks:
            continue
        if part.kind not in WITH_ANNEXES:
            matches.append((f"{PART}:{part.slug}", f"All of “{_name(part)}”"))
        for block in blocks:
            if block.part == part.slug and block.kind in ("section", "annex"):
                label = numbering.of(block.slug).label
                deep = "– " * (block_order.depth(blocks, block.slug) + 1)
                matches.append((f"{BLOCK}:{block.slug}", f"{deep}{label} {block.heading}".strip()))
    return matches


def asked_for(manuscript: Manuscript, chosen: str) -> dict:
    """part, slug, title and blocks of what `chosen` of `askable` names."""
    kind, _, slug = chosen.partition(":")
    if kind == PART:
        part = manuscript.template.part(slug)
        rows = [block for block in manuscript.blocks if block.part == slug]
        fields = {"part": slug, "slug": "", "title": _name(part)}
    else:
        current = block_order.inside(manuscript.blocks, slug)
        rows = [block for block in manuscript.blocks if block.slug in current]
        fields = {"part": rows[0].part, "slug": slug, "title": rows[0].heading}
    return {**fields, "blocks": _told_apart([_block_values(manuscript, row) for row in rows])}


def blocks_of(section: ContributionRequest) -> tuple[RequestedBlock, ...]:
    """The blocks as they stood when the section was asked for."""
    return tuple(RequestedBlock(**block) for block in section.blocks)


def proposed_by(
    section: ContributionRequest, labels: Mapping[str, str]
) -> tuple[ProposedBlock, ...]:
    """The blocks of the section as `words` have them."""
    return proposed(blocks_of(section), section.slug, labels)


def review(section: ContributionRequest, words: Mapping[str, str]) -> tuple[Row, ...]:
    """The proposal beside what was asked for and what the paper has now."""
    now = {
        block.slug: ProposedBlock(
            block.slug, block.kind, block.parent, block.heading, block.text, block.data
        )
        for block in read(section.paper).blocks
    }
    return compared(blocks_of(section), proposed_by(section, words), now)


def preview_section(
    section: ContributionRequest, labels: Mapping[str, str], may_say: Collection[str] | None = None
) -> SectionPreview:
    """The section were the proposal taken whole; `may_say` are tokens to be said, None for all."""
    manuscript = read(section.paper)
    made = proposed_by(section, labels)
    if may_say is not None:
        made = tuple(saying_only(entry, may_say) for entry in made)
    put_in = _with(manuscript, section, made)
    known = {entry.key for entry in made}
    tops = tuple(entry.key for entry in made if entry.parent not in known)
    if not tops:
        return SectionPreview(SafeString(""), (), ())
    item = preview_several(put_in, tops)
    screen = page.Medium(screen=True)
    return SectionPreview(
        page.join(*(page.block(each, screen) for each in item.shown if each)),
        item.problems,
        item.found,
    )


def said_by_tokens(section: ContributionRequest, made: Sequence[ProposedBlock]) -> dict[str, str]:
    """Each token of a proposal, as written → the words that it prints."""
    put_in = _with(read(section.paper), section, made)
    return said_in(put_in, {item.key for item in made})


def saying_only(proposed_block: ProposedBlock, may_say: Collection[str]) -> ProposedBlock:
    """The block with every token that is none of `may_say` as words that say so: whoever writes one
    section by a link does not ask the records for what was not given to them."""

    def without(text):
        return rewrite(text, lambda token: None if token.raw in may_say else NOT_GIVEN)

    data = dict(proposed_block.data)
    if "cells" in data:
        cells = data["cells"]
        columns = [{**each, "label": without(each["label"])} for each in cells["columns"]]
        rows = [[without(cell) for cell in row] for row in cells["rows"]]
        data |= {"caption": without(data["caption"])}
        data |= {"cells": {**cells, "columns": columns, "rows": rows}}
    return replace(
        proposed_block,
        heading=without(proposed_block.heading),
        text=without(proposed_block.text),
        data=data,
    )


def as_asked(section: ContributionRequest, block: RequestedBlock) -> SafeString:
    """One asked block as readers have it, for what cannot be written anew."""
    manuscript = read(section.paper).with_block(_written(section, as_it_was(block)))
    (item,) = preview_several(manuscript, (block.slug,)).shown
    return page.block(item, page.Medium(screen=True)) if item else page.plain(block.name)


def tokens_in(section: ContributionRequest) -> tuple[Token, ...]:
    """Every token of the section as it was asked for, once."""
    texts = [
        text
        for block in section.blocks
        for text in (block["heading"], block["text"], *text_in(block["data"]))
    ]
    return tuple({token.raw: token for text in texts for token in quotes(text)}.values())


def last_time(paper: Paper) -> list[ContributionRequest]:
    """What was asked of whom in the paper that `paper` was started from."""
    if not paper.carried_from:
        return []
    rows = ContributionRequest.objects.with_names().filter(
        paper__series=paper.series_id, paper__slug=paper.carried_from
    )
    return list(rows.exclude(state=ContributionRequest.WITHDRAWN).order_by("pk"))


def _told_apart(blocks):
    """`blocks` with a name of its own for each, by place where a template numbers none."""
    names = [item["name"] for item in blocks]
    known = Counter()
    for block in blocks:
        known[block["name"]] += 1
        if names.count(block["name"]) > 1:
            block["name"] = f"{block['name']} {known[block['name']]} of this section"
    return blocks


def _name(part):
    return part.title or NAMELESS.get(part.kind, BODY)


def _block_values(manuscript, block):
    return {
        "slug": block.slug,
        "kind": block.kind,
        "parent": block.parent,
        "heading": block.heading,
        "text": block.text,
        "data": dict(block.data),
        "name": called(manuscript, block),
    }


def _with(manuscript, section, made):
    """The manuscript with the section's blocks as proposed, where they stand."""
    queries = {block["slug"] for block in section.blocks}
    current = set(block_order.inside(manuscript.blocks, section.slug)) if section.slug else queries
    slugs = [block.slug for block in manuscript.blocks]
    place = next((spot for spot, slug in enumerate(slugs) if slug in current), None)
    if place is None:
        parts = [spot for spot, item in enumerate(manuscript.blocks) if item.part == section.part]
        place = parts[0] if parts else len(slugs)
    before = [block for block in manuscript.blocks[:place] if block.slug not in current]
    rest = [block for block in manuscript.blocks[place:] if block.slug not in current]
    own = [_written(section, item) for item in made]
    return replace(manuscript, blocks=(*before, *own, *rest))


def _written(section, item):
    return BlockText(
        item.key, section.part, item.kind, item.parent, item.heading, item.text, item.data
    )


def word_file(section: ContributionRequest) -> bytes:
    """The bytes of the Word document of a section, as its writer saved it last."""
    context = {item.slug: item for item in blocks_of(section)}
    made = proposed_by(section, section.words)
    blocks = [_as_asked(item, context.get(item.key)) for item in made]
    places = {slug: place for place, slug in enumerate(context)}
    values = {item.raw for item in tokens_in(section)}
    # Other figures stand by their names: the file may go to somebody who has only the section.
    own = [saying_only(item, values) for item in made]
    value = {raw: text for raw, text in said_by_tokens(section, own).items() if raw in values}
    return writer.document(section.pk, section.title, blocks, places, value)


def from_word(section: ContributionRequest, file) -> tuple[dict, list]:
    """(words of the form, rows of where, words and why of the rest); raises `NotAPaper`."""
    blocks = blocks_of(section)
    return reader.read_section(file.read(), section.pk, section.slug, blocks, _tokens(section))


def from_word_whole(section: ContributionRequest, file) -> tuple[dict, list]:
    """The same, handed in at once; raises `NotAPaper` where a box could not keep it, too."""
    text, missed = from_word(section, file)
    blocks = blocks_of(section)
    if wrong := faults(blocks, text):
        box, (sentence, *_) = next(iter(wrong.items()))
        named = {block.slug: block.name for block in blocks}
        name = named.get(box.partition("-")[2], "what is new")
        raise NotAPaper(f"{with_capital(name)}: {sentence}")
    return text, missed


def _as_asked(item, block):
    if block is None:
        return RequestedBlock(
            item.key, item.kind, item.parent, item.heading, item.text, item.data, item.kind
        )
    return replace(
        block, parent=item.parent, heading=item.heading, text=item.text, data=dict(item.data)
    )


def _tokens(section):
    """Every token that may stand in a file of the section: as asked for, saved or handed in."""
    items = (section.words, *(contribution.words for contribution in section.contributions.all()))
    later = [token for label in items for text in label.values() for token in quotes(text)]
    return tuple(dict.fromkeys(item.raw for item in (*tokens_in(section), *later)))
