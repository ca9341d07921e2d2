"""A Word file of a section read back, as the boxes of its form, and what was not understood."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from reports.contributions.proposals import (
    AFTER,
    BEGIN,
    HEADING,
    OUT,
    PLACE,
    PROSE,
    TEXT,
    RequestedBlock,
    neighbours,
)
from reports.contributions.word.marks import WrongSection, plain_words, prepared, tag, units_of
from reports.conversion.results import NotAPaper, UnplacedText
from reports.conversion.sources import GIVE, is_word
from reports.conversion.word.package import MAIN, Package
from reports.conversion.word.reader import source_of
from reports.language.structure import HOLDING, TITLED
from reports.language.text import Passage, is_item, parse, quotes
from reports.papers.rules import block_order

NOT_WORD = f"This is no Word document. {GIVE.replace(' or as plain text (.txt, .md)', '')}"
ANOTHER = "This file is of another section: choose the one that was downloaded here."
NOTHING = "Nothing in this file is of this section: choose the one that was downloaded here."
NO_FIGURE = "This figure is no longer in the text. A number typed in its place is not counted."
ELSEWHERE = "It is now under another heading. It is left where it was, and you can move it later."
DEEPER = "This new heading is put into the section before it, and can be moved later."
NO_TABLE = "The table under this caption was taken out: it is left out with its caption."
LEFT_OVER = "It is in a part that is made from the records, and is left out."
# Two texts that share less than this part of their words are not one text changed.
ALIKE = 0.6


@dataclass
class Entry:
    """What the file has for one block, or for a new one (`block` None)."""

    block: RequestedBlock | None
    texts: list = field(default_factory=list)
    heading: str | None = None
    rows: tuple = ()
    level: int = 0
    place: str = ""

    @property
    def text(self):
        """Its paragraphs as one text: an empty line between two, none before an item."""
        made = ""
        for text in self.texts:
            made += ("\n" if is_item(text) else "\n\n") + text if made else text
        return made


def read_section(
    data: bytes, section: int, root: str, blocks: Sequence[RequestedBlock], tokens: Sequence[str]
) -> tuple[dict[str, str], list[UnplacedText]]:
    """(words of the form, what was not understood) of the Word file `data`; raises `NotAPaper`."""
    if not is_word(data):
        raise NotAPaper(NOT_WORD)
    package = Package(data)
    document = package.xml(MAIN)
    try:
        is_ours = prepared(document, section, {tag(item): at for at, item in enumerate(tokens)})
    except WrongSection as wrong:
        raise NotAPaper(ANOTHER) from wrong
    source = source_of(package, document)
    reader = _Reader(blocks, root)
    for unit in units_of(source, tokens):
        reader.take(unit)
    reader.recognise()
    if not is_ours and not any(entry.block for entry in reader.entries):
        raise NotAPaper(NOTHING)
    missed = [
        UnplacedText(item.where, plain_words(item.words, tokens), item.why)
        for item in source.missed
    ]
    return reader.words(), [*missed, *reader.missed]


class _Reader:
    """Gathers the units of a file into entries, then says them as the boxes of the form."""

    def __init__(self, blocks, root):
        self.blocks, self.root = tuple(blocks), root
        self.entries, self.missed = [], []

    def take(self, unit):
        """Puts one unit where its bookmark says, or where it follows."""
        if unit.is_hint or not (unit.text or unit.rows or unit.begins):
            return
        block = dict(enumerate(self.blocks)).get(unit.block)
        entry = self._held(block) if block else None
        if unit.begins and entry is None and block:
            entry = Entry(block, place=unit.place)
            self.entries.append(entry)
        if entry is None or not self._put(entry, unit):
            self._follow(unit)

    def recognise(self):
        """Gives new entries back to blocks that have lost their bookmark, by words much alike."""
        current = {entry.block.slug for entry in self.entries if entry.block}
        lost = [block for block in self.blocks if block.slug not in current]
        for entry in [entry for entry in self.entries if entry.block is None]:
            like = next((item for item in lost if _is_like(entry, item)), None)
            if like:
                lost.remove(like)
                entry.block = like

    def words(self):
        """The boxes of the form that are not as they were asked for."""
        index = {}
        for entry in self.entries:
            if entry.block:
                index |= self._changes(entry)
        rows = [entry.block for entry in self.entries if entry.block]
        for block in self.blocks:
            if block not in rows and block.slug != self.root:
                index[f"{OUT}-{block.slug}"] = "on"
        return index | self._places(rows) | self._new()

    def _held(self, block):
        return next((entry for entry in self.entries if entry.block is block), None)

    def _put(self, entry, unit):
        """Whether the unit is a further part of the block's entry; it then stands in it."""
        block = entry.block
        if not block.boxes:
            if not unit.begins:
                text = unit.text or " ".join(unit.rows)
                self.missed.append(UnplacedText(unit.place, text, LEFT_OVER))
            return True
        if block.kind not in TITLED and "cells" not in block.data:
            return self._put_prose(entry, unit)
        if entry.heading is not None or unit.rows:
            return False
        entry.heading = unit.text
        return True

    def _put_prose(self, entry, unit):
        if unit.is_heading_of:
            entry.heading = unit.text
            return True
        if unit.rows or unit.level:
            return False
        goes_on = unit.is_item or _passages(entry.block.text) > 1 or not entry.texts
        if goes_on:
            entry.texts.append(unit.text)
        return goes_on

    def _follow(self, unit):
        """A new entry, or a further item of the one before."""
        last = self.entries[-1] if self.entries else None
        if unit.rows and (caption := self._caption_before()):
            caption.rows = unit.rows
        elif unit.is_item and last and last.texts:
            last.texts.append(unit.text)
        elif unit.level:
            new = Entry(None, heading=unit.text, level=unit.level, place=unit.place)
            self.entries.append(new)
        else:
            texts = [] if unit.rows else [unit.text]
            self.entries.append(Entry(None, texts, rows=unit.rows, place=unit.place))

    def _caption_before(self):
        """The table begun last, with its caption and no rows yet; None otherwise."""
        begun = next((entry for entry in reversed(self.entries) if entry.block), None)
        is_table = begun is not None and "cells" in begun.block.data
        return begun if is_table and not begun.rows else None

    def _changes(self, entry):
        block, old = entry.block, entry.block.written
        if "cells" in block.data and not entry.rows:
            self.missed.append(UnplacedText(block.name, entry.heading or "", NO_TABLE))
            return {f"{OUT}-{block.slug}": "on"}
        now = {}
        if HEADING in block.boxes:
            now[HEADING] = entry.heading or (old[HEADING] if block.kind in TITLED else "")
        if TEXT in block.boxes:
            now[TEXT] = "\n".join(entry.rows) if "cells" in block.data else entry.text
        changed = {
            name: text
            for name, text in now.items()
            if text != old[name] and parse(text) != parse(old[name])
        }
        self._tell_lost(block, changed)
        return {f"{name}-{block.slug}": text for name, text in changed.items()}

    def _tell_lost(self, block, changed):
        old = {quote.raw: None for name in changed for quote in quotes(block.written[name])}
        now = {quote.raw for text in changed.values() for quote in quotes(text)}
        for raw in old:
            if raw not in now:
                self.missed.append(UnplacedText(block.name, raw, NO_FIGURE))

    def _places(self, saved):
        """The places of what stands elsewhere among its neighbours."""
        result, order = {}, [entry.slug for entry in saved]
        for item in saved:
            if self._stands_elsewhere(item, saved):
                text = item.heading or item.text[:80]
                self.missed.append(UnplacedText(item.name, text, ELSEWHERE))
        for first in self.blocks:
            other = neighbours(self.blocks, first)
            if other[0] is not first or first.slug == self.root:
                continue
            old = [entry.slug for entry in other if entry.slug in order]
            new = [slug for slug in order if slug in old]
            # What is only left out moves nothing.
            result |= _placed([entry.slug for entry in other], new) if new != old else {}
        return result

    def _stands_elsewhere(self, block, saved):
        """Whether the heading above it is neither its own nor the one that was above it."""
        if block.slug == self.root or not any(item.slug == block.parent for item in saved):
            return False
        above = _heading_above(block, saved)
        return above not in (block.parent, _heading_above(block, self.blocks))

    def _new(self):
        """The boxes of new paragraphs, each behind the block that stands before it."""
        result, last = {}, None
        for entry in self.entries:
            if entry.block:
                last = entry.block
                continue
            at_start = last is None or last.slug == self.root
            box = BEGIN if at_start else f"{AFTER}-{last.slug}"
            text = self._as_pasted(entry, last)
            result[box] = f"{result[box]}\n\n{text}" if box in result else text
        return result

    def _as_pasted(self, entry, last):
        if entry.rows:
            return "\n".join(entry.rows)
        if not entry.level:
            return entry.text
        level = entry.level
        if last:
            level -= block_order.depth(self.blocks, last.slug) + (last.kind in HOLDING)
        if level < 1:
            self.missed.append(UnplacedText(entry.place, entry.heading, DEEPER))
        return f"{'#' * min(max(level, 1), 4)} {entry.heading}"


def _heading_above(block, rows):
    above = [row.slug for row in rows[: rows.index(block)] if row.kind in HOLDING]
    return above[-1] if above else ""


def _passages(text):
    return sum(isinstance(item, Passage) for item in parse(text))


def _is_like(entry, block):
    if entry.level or block.kind in TITLED:
        return bool(entry.level) and block.kind in TITLED and entry.heading == block.heading
    if block.kind not in PROSE or entry.rows or not block.text:
        return False
    item, other = entry.text.split(), block.text.split()
    return SequenceMatcher(None, item, other, autojunk=False).ratio() >= ALIKE


def _placed(other, new):
    """The place boxes of the neighbours `other`, in the order `new`; left out, they are last."""
    whole = [*new, *(slug for slug in other if slug not in new)]
    return {
        f"{PLACE}-{slug}": str(place)
        for place, slug in enumerate(whole, 1)
        if place != other.index(slug) + 1
    }
