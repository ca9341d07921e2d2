"""What somebody proposes for a section: its blocks as asked for, and the words of the form on which
they were written, made into blocks in order.

The words map the name of a box to what stands in it. For the block `audits`: `heading-audits`,
`text-audits`, `out-audits` (“on” leaves it out), `place-audits` (its place among its neighbours,
from 1) and `after-audits` (further paragraphs behind it, or in it where it holds others). `begin`
holds paragraphs before the first. A box that is missing leaves its block as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assurance.runtime.digits import whole
from reports.editor import pasted_text
from reports.language.structure import HOLDING, TITLED
from reports.language.text import parse, problems, tidy

HEADING, TEXT, OUT, PLACE, AFTER, BEGIN = "heading", "text", "out", "place", "after", "begin"
PROSE = ("paragraph", "list", "note", "recommendation")


@dataclass(frozen=True)
class RequestedBlock:
    """A block as asked for; `parent` is empty at the top, `name` is such as `paragraph 25`."""

    slug: str
    kind: str
    parent: str
    heading: str
    text: str
    data: Mapping = field(default_factory=dict)
    name: str = ""

    @property
    def boxes(self) -> tuple[str, ...]:
        """Which of its words may be written anew: of a table of words its caption stands as the
        heading and its rows as the text; of what is made from records nothing."""
        if self.kind in TITLED:
            return (HEADING,)
        if self.kind in PROSE:
            return (HEADING, TEXT) if self.heading else (TEXT,)
        return (HEADING, TEXT) if "cells" in self.data else ()

    @property
    def written(self) -> dict[str, str]:
        """Its heading and text as their boxes hold them."""
        if "cells" in self.data:
            return {HEADING: self.data.get("caption", ""), TEXT: in_bars(self.data["cells"])}
        return {HEADING: self.heading, TEXT: self.text}


@dataclass(frozen=True)
class ProposedBlock:
    """A block as proposed: `key` and `parent` are slugs of asked ones, or names of new ones."""

    key: str
    kind: str
    parent: str
    heading: str
    text: str
    data: Mapping
    is_new: bool = False

    @property
    def said(self) -> str:
        """All of it as one text, for comparing."""
        if "cells" in self.data:
            return f"{self.data.get('caption', '')}\n{in_bars(self.data['cells'])}"
        return "\n".join(filter(None, (self.heading, self.text or self.data.get("caption", ""))))


def as_it_was(block: RequestedBlock) -> ProposedBlock:
    """The block unchanged."""
    return ProposedBlock(
        block.slug, block.kind, block.parent, block.heading, block.text, dict(block.data)
    )


def proposed(
    blocks: Sequence[RequestedBlock], root: str, labels: Mapping[str, str]
) -> tuple[ProposedBlock, ...]:
    """The blocks as `labels` have them, each before what stands in it; `root`, empty for a whole
    part, is neither moved nor left out."""
    maker = _Maker(blocks, root, labels)
    return tuple(maker.through("" if not root else blocks[0].parent))


def faults(blocks: Sequence[RequestedBlock], words: Mapping[str, str]) -> dict[str, list[str]]:
    """Name of a box → a sentence for each thing in it that cannot be kept."""
    index = {}
    for block in blocks:
        for name in block.boxes:
            box = f"{name}-{block.slug}"
            if box in words and (wrong := _why_not(block, name, words[box])):
                index[box] = wrong
    for box, typed in words.items():
        is_new = box == BEGIN or box.startswith(f"{AFTER}-")
        if is_new and (wrong := pasted_text.faults(pasted_text.split(typed))):
            index[box] = wrong
    return index


def in_bars(cells: Mapping) -> str:
    """A table of words as lines with bars between its cells, its headings first."""
    rows = [[cell["label"] for cell in cells["columns"]], *cells["rows"]]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows)


def neighbours(blocks: Sequence[RequestedBlock], block: RequestedBlock) -> list[RequestedBlock]:
    """The blocks beside `block`, itself among them."""
    return [item for item in blocks if item.parent == block.parent]


class _Maker:
    def __init__(self, blocks, root, words):
        self.blocks, self.root, self.words = blocks, root, words
        self.made = 0

    def through(self, parent: str, within: str | None = None) -> Iterator[ProposedBlock]:
        """What stands in `parent`, put into `within` where that was left out."""
        within = parent if within is None else within
        if not self.root and parent == "" and within == "":
            yield from self._new(BEGIN, "")
        for block in self._in_order(parent):
            is_out = self._is_out(block)
            if not is_out:
                yield replace(self._written(block), parent=within)
            inner = within if is_out else block.slug
            if block.kind in HOLDING:
                if block.slug == self.root:
                    yield from self._new(BEGIN, inner)
                yield from self._new(f"{AFTER}-{block.slug}", inner)
                yield from self.through(block.slug, inner)
            else:
                yield from self._new(f"{AFTER}-{block.slug}", within)

    def _is_out(self, block):
        """Whether it is left out: said so, or all its words were taken away."""
        emptied = block.kind in PROSE and block.text and not self._said(TEXT, block, "x").strip()
        return block.slug != self.root and (self._said(OUT, block) == "on" or bool(emptied))

    def _in_order(self, parent):
        other = [block for block in self.blocks if block.parent == parent]
        if self.root and parent == self.blocks[0].parent:
            return other[:1]
        value = [item for place, item in enumerate(other, 1) if self._wanted(item, place) == place]
        moves = [
            (self._wanted(item, place), -place, item)
            for place, item in enumerate(other, 1)
            if item not in value
        ]
        for target, _, block in sorted(moves, key=lambda item: item[:2]):
            value.insert(max(target - 1, 0), block)
        return value

    def _wanted(self, block, place):
        """The place that `block`, which stands at `place`, is to have among its neighbours."""
        value = self._said(PLACE, block)
        return whole(value) if value.isascii() and value.isdecimal() and len(value) < 6 else place

    def _written(self, block):
        old = block.written
        fields = {name: tidy(self._said(name, block, old[name])) for name in block.boxes}
        changed = {name: fields[name] for name in fields if not _same(fields[name], old[name])}
        if not changed:
            return as_it_was(block)
        whole = {**old, **changed}
        if "cells" in block.data:
            return replace(as_it_was(block), data=_with_cells(block.data, whole))
        return replace(as_it_was(block), heading=whole[HEADING], text=whole[TEXT])

    def _new(self, box, parent) -> Iterator[ProposedBlock]:
        """The paragraphs of a box; what follows a heading stands in its section."""
        rows = [(0, parent)]
        for piece in pasted_text.split(self.words.get(box, "")).pieces:
            self.made += 1
            key = f"new.{self.made}"
            if piece.kind == "section":
                rows = [item for item in rows if item[0] < piece.level] or rows[:1]
            kind = "table" if piece.kind == "cells" else piece.kind
            within, data = rows[-1][1], dict(piece.data)
            yield ProposedBlock(key, kind, within, piece.heading, piece.text, data, True)
            if piece.kind == "section":
                rows.append((piece.level, key))

    def _said(self, name, block, otherwise=""):
        return self.words.get(f"{name}-{block.slug}", otherwise)


def _same(item, other):
    return item == other or parse(item) == parse(other)


def _why_not(block, name, typed):
    if name == HEADING:
        if len(typed) > 300:
            return ["A heading has 300 letters at most: shorten it."]
        needed = block.kind in TITLED or "cells" in block.data
        return [] if typed.strip() or not needed else ["Write the heading, or leave it as it was."]
    if "cells" in block.data:
        return [] if _cells(typed) else ["Write a line for each row, with a bar between cells."]
    return [problem.sentence for problem in problems(tidy(typed))]


def _cells(typed):
    pieces = pasted_text.split(typed).pieces
    return pieces[0].data["cells"] if len(pieces) == 1 and pieces[0].kind == "cells" else None


def _with_cells(data, value):
    """The data of a table as said; columns stay set as they were where as many as before."""
    cells = _cells(value[TEXT]) or data["cells"]
    before = data["cells"]["columns"]
    if len(before) == len(cells["columns"]):
        labels = [cell["label"] for cell in cells["columns"]]
        columns = [{**old, "label": label} for old, label in zip(before, labels, strict=True)]
        cells = {**cells, "columns": columns}
    return {**data, "caption": value[HEADING], "cells": {**data["cells"], **cells}}
