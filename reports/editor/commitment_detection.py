"""The promises that a paper's words make, beside those that are kept of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.documents.document import Item, ItemList, Text, text_of
from reports.documents.html.places import places
from reports.editions.snapshot import draft
from reports.language.grammar import TOKEN
from reports.language.rules import due_dates
from reports.papers.commitment_sentences import Promise, digest_of, promise_of, split
from reports.papers.manuscript import read
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper

LONGEST = 80
TELLING = ("paragraph", "list", "note", "recommendation", "annex")


@dataclass(frozen=True)
class Proposal:
    """A promise found in a block, and what the block is called."""

    block: str
    name: str
    promise: Promise


@dataclass(frozen=True)
class CommitmentProposals:
    """The `proposals` nobody has kept or refused, and kept commitments whose sentence is gone."""

    proposals: tuple[Proposal, ...]
    lost: tuple[Commitment, ...]


def promised(paper: Paper) -> CommitmentProposals:
    """Every promise that `paper` prints, each sentence once, beside the commitments kept of it."""
    rows = list(Commitment.objects.active().filter(paper=paper))
    known, on = {row.digest for row in rows}, paper.paper_date or paper.told_on
    result, current = {}, set()
    for block, name, sentence in _sentences(paper):
        current.add(digest_of(sentence))
        promise = promise_of(sentence, on)
        if promise and promise.digest not in known:
            result.setdefault(promise.digest, Proposal(block, name, promise))
    saved = (row for row in rows if row.digest and row.state != due_dates.REFUSED)
    lost = tuple(item for item in saved if item.digest not in current)
    return CommitmentProposals(tuple(result.values()), lost)


def paragraphs_of(paper: Paper) -> list[tuple[str, str]]:
    """(slug, number and first words) of each paragraph of `paper`, in print order, for a choice."""
    manuscript = read(paper)
    numbering = manuscript.numbering
    return [
        (block.slug, f"{numbering.of(block.slug).label} {_begin(block)}".strip())
        for block in manuscript.blocks
        if block.kind == "paragraph"
    ]


def _begin(block):
    """Its heading, or its first words without codes."""
    return block.heading or " ".join(TOKEN.sub("…", block.text).split())[:LONGEST]


def _sentences(paper) -> Iterator[tuple[str, str, str]]:
    """(block, what it is called, sentence) of all that `paper` prints in sentences."""
    manuscript, known = read(paper), places(draft(paper))
    numbering = manuscript.numbering
    for block in manuscript.blocks:
        anchor = numbering.of(block.slug).anchor
        # The text of an annex stands in a paragraph of its own.
        place = known.get(f"{anchor}-text") if block.kind == "annex" else known.get(anchor)
        if place and block.kind in TELLING:
            for text in _texts(place.thing.content):
                for sentence in split(" ".join(text_of(text).split())):
                    yield block.slug, place.words, sentence


def _texts(content) -> Iterator[Text]:
    for item in content:
        if isinstance(item, Text):
            yield item
        elif isinstance(item, ItemList | Item):
            yield from _texts(item.items if isinstance(item, ItemList) else item.content)
