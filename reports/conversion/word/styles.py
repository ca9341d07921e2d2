"""Names of Word's elements and attributes, and the styles of a document."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from assurance.runtime.digits import whole

# As many figures as any setting of Word has.
_WHOLE = re.compile(r"-?[0-9]{1,9}")


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((item for item in element if local(item) == name), None)
    return element


def children(element: Element | None, name: str) -> list[Element]:
    """The elements of a name right below."""
    return [] if element is None else [item for item in element if local(item) == name]


def setting(element: Element | None, name: str = "val", otherwise: str = "") -> str:
    """An attribute of an element by its name without namespace."""
    if element is None:
        return otherwise
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return otherwise


def number(element: Element | None, name: str = "val", otherwise: int = 0) -> int:
    """An attribute that is a whole number; `otherwise` where it is none."""
    value = setting(element, name)
    if not _WHOLE.fullmatch(value):
        return otherwise
    result = whole(value.removeprefix("-"))
    return -result if value.startswith("-") else result


def is_on(element: Element | None) -> bool:
    """Whether a switch such as `b` is there and not turned off."""
    return element is not None and setting(element, otherwise="true") not in ("0", "false", "off")


_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"toc \d|toc heading|table of figures", re.IGNORECASE)
_FURTHEST = 12


@dataclass(frozen=True)
class Style:
    """One style with what it takes from those it is based on."""

    heading: int = 0
    contents: bool = False
    list_name: str = ""
    list_level: int = 0
    hidden: bool = False


class Styles:
    """The styles of a document by their names in it."""

    def __init__(self, root: Element | None):
        self.rows = {setting(item, "styleId"): item for item in children(root, "style")}
        self.read = {}

    def of(self, name: str) -> Style:
        """The style called `name`; a plain one where there is none."""
        if name not in self.read:
            self.read[name] = self._made(name)
        return self.read[name]

    def _made(self, name):
        heading = contents = hidden = False
        level, list_name, list_level = 0, "", 0
        for _ in range(_FURTHEST):
            row = self.rows.get(name)
            if row is None:
                break
            value = setting(child(row, "name"))
            if match := _HEADING.fullmatch(value):
                heading = heading or whole(match[1]) + 1
            elif value.lower() == "title":
                heading = heading or 1
            contents = contents or bool(_CONTENTS.fullmatch(value))
            outline = child(row, "pPr", "outlineLvl")
            if not heading and outline is not None and number(outline, otherwise=9) < 9:
                heading = number(outline) + 2
            numbered = child(row, "pPr", "numPr")
            if numbered is not None and not list_name:
                list_name = setting(child(numbered, "numId"))
                level = number(child(numbered, "ilvl"))
            hidden = hidden or is_on(child(row, "rPr", "vanish"))
            name = setting(child(row, "basedOn"))
        list_level = level
        return Style(min(heading or 0, 6), contents, list_name, list_level, hidden)
