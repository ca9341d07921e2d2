"""A Word file of a section made ready to be read: the bookmarks and tags by which it knows its
blocks and figures again, turned into signs among its words."""

import hashlib
import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from assurance.runtime.digits import whole
from reports.conversion.word.names import child, local, setting

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
