"""Blocks of a paper as they grow: sections in one another, paragraphs with lists, tables."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from reports.conversion.blocks.lists import Text, missed_of
from reports.conversion.lines import markup
from reports.conversion.lines.marks import caption_of
from reports.conversion.results import Unit, UnplacedText
from reports.language.labels import name_for

LONGEST_HEADING = 300
DEEPEST = 3
_NUMERIC = re.compile(r"[+−-]?\s?[£€$]?[\d,. ]*\d[\d,. ]*\s?(?:%|k|m)?|[-–—]|n/?a|", re.IGNORECASE)
_COUNTED = re.compile(r"£?\d[\d,.]*\s?%?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOTAL = re.compile(r"\**(?:grand |sub-?)?total\b", re.IGNORECASE)


@dataclass
class Block:
    """One block: `text` grows while it is open; `entries` are its data."""

    kind: str
    slug: str
    parent: str = ""
    part: str = ""
    heading: str = ""
    text: Text = field(default_factory=Text)
    entries: dict = field(default_factory=dict)

    def plain(self) -> dict:
        """The block as a paper file holds it."""
        data = dict(self.entries)
        if self.text.items and any(item["typed"] != "•" for item in self.text.items):
            data["items"] = self.text.items
        return {
            "slug": self.slug,
            "part": self.part,
            "kind": self.kind,
            "parent": self.parent,
            "heading": self.heading,
            "text": self.text.words,
            "data": data,
        }


@dataclass
class Draft:
    """The blocks of one paper in order. `open` holds the (level, slug) of the sections that are
    open, `current` the block that takes further texts, `part` where new blocks at the top stand."""

    place: Callable[[int], str]
    blocks: list[Block] = field(default_factory=list)
    missed: list[UnplacedText] = field(default_factory=list)
    open: list[tuple[int, str]] = field(default_factory=list)
    current: Block | None = None
    last_item: Unit | None = None
    annex: str = ""
    part: str = ""
    taken: set[str] = field(default_factory=set)
    tried: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, words: str, *, parent: str | None = None, **entries) -> Block:
        """A new block, named after `words`."""
        slug = name_for(markup.bare(words), kind, self.taken, self.tried)
        self.taken.add(slug)
        above = self.open[-1][1] if self.open else self.annex
        block = Block(kind, slug, above if parent is None else parent, self.part)
        block.entries = {name: value for name, value in entries.items() if value}
        self.blocks.append(block)
        return block

    def section(self, unit: Unit, level: int, role: str = "") -> Block:
        """Opens a section of `level` below those that stand above it."""
        self.close()
        while self.open and self.open[-1][0] >= level:
            self.open.pop()
        del self.open[DEEPEST - 1 :]
        text = markup.bare(unit.words)
        block = self.add("section", text, typed=unit.typed, run=unit.run, role=role)
        heading, rest = _split_heading(text)
        block.heading = heading or unit.typed
        self.open.append((level, block.slug))
        if rest:
            self.text(Unit("text", unit.number, rest))
        return block

    def paragraph(self, unit: Unit, heads: bool) -> Block:
        """A numbered paragraph; `heads` says that its words are a heading run in."""
        self.close()
        block = self.add("paragraph", unit.words, typed=unit.typed, run=unit.run)
        text = markup.bare(unit.words)
        if heads and len(text) <= LONGEST_HEADING:
            block.heading = text
        else:
            block.text.passage(unit.words)
        self.current = block
        return block

    def text(self, unit: Unit) -> None:
        """A text without a number: of the open paragraph, of its last item, or of its own."""
        if self.current is None:
            self.current = self.add("paragraph", unit.words)
            self.current.text.passage(unit.words)
        elif self.current.text.in_list and self._belongs_to_item(unit):
            self.current.text.inside(unit.words)
        elif "run" in self.current.entries or self.current.kind == "annex":
            self.current.text.passage(unit.words)
        else:
            self.close()
            self.text(unit)

    def item(self, unit: Unit) -> None:
        """An item of a list: of the open block, or of one of its own."""
        if self.current is None:
            self.current = self.add("paragraph", unit.words)
        self.current.text.item(unit)
        self.last_item = unit

    def table(self, unit: Unit, caption: Unit | None) -> Block:
        """A table with written cells, as many in each row as the longest has."""
        text = markup.bare(caption.words) if caption else ""
        block = self.add("table", text or "table")
        result = caption_of(text)
        if result:
            block.entries["typed"], text = result[0], result[1]
        block.entries |= {"caption": text, "cells": cells_of(unit)}
        self.close()
        return block

    def caption(self, text: str) -> None:
        """Notes a caption of something that was not imported, at the block that holds it."""
        typed, title = caption_of(text)
        index = self.current.entries.setdefault("captions", [])
        index.append({"typed": typed, "words": title})

    def close(self) -> None:
        """Ends the block that takes texts."""
        if self.current is not None:
            self.missed += missed_of(self.current.text, self.place)
        self.current = None

    def _belongs_to_item(self, unit):
        """Whether a text goes on with the last item: under it, or where that was but a heading."""
        item = self.last_item
        if unit.indent >= item.indent + 2 or unit.words[:1].islower():
            return True
        return markup.is_emphasised(item.words) or (not unit.blank and bool(item.typed))


def cells_of(unit: Unit) -> dict:
    """The cells of a table: the first row names the columns, a last row of totals is marked."""
    width = max(len(row) for row in unit.rows)
    rows = [[*map(markup.written, row), *[""] * (width - len(row))] for row in unit.rows]
    head, body = (rows[0], rows[1:]) if _is_head(rows) else ([""] * width, rows)
    columns = []
    for place, label in enumerate(head):
        numbers = [row[place] for row in body]
        numeric = any(numbers) and all(_NUMERIC.fullmatch(number) for number in numbers)
        columns.append({"label": markup.bare(label), "numeric": bool(numeric)})
    total = bool(body) and bool(_TOTAL.match(body[-1][0]))
    return {"columns": columns, "rows": body, "total_row": total}


def _is_head(rows):
    """Whether the first row names the columns: it is no row of numbers over others like it."""
    (label, *values), *others = rows
    is_a_row = label and all(values) and _counts(values)
    return not (is_a_row and len(others) > 1 and any(_counts(row[1:]) for row in others))


def _counts(values):
    """Whether there are numbers among `values` that are no years, and nothing else."""
    filled = [value for value in values if value]
    return bool(filled) and all(
        _COUNTED.fullmatch(item) and not _YEAR.fullmatch(item) for item in filled
    )


def _split_heading(text):
    """A heading no longer than one may be, and what is left of it."""
    if len(text) <= LONGEST_HEADING:
        return text, ""
    cut = text.rfind(" ", 0, LONGEST_HEADING // 2)
    if cut < 1:
        return text[:LONGEST_HEADING], text
    return text[:cut].strip(), text[cut:].strip()
