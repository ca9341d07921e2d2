"""The places to which a block can be moved, in words."""

from reports.editor.forms.blocks import AFTER, INSIDE, PART
from reports.language.structure import HOLDING
from reports.papers.lifecycle import why_not_place
from reports.papers.manuscript import Manuscript
from reports.papers.rules import block_order
from reports.papers.rules.block_order import Spot
from reports.papers.wording.block_names import called, opening_words, part_name


def places_for(manuscript: Manuscript, slug: str) -> tuple[list, dict[str, Spot]]:
    """(choices by part, name of a choice → its place) for the block `slug` with what stands in it:
    every place that may hold it."""
    moving = block_order.inside(manuscript.blocks, slug)
    kinds = {block.slug: block.kind for block in manuscript.blocks}
    choices, spots = [], {}
    for part in manuscript.template.parts:
        inside = []
        for name, text, spot in _spots(manuscript, part, moving):
            within = spot.parent and (kinds[spot.parent], part.slug)
            if not why_not_place(kinds[slug], part, within):
                spots[name] = spot
                inside.append((name, text))
        if inside:
            choices.append((part_name(part), inside))
    return choices, spots


def _spots(manuscript, part, moving):
    """(name, words, spot) of the beginning of `part` and of each place beside or in its blocks."""
    yield f"{PART}:{part.slug}", "First in this part", Spot(part.slug)
    for block in manuscript.blocks:
        if block.part != part.slug or block.slug in moving:
            continue
        text = f"{called(manuscript, block)}: {opening_words(manuscript, block)}"
        if block.kind in HOLDING:
            yield f"{INSIDE}:{block.slug}", f"First in {text}", Spot(part.slug, block.slug)
        spot = Spot(part.slug, block.parent, block.slug)
        yield f"{AFTER}:{block.slug}", f"After {text}", spot
