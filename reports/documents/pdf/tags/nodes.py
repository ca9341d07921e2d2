"""The tag tree as we build it, before any of it is written."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Mark(NamedTuple):
    """A stretch of content marked `mcid` on the page with index `page`."""

    page: int
    mcid: int


class LinkAnnotation(NamedTuple):
    """A link annotation (a pydyf dictionary) on the page with index `page`."""

    page: int
    annotation: dict


@dataclass(slots=True, eq=False)
class Node:
    """An element of the tag tree; `tag` is a standard structure type of ISO 32000-1, 14.8.4.

    `attributes` maps an owner (`Table`, `List`, `Layout`) to its names and values. `spans` is how
    many columns and rows a cell takes. `actual` is the words that its letters stand for, where
    those are not drawn in their order. `implied` marks a paragraph of ours around text that stands
    directly in a group.
    """

    tag: str
    parent: "Node | None" = None
    page: int = 0
    element: object = None
    name: str = ""
    alternative: str = ""
    expansion: str = ""
    language: str = ""
    actual: str = ""
    implied: bool = False
    spans: tuple[int, int] = (1, 1)
    attributes: dict[str, dict] = field(default_factory=dict)
    kids: list["Node | Mark | LinkAnnotation"] = field(default_factory=list)

    def add(self, tag, page, element=None):
        """A new child at the end."""
        child = Node(tag, self, page, element)
        self.kids.append(child)
        return child

    def nearest(self, *tags):
        """This node or the closest one above it that has one of `tags`; None when there is none."""
        node = self
        while node is not None and node.tag not in tags:
            node = node.parent
        return node

    def children(self, *tags):
        """The child nodes with one of `tags`, in order."""
        return [kid for kid in self.kids if isinstance(kid, Node) and kid.tag in tags]

    def inside(self, test):
        """Whether the HTML element of this node or of one above it passes `test`."""
        node = self
        while node is not None:
            if node.element is not None and test(node.element):
                return True
            node = node.parent
        return False

    def prune(self):
        """Drop every child that holds nothing, but for cells and rows; say whether any is left."""
        self.kids = [
            kid
            for kid in self.kids
            if not isinstance(kid, Node) or kid.prune() or kid.tag in ("TD", "TH", "TR")
        ]
        return bool(self.kids)
