"""The sentences of a template that an empty part prints: only proposals, until a person keeps them.

“There are no known risks.” asserts something. A list of the report's own annexes or recommendations
that prints “None” follows from the report and needs no one.
"""

from collections.abc import Iterator

from reports.language.grammar import Problem
from reports.language.template import GENERATED, WITH_ANNEXES, Part
from reports.papers.assembly.generated_parts import lines
from reports.papers.manuscript import Manuscript
from reports.papers.wording.block_names import part_name

PROPOSED_SENTENCE = "proposed-sentence"
KEEP = "Keep this sentence"
_LISTED = ("wards", "background_papers")


def is_listed(part: Part) -> bool:
    """True if its lines are typed on the page of contacts, wards and background papers."""
    return part.kind in _LISTED


def proposed_parts(manuscript: Manuscript) -> tuple[Part, ...]:
    """The empty parts whose sentence no one has kept, in print order."""
    return tuple(part for part in manuscript.template.parts if is_proposed(part, manuscript))


def only_proposes(part: Part) -> bool:
    """True if the sentence of `part` for nothing written has to be kept by a person."""
    follows = part.kind in WITH_ANNEXES or part.asks
    written = is_listed(part) or not (part.kind in GENERATED or follows)
    return bool(part.mandatory and part.when_empty and written)


def is_proposed(part: Part, manuscript: Manuscript) -> bool:
    """True if `part` would print a sentence of the template that no one has kept."""
    if not only_proposes(part):
        return False
    if is_listed(part):
        return not lines(part, manuscript)
    return all(block.part != part.slug for block in manuscript.blocks)


def faults(manuscript: Manuscript) -> tuple[Problem, ...]:
    """The problems that stop a report until each of those sentences is kept or replaced, and is
    printed alone."""
    numbering = manuscript.numbering
    return (
        *_contradicted(manuscript),
        *(
            Problem(
                f"No one has written “{part_name(part)}”. The report template would print "
                f"“{part.when_empty}”: press “{KEEP}” if that is so, or write the part.",
                numbering.parts[part.slug].anchor,
                PROPOSED_SENTENCE,
            )
            for part in proposed_parts(manuscript)
        ),
    )


def _contradicted(manuscript: Manuscript) -> Iterator[Problem]:
    """The problem of each part that prints its sentence for nothing written next to more."""
    for part in filter(only_proposes, manuscript.template.parts):
        blocks = [block for block in manuscript.blocks if block.part == part.slug]
        texts = lines(part, manuscript) if is_listed(part) else [block.text for block in blocks]
        same = [at for at, text in enumerate(texts) if _plain(text) == _plain(part.when_empty)]
        if same and len(texts) > 1:
            slug = part.slug if is_listed(part) else blocks[same[0]].slug
            numbering = manuscript.numbering
            place = numbering.parts[slug] if is_listed(part) else numbering.of(slug)
            yield Problem(
                f"“{part_name(part)}” has “{part.when_empty}”, and more is written there. Remove "
                "that sentence, or the rest.",
                place.anchor,
            )


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()
