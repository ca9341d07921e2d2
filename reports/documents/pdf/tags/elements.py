"""Which element of the tag tree a box opens, and where in the tree it stands."""

from weasyprint.formatting_structure import boxes

from reports.documents.pdf.tags import roles
from reports.documents.pdf.tags.nodes import Node

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
