"""Labels and lists as typed in an imported paper, although the product numbers by itself."""

import re
from collections.abc import Iterable, Mapping

from reports.checks import reading as kinds
from reports.documents.document import Section
from reports.language.template import Part
from reports.papers.manuscript import BlockText
from reports.papers.typed_numbers import STATED_BY

_PARAGRAPHS = (kinds.PARAGRAPH, kinds.RUN_IN)
BULLET = "•"
_ENTRIES = ("typed", "items", STATED_BY)
_NUMBERED = re.compile(r"(\d{1,2})\s+([A-Z].*)")


class TypedLabels:
    """What was typed before the blocks of one paper; `council` is its own by its words."""

    def __init__(self, blocks: Iterable[BlockText], parts: Mapping):
        self.any = any(name in block.data for block in blocks for name in _ENTRIES)
        stated = (block.data.get(STATED_BY, {}) for block in blocks)
        self.council = next((item["council"] for item in stated if item.get("council")), "")
        self.listed = tuple(
            (row["short"], row["long"])
            for row in (parts.get("abbreviations") or {}).get("listed", ())
        )
        self._parts = parts
        self._items = {
            block.slug: iter([item["typed"] for item in block.data["items"]])
            for block in blocks
            if "items" in block.data
        }

    def label(self, block: BlockText | None, otherwise: str) -> str:
        """What was typed before `block`; in a paper that was not imported what it prints."""
        if not self.any:
            return otherwise
        return block.data.get("typed", "") if block else ""

    def part(self, part: Part | None, otherwise: str) -> str:
        """What was typed before the heading of a part."""
        if not self.any or part is None:
            return "" if self.any else otherwise
        return (self._parts.get(part.slug) or {}).get("heading_typed", "")

    def title(self, section: Section, blocks: Mapping[str, BlockText]) -> str:
        """The words of a heading without a number that is its label: the 4 of “4 Homes”."""
        match = _NUMBERED.fullmatch(section.title)
        if self.any and match and section.blocks:
            first = self.label(blocks.get(section.blocks[0].anchor), "")
            if first.startswith(f"{match[1]}."):
                return match[2]
        return section.title

    def lead(self, part: Part | None, otherwise: str) -> str:
        """What was typed before the words that open a part, such as a lead of recommendations."""
        if not self.any or part is None:
            return otherwise
        return (self._parts.get(part.slug) or {}).get("typed", "")

    def item(self, block: BlockText | None, slug: str, otherwise: str) -> str:
        """What was typed before the next item of the block called `slug`, or of item `block`."""
        if block is not None:
            return self.label(block, otherwise)
        if slug not in self._items:
            return otherwise if not self.any else ""
        return next(self._items[slug], "").replace(BULLET, "")

    def place(self, kind: str, label: str, text: str, otherwise: str) -> str:
        """Where a line stands in the words of the paper as it was typed."""
        if self.any and kind == kinds.HEADING:
            return f"“{label} {text}”".replace("“ ", "“")
        bare = label.strip("().")
        if self.any and kind in _PARAGRAPHS and bare.replace(".", "").isdigit():
            return f"paragraph {bare}"
        return otherwise
