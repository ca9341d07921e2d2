"""A Word file of a section made ready to be read: the bookmarks and tags by which it knows its
blocks and figures again, as signs among its words; and its units, in the written language."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from assurance.runtime.digits import whole
from reports.conversion.lines import markup
from reports.conversion.results import Source
from reports.conversion.word.styles import child, local, setting
from reports.language.text import tidy

NOTE = "candour_note"
_BOOKMARK = re.compile(r"candour_(\d{1,9})_(\d{1,6})(_h)?")
_TAG = "candour."
# What a tag of Word may hold at most is 64 letters.
_LETTERS = 16


def bookmark(section: int, place: int) -> str:
    """The bookmark around the block at `place` of the asked section numbered `section`."""
    return f"candour_{section}_{place}"


def heading_of(name: str) -> str:
    """The bookmark of the heading at the start of the paragraph that `name` stands around."""
    return f"{name}_h"


def read_bookmark(name: str) -> tuple[int, int, bool] | None:
    """(section, place, whether it is of the heading) of a bookmark of ours, or None."""
    match = _BOOKMARK.fullmatch(name)
    return (whole(match[1]), whole(match[2]), bool(match[3])) if match else None


def tag(token: str) -> str:
    """The tag of a figure or citation, as written in double square brackets."""
    return _TAG + hashlib.sha256(token.encode()).hexdigest()[:_LETTERS]


# Signs of no alphabet: a mark is a letter and a number between them.
OPENS, CLOSES = "\ue010", "\ue011"
BEGINS, ENDS, HEADED, HINT, FIGURE = "b", "e", "h", "n", "f"
MARK = re.compile(f"{OPENS}([behnf])(\\d+){CLOSES}")
_PRIVATE = re.compile(f"[{OPENS}{CLOSES}]")
_NO_NUMBER = 0


class WrongSection(ValueError):
    """The bookmarks are of another section."""


def prepared(root: Element, section: int, figures: Mapping[str, int]) -> bool:
    """Puts marks into `root`; whether a bookmark of ours stood there. `figures` maps tags to
    numbers of tokens. Raises `WrongSection`."""
    preparer = _Preparer(section, figures)
    body = child(root, "body")
    preparer.through(body if body is not None else root)
    if preparer.others and not preparer.own:
        raise WrongSection
    return bool(preparer.own)


class _Preparer:
    def __init__(self, section, figures):
        self.section, self.figures = section, figures
        self.names, self.own, self.others = {}, set(), set()
        self.waiting, self.last = [], None

    def through(self, element, within=None):
        """Marks everything below `element`, which is part of the paragraph `within` or of none."""
        for place, item in enumerate(list(element)):
            name = local(item)
            if name in ("t", "delText"):
                item.text = _PRIVATE.sub("", item.text or "")
            elif name in ("bookmarkStart", "bookmarkEnd"):
                self._bookmark(item, element, place, within)
            elif name == "sdt" and within is not None and self._number(item) is not None:
                looks = child(item, "sdtContent", "r", "rPr")
                element[place] = _sign(element, f"{FIGURE}{self._number(item)}", looks)
            elif name == "p":
                self._paragraph(item)
            else:
                self.through(item, within)

    def _paragraph(self, element):
        waiting, self.waiting, self.last = self.waiting, [], element
        self.through(element, element)
        place = 1 if child(element, "pPr") is not None else 0
        for mark in waiting:
            element.insert(place, _sign(element, mark))

    def _bookmark(self, item, element, place, within):
        """Marks a bookmark in its place; one between paragraphs in the next, an end in the last."""
        mark = self._mark(item)
        if mark and within is not None:
            element[place] = _sign(element, mark)
        elif mark and local(item) == "bookmarkStart":
            self.waiting.append(mark)
        elif mark and self.last is not None:
            self.last.append(_sign(self.last, mark))

    def _mark(self, item):
        number = setting(item, "id")
        if local(item) == "bookmarkEnd":
            return self.names.get(number, "")
        name = setting(item, "name")
        if name == NOTE:
            return f"{HINT}{_NO_NUMBER}"
        result = read_bookmark(name)
        if result is None:
            return ""
        section, place, is_heading = result
        if section != self.section:
            self.others.add(name)
            return ""
        self.own.add(name)
        if is_heading:
            return f"{HEADED}{place}"
        self.names[number] = f"{ENDS}{place}"
        return f"{BEGINS}{place}"

    def _number(self, element):
        return self.figures.get(setting(child(element, "sdtPr", "tag")))


def _sign(other, mark, looks=None):
    """A run that holds a mark, of its neighbours' namespace, with the looks of what it replaces."""
    space = other.tag.rpartition("}")[0]
    space = f"{space}}}" if space else ""
    run = Element(f"{space}r")
    if looks is not None:
        run.append(looks)
    SubElement(run, f"{space}t").text = f"{OPENS}{mark}{CLOSES}"
    return run


_HASHES = re.compile(r"(#{1,6}) ")
_LABELLED = re.compile(r"( *)(\S{1,8})\t(.*)", re.DOTALL)
_RULE = re.compile(r"\|(?:---\|)+")
# Word's first heading is read as of the second level, its title as of the first.
TITLE = 1


@dataclass
class Unit:
    """A paragraph, heading or table. `level` is a heading's, from 1; `rows` a table's lines;
    `place` where it stands in the file in words. `block` is the place of the block within whose
    bookmark it stands, None for what is new; `is_heading_of` says that it is its run-in heading."""

    text: str
    place: str
    level: int = 0
    is_item: bool = False
    rows: tuple[str, ...] = ()
    block: int | None = None
    begins: bool = False
    is_heading_of: bool = False
    is_hint: bool = False
    marks: tuple[tuple[str, int], ...] = field(default=(), repr=False)


def units_of(source: Source, tokens: Sequence[str]) -> Iterator[Unit]:
    """Every unit of `source` in order; `tokens` are what figures stand for, by their numbers."""
    lines = list(zip(source.lines, range(1, len(source.lines) + 1), strict=True))
    within = None
    for is_words, run in groupby(lines, lambda item: bool(item[0].strip())):
        if is_words:
            group = list(run)
            unit = _unit([line for line, _ in group], source.place(group[0][1]), tokens)
            begun = [place for kind, place in unit.marks if kind == BEGINS]
            within = begun[0] if begun else within
            unit.block, unit.begins = within, bool(begun)
            if (ENDS, within) in unit.marks:
                within = None
            yield unit


def plain_words(words: str, tokens: Sequence[str]) -> str:
    """Words as read, without marks of blocks and with the name of each figure."""
    return MARK.sub(lambda item: tokens[whole(item[2])] if item[1] == FIGURE else "", words)


def _unit(lines, place, tokens):
    marks = tuple((match[1], whole(match[2])) for match in MARK.finditer("\n".join(lines)))
    kinds = {kind for kind, _ in marks}
    values = {"marks": marks, "is_hint": HINT in kinds, "is_heading_of": HEADED in kinds}
    if lines[0].startswith("|"):
        rows = tuple(_row(line, tokens) for line in lines if not _RULE.fullmatch(line))
        return Unit("", place, rows=rows, **values)
    if heading := _HASHES.match(lines[0]):
        text = markup.bare(markup.plain(lines[0][heading.end() :].replace("\t", " ")))
        return Unit(
            plain_words(text, tokens).strip(), place, max(len(heading[1]) - TITLE, 1), **values
        )
    text = " ".join(line.strip() for line in lines[1:])
    first = f"{_without_marks(lines[0])} {text}" if text else _without_marks(lines[0])
    labelled = _LABELLED.fullmatch(first)
    if labelled:
        inner = plain_words(_written(labelled[3]), tokens)
        return Unit(tidy(f"{labelled[1]}{labelled[2]}\t{inner}"), place, is_item=True, **values)
    if values["is_heading_of"]:
        # Before they are read, so that no token is made of what stood on both sides.
        first = first.replace("**", "")
    return Unit(plain_words(_written(first), tokens).strip(), place, **values)


def _without_marks(line):
    """A line without marks of blocks, which stand before its label."""
    return MARK.sub(lambda item: item[0] if item[1] == FIGURE else "", line)


def _row(line, tokens):
    cells = [plain_words(_written(part), tokens) for part in re.split(r"(?<!\\)\|", line[1:-1])]
    return f"| {' | '.join(cell.strip() for cell in cells)} |"


def _written(text):
    """Words in the written language; what was typed in double square brackets stays a token."""
    made = markup.written(markup.plain(text))
    return made.replace("[ [", "[[").replace("] ]", "]]")
