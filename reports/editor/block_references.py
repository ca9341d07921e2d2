"""What of a paper cites a block, so that nobody takes one away unawares."""

from collections.abc import Collection
from dataclasses import dataclass

from reports.editor.outline import excerpt, name_of
from reports.papers.assembly.pipeline import tokens_of
from reports.papers.language.tokens import Reference
from reports.papers.manuscript import Manuscript


@dataclass(frozen=True)
class CitingBlock:
    """A block that cites another: its slug, what it is called, its first words, and the citations
    as typed."""

    slug: str
    name: str
    words: str
    tokens: tuple[str, ...]


def citing(manuscript: Manuscript, slugs: Collection[str]) -> tuple[CitingBlock, ...]:
    """Every block outside `slugs` that cites one of them, in print order."""
    matches = []
    for block in manuscript.blocks:
        raws = tuple(
            item.raw
            for item in tokens_of(block)
            if isinstance(item, Reference) and {item.slug, item.to} & set(slugs)
        )
        if raws and block.slug not in slugs:
            address = manuscript.numbering.of(block.slug)
            name = name_of(block.kind, address.label, address.number)
            matches.append(CitingBlock(block.slug, name, excerpt(block), raws))
    return tuple(matches)
