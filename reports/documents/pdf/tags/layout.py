"""Reads the laid-out pages into one tag tree.

A page holds boxes; a paragraph or a table that runs over pages has a box on each. All boxes of one
HTML node become one element here, which is what PDF/UA asks for and WeasyPrint's own tags do not
give: they start anew on each page.
"""

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from reports.documents.html.languages import from_right, is_joined
from reports.documents.pdf.tags import roles
from reports.documents.pdf.tags.nodes import (
    LinkAnnotation,
    Mark,
    Node,
    begin,
    label,
    picture_parent,
    words_in,
)

HEADER = "<</Type /Pagination /Subtype /Header>>"
FOOTER = "<</Type /Pagination /Subtype /Footer>>"
DECORATION = "<</Type /Layout>>"

_POINTS = 0.75  # points in a CSS pixel


class Reading:
    """The tree so far, and what was left out of it.

    `root` is the Document element. `artifacts` has for each page a dict from mark number to the
    properties of the artifact that it is, `written` one to the words that its signs, joined of
    several letters, stand for; `lonely` has the annotations of links inside
    artifacts, as (page, annotation).
    """

    def __init__(self, run, language):
        self.root = Node("Document")
        self.artifacts = []
        self.written = []
        self.lonely = []
        self._run = run
        self._language = language
        self._bodies = {}
        self._starts = {}
        self._page = 0
        self._size = (0, 0)
        self._marks = {}

    def read(self, page_box, marks):
        """Add a page; `marks` maps each drawn box to its mark and is emptied."""
        self._page = len(self.artifacts)
        self._size = page_box.margin_width(), page_box.margin_height()
        self._marks = marks
        self.artifacts.append({})
        self.written.append({})
        self._visit(page_box, self.root)
        if marks:
            self._run.complain(f"Page {self._page + 1} shows words that have no place in its tags")
            marks.clear()

    def _visit(self, box, within):
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.TextBox):
            self._words(box, within)
            return
        kind = self._artifact(box)
        if kind:
            self._leave_out(box, kind)
            return
        node = self._node(box, within)
        if box.link_annotation:
            self._hold(box.link_annotation, node)
        if isinstance(box, boxes.ReplacedBox):
            self._picture(box, node)
        for child in box.children:
            self._visit(child, node)

    def _words(self, box, within):
        if within.tag in roles.GROUPS and not box.text.strip():
            self._leave_out(box, DECORATION)
            return
        if box.position_x + box.width > self._size[0] + 1:
            self._run.complain(f"Page {self._page + 1} is too narrow for {box.text.strip()!r}")
        node = words_in(within, self._page)
        if from_right(box.text):
            # On the element: a reader of the page's letters turns them round by itself.
            node = node.add("Span", self._page)
            node.actual = box.text
        elif is_joined(box.text) and (mark := self._marks.get(box)):
            self.written[-1][mark["mcid"]] = box.text
        self._place(box, node)

    def _place(self, box, node):
        mark = self._marks.pop(box, None)
        if mark:
            node.kids.append(Mark(self._page, mark["mcid"]))

    def _artifact(self, box):
        """The properties of a box that a reader passes over, or None."""
        if isinstance(box, boxes.MarginBox):
            return HEADER if box.at_keyword.startswith("@top") else FOOTER
        if box.is_leader or roles.decorative(box.element):
            return DECORATION
        if not isinstance(box, boxes.TableRowGroupBox) or not (box.is_header or box.is_footer):
            return None
        if self._starts.get((box.element, box.element_tag), self._page) == self._page:
            return None
        return HEADER if box.is_header else FOOTER

    def _leave_out(self, box, kind):
        for leaf in box.descendants(placeholders=True):
            mark = self._marks.pop(leaf, None)
            if mark:
                self.artifacts[-1][mark["mcid"]] = kind
            if leaf.link_annotation:
                self.lonely.append((self._page, leaf.link_annotation))

    def _node(self, box, within):
        """The element for what `box` holds: its own when it has one, else the one it stands in."""
        element, name = box.element, box.element_tag
        if element is None or name in ("html", "body"):
            return within
        key = (element, name)
        if key not in self._bodies:
            self._starts[key] = self._page
            if name.endswith("note-call"):
                # WeasyPrint 70.0 loses some of them without a word.
                self._run.complain("Notes that a style sheet moves get lost: write them in a list")
            if name == "li::marker":
                self._bodies[key] = label(self._bodies[element, "li"], self._page, element)
            else:
                self._bodies[key] = begin(box, within, self._page, self._language)
        # Met before: the node goes on from an earlier page, or this is a box that layout put inside
        # the node's own.
        return self._bodies[key] or within

    def _hold(self, annotation, node):
        link = node.nearest("Link")
        if link is None:
            self.lonely.append((self._page, annotation))
            return
        text = roles.link_words(link.element)
        if not text:
            self._run.complain(f"The link to {annotation['Contents'].string} has no words")
        annotation["Contents"] = pydyf.String(text)
        link.kids.append(LinkAnnotation(self._page, annotation))

    def _picture(self, box, within):
        block = isinstance(box, boxes.BlockLevelBox)
        figure = picture_parent(within).add("Figure", self._page, box.element)
        figure.alternative = roles.alternative(box.element)
        if not figure.alternative:
            source = box.element.get("src") or box.element.get("id") or box.element_tag
            self._run.complain(f"The picture {source} has no words for those who cannot see it")
        left, top = box.content_box_x() * _POINTS, box.content_box_y() * _POINTS
        right, low = left + box.width * _POINTS, top + box.height * _POINTS
        height = self._size[1] * _POINTS
        figure.attributes["Layout"] = {
            "BBox": pydyf.Array((left, height - low, right, height - top)),
            "Placement": "/Block" if block else "/Inline",
        }
        self._place(box, figure)
