"""The rows of a paper that the operations on papers share: versions, editors, named dates, blocks.

Each only writes; the operation around it holds the transaction, refuses by its rules and records
history.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from django.db.models import F, Max

from assurance.records import history
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from assurance.runtime.periods import When
from reports.language.block_data import saved_words
from reports.language.rules.sources import NumberSource
from reports.papers import lifecycle, looks
from reports.papers.manuscript import read
from reports.papers.models.blocks import Block, BlockVersion, NamedDate, PaperVersion
from reports.papers.models.papers import Paper, PaperEditor
from reports.papers.models.sources import Source
from reports.papers.rules import block_order
from reports.papers.rules.block_order import BlockPlace, Spot
from reports.papers.sentences import current, looked
from reports.papers.typed_numbers import is_stated

REMOVED = "Another person has removed this block. Open the report again."


def save_next(row) -> None:
    """Saves `row` as its next version."""
    row.version += 1
    row.save()


def keep_looks(block: Block, old: Collection[str] = ()) -> None:
    """Keeps that whoever wrote `block` has looked at its sentences, but for those of `old` keys."""
    if not (block.carried_from or is_stated(block)):
        return
    manuscript = read(block.paper)
    written = (item for item in manuscript.blocks if item.slug == block.slug)
    block.looked_at = looks.after_change(block, current(manuscript, written)[block.slug], old)
    block.save(update_fields=["looked_at"])


def confirm_sentences(paper: Paper, seen: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Keeps that somebody has looked at the sentences of `seen` (slug → key → digest) of `paper`,
    each as it reads now. The slugs of the blocks of which one did."""
    confirmed = {}
    for slug, items in looks.waiting(read(paper)).items():
        same = [item for item in items if seen.get(slug, {}).get(item.key) == item.digest]
        if same:
            confirmed[slug] = looked(same)
    for row in paper.blocks.filter(slug__in=confirmed):
        row.looked_at = {**(row.looked_at or {}), **confirmed[row.slug]}
        row.save(update_fields=["looked_at"])
    return sorted(confirmed)


def lock_draft(paper: Paper) -> Paper:
    """The paper locked until the transaction ends; refuses one that is not being written."""
    paper = locked(Paper, paper.pk)
    refuse_if(lifecycle.why_not_edit(paper.status))
    return paper


def standing_row(paper: Paper, block: Block | None) -> Block | None:
    """The row of `block` as it stands now, None for None; refuses one that was removed."""
    if block is None:
        return None
    row = paper.blocks.filter(pk=block.pk, removed_on__isnull=True).first()
    refuse_if("" if row else REMOVED)
    return row


def note_editor(paper: Paper, by, on: date | None = None) -> None:
    """Keeps `by` from approving this round, and the version of `on`; a command line is nobody."""
    writer = None if isinstance(by, history.CommandLine) else by
    if writer:
        PaperEditor.objects.get_or_create(paper=paper, round=paper.round, editor=by)
    if on:
        _keep_version(paper, writer, on)


def _keep_version(paper, writer, on):
    """A version with each block that is not as the last version has it; none where all are."""
    light = ("slug", "part", "parent", "order", "version", "removed")
    last = {row[0]: row for row in paper.block_versions.order_by("since").values_list(*light)}
    changed = [
        block
        for block in paper.blocks.select_related("parent").defer("text", "data")
        if _placed(block) != last.get(block.slug)
    ]
    if not changed:
        return
    number = (paper.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    PaperVersion.objects.create(paper=paper, number=number, made_on=on, editor=writer)
    whole = paper.blocks.in_bulk([item.pk for item in changed])
    BlockVersion.objects.bulk_create(
        BlockVersion(
            paper=paper,
            since=number,
            **dict(zip(light, _placed(item), strict=True)),
            **{name: getattr(whole[item.pk], name) for name in ("kind", "heading", "text", "data")},
        )
        for item in changed
    )


def _placed(block):
    """Where a block stands, at which version of it."""
    parent = block.parent.slug if block.parent else ""
    removed = block.removed_on is not None
    return (block.slug, block.part, parent, block.order, block.version, removed)


def name_dates(paper: Paper, names: Mapping[str, When]) -> None:
    """Gives `paper` its named days and periods."""
    NamedDate.objects.bulk_create(
        NamedDate(paper=paper, name=name, start=when.start, end=when.end, label=when.label)
        for name, when in names.items()
    )


def name_sources(paper: Paper, sources: Iterable[NumberSource]) -> None:
    """Gives `paper` the sources of its typed numbers."""
    Source.objects.bulk_create(Source(paper=paper, **vars(source)) for source in sources)


def create_blocks(paper: Paper, blocks: Iterable[Mapping]) -> None:
    """Gives `paper` its blocks in order, each a mapping of its fields and the slug of its parent.

    Raises `Refused` for a slug used twice, a parent that does not stand before what is in it, and
    for blocks that stand more than six deep in one another.
    """
    item, depths, levels = {}, {"": 0}, [[] for _ in range(block_order.DEEPEST)]
    for order, block in enumerate(blocks, 1):
        slug, above = block["slug"], block.get("parent") or ""
        refuse_if(_why_not_lay(slug, above, depths))
        depths[slug] = depths[above] + 1
        rest = {name: value for name, value in saved_words(block).items() if name != "parent"}
        item[slug] = Block(paper=paper, order=order, parent=item.get(above), **rest)
        levels[depths[above]].append(item[slug])
    for level in levels:
        Block.objects.bulk_create(level)


def active_blocks(paper: Paper) -> tuple[BlockPlace, ...]:
    """The standing blocks of `paper` as order knows them, each before what stands in it."""
    rows = paper.blocks.filter(removed_on__isnull=True)
    named = rows.values_list("slug", "part", "parent__slug")
    return block_order.nested(BlockPlace(slug, part, parent or "") for slug, part, parent in named)


def reorder_blocks(paper: Paper, slugs: Sequence[str]) -> None:
    """Gives the standing blocks the order of `slugs`; their versions stay."""
    rows = {row.slug: row for row in paper.blocks.filter(slug__in=slugs).only("slug", "order")}
    moved = []
    for place, slug in enumerate(slugs, 1):
        if rows[slug].order != place:
            rows[slug].order = place
            moved.append(rows[slug])
    Block.objects.bulk_update(moved, ["order"], batch_size=200)


def shift_after(paper: Paper, slug: str, spot: Spot) -> int:
    """The order of a new block `slug` at `spot`, once what stands behind it has moved on by one."""
    rows = active_blocks(paper)
    slugs = block_order.with_block(rows, slug, spot)
    if rows and not _is_in_order(paper, rows):
        reorder_blocks(paper, [row.slug for row in rows])
    place = slugs.index(slug)
    order = paper.blocks.get(slug=slugs[place - 1]).order + 1 if place else 1
    paper.blocks.filter(order__gte=order).update(order=F("order") + 1)
    return order


def _is_in_order(paper, rows):
    items = paper.blocks.filter(removed_on__isnull=True).values_list("slug", flat=True)
    return list(items) == [row.slug for row in rows]


def _why_not_lay(slug, above, depths):
    if slug in depths:
        return f"Two blocks are called “{slug}”: give each a slug of its own."
    if above not in depths:
        return (
            f"The block “{slug}” is in “{above}”, which does not come before it. Put the outer "
            "block first."
        )
    if depths[above] == (deepest := block_order.DEEPEST):
        return f"The block “{slug}” is more than {deepest} deep: take it out of a section."
    return ""
