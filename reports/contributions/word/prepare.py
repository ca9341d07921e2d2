"""A Word document made ready to be read: our bookmarks and tags turned into signs among its words,
so that whatever reads the words hands them on."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from reports.contributions.word.marks import NOTE, read_bookmark
from reports.conversion.word.styles import child, local, setting

# Signs of no alphabet: a mark is a letter and a number between them.
OPENS, CLOSES = "\ue010", "\ue011"
BEGINS, ENDS, HEADED, HINT, FIGURE = "b", "e", "h", "n", "f"
MARK = re.compile(f"{OPENS}([behnf])(\\d+){CLOSES}")
_PRIVATE = re.compile(f"[{OPENS}{CLOSES}]")
_NO_NUMBER = 0


class WrongSection(ValueError):
    """The bookmarks are of another section."""


def prepared(root: Element, section: int, figures: Mapping[str, int]) -> bool:
    """Puts marks into `root`; whether a bookmark of ours stood there. `figures` maps a tag to the
    number of its token. Raises `WrongSection` where every bookmark is of another section."""
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
        """Puts the mark of a bookmark in its place; of one between paragraphs into the next one,
        or that of its end into the last."""
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
    """A run that holds a mark, of the same namespace as its neighbours, bold or in italics where
    what it stands for was."""
    space = other.tag.rpartition("}")[0]
    space = f"{space}}}" if space else ""
    run = Element(f"{space}r")
    if looks is not None:
        run.append(looks)
    SubElement(run, f"{space}t").text = f"{OPENS}{mark}{CLOSES}"
    return run
