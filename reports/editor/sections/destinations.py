"""Where something can be put into a draft: its sections, and the places in one of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.editor.outline import ADDABLE, USUAL
from reports.editor.sections.pages import HEADED
from reports.editor.sections.sections import blocks_in
from reports.language.template import GENERATED
from reports.papers.manuscript import Manuscript
from reports.papers.wording.block_names import called, without_emphasis
from reports.quotable.chips import without_codes

LONGEST = 80


@dataclass(frozen=True)
class Destination:
    """A place: `into` a paragraph, at its end; or in a part, in the block `parent`, behind `after`
    or first. `label` is what a form calls it."""

    label: str
    part: str
    parent: str = ""
    after: str = ""
    into: str = ""

    @property
    def key(self) -> str:
        """What a form sends for it."""
        if self.into:
            return f"into:{self.into}"
        return f"after:{self.after}" if self.after else f"first:{self.parent or self.part}"


def sections(manuscript: Manuscript) -> dict[str, str]:
    """Slug → title of every section in which something can be put, in print order."""
    made = {}
    for part in manuscript.template.parts:
        if part.kind in GENERATED:
            continue
        heads = [
            block
            for block in manuscript.blocks
            if block.part == part.slug and block.kind in HEADED and not block.parent
        ]
        loose = blocks_in(manuscript, part.slug)
        if _holds_a_paragraph(manuscript, loose) or (_takes_paragraphs(part) and not heads):
            made[part.slug] = part.title or "Text of the report"
        made |= {
            block.slug: manuscript.dated_words(block.heading) or called(manuscript, block)
            for block in heads
        }
    return made


def places(manuscript: Manuscript, section: str) -> list[Destination]:
    """The places of a section, in print order; none where there is no such section."""
    within = blocks_in(manuscript, section)
    blocks = [block for block in manuscript.blocks if block.slug in within]
    part = manuscript.template.part(blocks[0].part if blocks else section)
    if part is None or part.kind in GENERATED:
        return []
    made = [] if section in within else [Destination("At its beginning", part.slug)]
    for block, text in zip(blocks, _texts(manuscript, blocks), strict=True):
        made += _places_at(manuscript, block, text, section)
    takes = _takes_paragraphs(part)
    return [place for place in made if takes or place.into or place.parent]


def _places_at(manuscript, block, text, section) -> Iterator[Destination]:
    """The places in and behind a block; a section itself is nothing to go behind."""
    own = block.slug == section
    name = f"{called(manuscript, block)}: {text}".rstrip(": ")
    if block.kind == "paragraph":
        yield Destination(f"At the end of {name}", block.part, into=block.slug)
    if block.kind in HEADED:
        label = "At its beginning" if own else f"At the beginning of {name}"
        yield Destination(label, block.part, block.slug)
    if not own:
        yield Destination(f"After {name}", block.part, block.parent, block.slug)


def _texts(manuscript, blocks):
    """The first words of some blocks as they print."""
    texts = [
        " ".join((block.heading or block.data.get("caption", ""), block.text)) for block in blocks
    ]
    plain = map(without_emphasis, without_codes(manuscript, texts))
    return [_cut(" ".join(text.split())) for text in plain]


def _cut(text):
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def _holds_a_paragraph(manuscript, slugs):
    return any(block.kind == "paragraph" for block in manuscript.blocks if block.slug in slugs)


def _takes_paragraphs(part):
    return "paragraph" in ADDABLE.get(part.kind, USUAL)
