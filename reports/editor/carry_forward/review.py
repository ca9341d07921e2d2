"""Carried text to confirm: exact and restricted, for writers, never in a public page or file."""

from dataclasses import dataclass, replace

from assurance.figures.measurement import Measurements
from reports.editions.models.editions import Provenance
from reports.editor.carry_forward import rules
from reports.papers import quotes
from reports.papers.language.outline import Address
from reports.papers.manuscript import BlockText, read
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper


@dataclass(frozen=True)
class CarriedBlock:
    """A carried block to confirm, with its reasons; `mark` is of its words and what it quotes."""

    block: BlockText
    address: Address
    reasons: tuple[str, ...]
    mark: str


def to_confirm(paper: Paper) -> tuple[CarriedBlock, ...]:
    """Every carried block that waits for a look, in print order."""
    manuscript, rows = read(paper), quotes.carried_rows(paper)
    blocks, now = quotes.now_of(manuscript, rows)
    before = _last_time(paper, {block.slug for block in blocks})
    numbering = manuscript.numbering
    return tuple(
        _to_confirm(numbering, block, rows[block.slug], before.get(block.slug, {}), now[block.slug])
        for block in blocks
        if quotes.why_not_confirmed(rows[block.slug], now[block.slug])
    )


def _to_confirm(numbering, block, saved, before, now):
    reasons = rules.reasons(
        block.heading,
        block.text,
        block.data,
        quotes.changes(saved if saved is not None else before, now),
    )
    return CarriedBlock(block, numbering.of(block.slug), reasons, quotes.mark_of(block, now))


def _last_time(paper, slugs):
    """Slug → what its origin quoted, as last printed, or as counted now where it was not issued."""
    before = Paper.objects.filter(series=paper.series_id, slug=paper.carried_from).first()
    if before is None:
        return {}
    manuscript = read(before)
    origins = dict(
        Block.objects.filter(paper=paper, slug__in=slugs).values_list("slug", "carried_from")
    )
    targets = [block for block in manuscript.blocks if block.slug in set(origins.values())]
    measured = quotes.measured_in(replace(manuscript, blocks=tuple(targets)))
    values = quotes.quoted(manuscript, targets, _as_printed(before, measured))
    return {slug: values.get(origin, {}) for slug, origin in origins.items()}


def _as_printed(paper, measured):
    """`measured` with the counts that the newest edition of `paper` printed in place of today's."""
    edition = paper.editions.published().first()
    rows = Provenance.objects.filter(edition=edition).defer("definition") if edition else ()
    printed = {(row.key, row.member, row.start, row.end, row.cohort): row for row in rows}
    exact = {
        query: {member: _printed(value, printed) for member, value in answer.items()}
        for query, answer in measured.exact.items()
    }
    return Measurements(exact, {})


def _printed(value, printed):
    row = printed.get(value.identity)
    return value if row is None else replace(value, count=row.count, base=row.base)
