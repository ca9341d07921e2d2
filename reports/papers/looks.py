"""Which sentences of a draft wait for a look: carried ones, and typed numbers whose sentence
changed."""

from collections.abc import Collection, Iterable, Mapping

from assurance.figures.measurement import Measurements
from reports.language.grammar import Problem
from reports.papers.manuscript import Manuscript
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper
from reports.papers.sentences import Sentence, current, sentences
from reports.papers.typed_numbers import LIST

CARRIED_UNCONFIRMED, TYPED_CHANGED = "carried-unconfirmed", "typed-number-changed"
# What the pages of copied text settle.
TO_LOOK_AT = (CARRIED_UNCONFIRMED, TYPED_CHANGED)
UNSEEN = "Carried from the last report: no one has looked at it yet."
MOST_NAMED = 3
_CUT = 90


def waiting(
    manuscript: Manuscript, measured: Measurements | None = None
) -> dict[str, tuple[Sentence, ...]]:
    """Slug → the sentences that wait for a look of each block that has any, in print order.

    Of a carried block each waits until somebody has seen it as it reads now; of another, those
    with a typed number whose figures or dates have changed since.
    """
    rows = rows_of(manuscript.paper)
    blocks = [block for block in manuscript.blocks if _is_asked(rows.get(block.slug))]
    if not blocks:
        return {}
    now = sentences(manuscript, blocks, measured) if measured else current(manuscript, blocks)
    result = {slug: _waiting(items, *rows[slug]) for slug, items in now.items()}
    return {slug: items for slug, items in result.items() if items}


def faults(manuscript: Manuscript, measured: Measurements) -> tuple[Problem, ...]:
    """What stops a paper until somebody has looked, one problem for a block."""
    rows, numbering = rows_of(manuscript.paper), manuscript.numbering
    return tuple(
        Problem(
            _why(items, *rows[slug]),
            numbering.of(slug).anchor,
            CARRIED_UNCONFIRMED if rows[slug][0] else TYPED_CHANGED,
        )
        for slug, items in waiting(manuscript, measured).items()
    )


def rows_of(paper: Paper) -> dict[str, tuple[str, Mapping | None]]:
    """Slug → (the slug that it was carried from, `looked_at`) of the standing blocks of `paper`."""
    rows = Block.objects.filter(paper=paper, removed_on__isnull=True)
    return {slug: row for slug, *row in rows.values_list("slug", "carried_from", "looked_at")}


def after_change(
    row: Block, current: Iterable[Sentence], old: Collection[str]
) -> dict[str, str] | None:
    """`looked_at` of `row` once somebody has written it anew, None where nothing is to be kept.

    What stands as before, of the keys `old`, stays as it was; what is new was seen by its writer.
    """
    saved = row.looked_at or {}
    needed = (item for item in current if row.carried_from or item.is_typed)
    pairs = ((item.key, saved.get(item.key) if item.key in old else item.digest) for item in needed)
    return {key: digest for key, digest in pairs if digest} or None


def _is_asked(row):
    return bool(row) and bool(row[0] or row[1])


def _waiting(items, carried_from, looked):
    if carried_from:
        return tuple(item for item in items if not item.is_seen(looked))
    return tuple(
        item for item in items if item.is_typed and item.key in looked and not item.is_seen(looked)
    )


def _why(items, carried_from, looked):
    if carried_from and looked is None:
        return UNSEEN
    text = ", ".join(f"“{_cut(item)}”" for item in items[:MOST_NAMED])
    more = f" and {len(items) - MOST_NAMED} more" if len(items) > MOST_NAMED else ""
    if carried_from:
        return f"No one has checked this wording: {text}{more}."
    return f"A figure or a date next to a typed number has changed: {text}{more}. Look at it again."


def _cut(item):
    text = LIST if item.written == LIST else " ".join(item.text.split())
    return text if len(text) <= _CUT else f"{text[:_CUT].rsplit(' ', 1)[0]} …"
