"""The names of WordprocessingML, and reading an element's settings by them."""

import re
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
