"""Elements of the tag tree, the order of tables, and what a box becomes."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

import pydyf
from weasyprint.formatting_structure import boxes

from reports.documents.pdf.tags import roles


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


_ORDER = {"Caption": 0, "THead": 1, "TFoot": 3}


def arrange(table, number):
    """Put the parts of `table` in reading order, with IDs (apart by `number`) and Headers."""
    table.kids.sort(key=lambda kid: _ORDER.get(getattr(kid, "tag", ""), 2))
    placed = list(_grid(_rows(table)))
    by_row, by_column = defaultdict(list), defaultdict(list)
    for y, x, cell in placed:
        if cell.tag == "TH":
            cell.name = f"t{number}-{y}-{x}"
            if cell.attributes["Table"]["Scope"] == "/Row":
                _head(by_row, y, cell.spans[1], cell.name)
    for y, x, cell in placed:
        columns, rows = cell.spans
        if cell.tag == "TD":
            names = _met(by_row, y, rows) + _met(by_column, x, columns)
            headers = {"Headers": pydyf.Array(map(pydyf.String, names))} if names else {}
            cell.attributes["Table"] = headers
        elif cell.attributes["Table"]["Scope"] == "/Column":
            _head(by_column, x, columns, cell.name)
        for side, span in (("ColSpan", columns), ("RowSpan", rows)):
            if span != 1:
                cell.attributes["Table"][side] = span


def _rows(table):
    for part in table.children("TR", "THead", "TBody", "TFoot"):
        yield from [part] if part.tag == "TR" else part.children("TR")


def _grid(rows):
    """Each cell with its row and column from 0, past cells that reach down from above."""
    used = set()
    for y, row in enumerate(rows):
        x = 0
        for cell in row.children("TH", "TD"):
            while (y, x) in used:
                x += 1
            columns, down = cell.spans
            yield y, x, cell
            if down > 1:
                used |= {(y + dy, x + dx) for dy in range(1, down) for dx in range(columns)}
            x += columns


def _head(heads, start, span, name):
    for place in range(start, start + span):
        heads[place].append(name)


def _met(heads, start, span):
    return list(dict.fromkeys(name for at in range(start, start + span) for name in heads[at]))


_INLINE = ("Link", "Span")


def words_in(node, page):
    """The node for words that stand directly in `node`: a paragraph of ours when it is a group."""
    open_one = picture_parent(node)
    if open_one.tag not in roles.GROUPS:
        return open_one
    paragraph = node.add("P", page)
    paragraph.implied = True
    return paragraph


def picture_parent(node):
    """The node that takes a picture: the paragraph of ours that `node` ends with, else `node`."""
    last = node.kids[-1] if node.kids else None
    return last if isinstance(last, Node) and last.implied else node


def begin(box, within, page, language):
    """A new element for the first box of an HTML node, or None where its words are `within`'s.

    `language` is the document's; an element says its own only when it differs.
    """
    element, name = box.element, box.element_tag
    if "::" in name:
        return None
    if name == "li":
        return _item(element, within, page)
    if name in ("dt", "dd"):
        within = _pair(name, within, page)
    if name == "span" and roles.is_label(element) and _awaits_label(within):
        return label(within, page, element)
    tag = _tag(box, within, language)
    if tag is None:
        return None
    if tag in _INLINE:
        within = words_in(within, page)
    elif within.tag == "Reference":
        within = within.parent
    node = within.add(tag, page, element)
    node.language = foreign(element, language)
    _describe(node, box)
    return node


def label(body, page, element):
    """The element for a list item's marker, first in the item of `body`; None outside a list."""
    item = body.nearest("LI", "TOCI")
    if item is None:
        return None
    node = Node("Lbl", item, page, element)
    item.kids.insert(0, node)
    return node


def foreign(element, language):
    """The language of an element when it is not the document's, else an empty string."""
    own = element.get("lang") or ""
    return "" if own == language else own


def _tag(box, within, language):
    element, name = box.element, box.element_tag
    if name == "a":
        return "Link" if box.link_annotation else None
    if name in roles.TYPES:
        tag = roles.TYPES[name]
        in_contents = tag == "L" and (
            roles.is_contents(element) or within.inside(roles.is_contents)
        )
        return "TOC" if in_contents else tag
    if isinstance(box, boxes.ReplacedBox) or within.tag == "L":
        return None
    if isinstance(box, boxes.BlockLevelBox) and name not in roles.PHRASES:
        return "Div"
    if foreign(element, language) or (name == "abbr" and element.get("title")):
        return "Span"
    return None


def _awaits_label(within):
    """Whether words stand in an item without a label, of a list that says how it is numbered."""
    item = within.nearest("LI")
    if item is None or item.children("Lbl"):
        return False
    return item.parent.attributes.get("List", {}).get("ListNumbering", "/None") != "/None"


def _item(element, within, page):
    if within.tag == "TOC":
        return within.add("TOCI", page, element).add("Reference", page, element)
    if within.tag != "L":
        return within.add("Div", page, element)
    body = within.add("LI", page, element).add("LBody", page, element)
    if not (within.inside(roles.is_notes) and within.nearest("Note") is None):
        return body
    note = body.add("Note", page, element)
    note.name = element.get("id") or f"note-{page}-{len(within.kids)}"
    return note


def _pair(name, within, page):
    """The item body of a term and its descriptions, so that a reader hears them together."""
    items = within.children("LI")
    if name == "dd" and items:
        return items[-1].kids[0]
    return within.add("LI", page).add("LBody", page)


def _describe(node, box):
    element = node.element
    if box.element_tag == "abbr":
        node.expansion = element.get("title") or ""
    elif box.element_tag in ("ol", "ul") and node.tag == "L":
        style = roles.numbering(element, box.style["list_style_type"])
        node.attributes["List"] = {"ListNumbering": f"/{style}"}
    elif node.tag in ("TH", "TD"):
        node.spans = box.colspan, box.rowspan
        if node.tag == "TH":
            in_head = node.nearest("THead", "Table").tag == "THead"
            node.attributes["Table"] = {"Scope": f"/{roles.scope(element, in_head)}"}
