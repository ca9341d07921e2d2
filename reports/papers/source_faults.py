"""What is wrong with the sources that a paper's typed numbers name."""

from collections.abc import Iterator

from assurance.runtime.periods import today
from reports.language.grammar import Problem
from reports.language.rules.sources import why_not_source
from reports.language.tokens import StatedNumber
from reports.papers.assembly.pipeline import tokens_of
from reports.papers.countable import counted, denied_noughts
from reports.papers.manuscript import BlockText, Manuscript
from reports.papers.models.papers import Paper
from reports.papers.typed_numbers import STATED_BY

TYPED_SOURCE, NOUGHT_DENIED = "typed-number-source", "nought-unlike-records"


def faults(manuscript: Manuscript) -> tuple[Problem, ...]:
    """One problem for each source of a block that names no document, post or minute with a date,
    for each typed number that the records count, and for each “no” where they count some."""
    return (*_without_source(manuscript), *_counted(manuscript), *_denied(manuscript))


def _denied(manuscript):
    numbering = manuscript.numbering
    return [
        Problem(sentence, numbering.of(block.slug).anchor, NOUGHT_DENIED)
        for block, sentence in denied_noughts(manuscript)
    ]


def _counted(manuscript):
    why, numbering = counted(manuscript), manuscript.numbering
    return [
        Problem(item.sentence, place, TYPED_SOURCE)
        for block in manuscript.blocks
        for item in why(block).values()
        if (place := numbering.of(block.slug).anchor)
    ]


def _without_source(manuscript):
    named = [(block, source) for block in manuscript.blocks for source in sources_of(block)]
    free = any(source not in manuscript.sources for _, source in named)
    people = writers_of(manuscript.paper) if free else ()
    numbering = manuscript.numbering
    sentences = (
        (block, why_not_source(source, manuscript.sources, people, today()))
        for block, source in named
    )
    return tuple(
        Problem(f"A typed number needs a source. {sentence}", place, TYPED_SOURCE)
        for block, sentence in sentences
        if sentence and (place := numbering.of(block.slug).anchor)
    )


def writers_of(paper: Paper) -> set[str]:
    """The names of those who have edited `paper`, who are no source of its numbers."""
    return set(paper.editings.values_list("editor__name", flat=True).order_by())


def sources_of(block: BlockText) -> Iterator[str]:
    """Each source that a block names, once: that of all its numbers, then those of its tokens."""
    whole = block.data.get(STATED_BY, {}).get("source", "")
    tokens = (token.source for token in tokens_of(block) if isinstance(token, StatedNumber))
    yield from dict.fromkeys(filter(None, (whole, *tokens)))
