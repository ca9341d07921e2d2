"""Writes the tag tree and its indexes into the PDF (ISO 32000-1, 14.7)."""

import logging
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

import pydyf
import weasyprint.pdf
from weasyprint.logger import LOGGER

from reports.documents.pdf.tags.layout import Reading
from reports.documents.pdf.tags.nodes import LinkAnnotation, Node, arrange


class TagWriter:
    """One tag tree on its way into `pdf` (pydyf); `marks` says how many marks each page has."""

    def __init__(self, pdf, marks):
        self._pdf = pdf
        self._pages = pdf.page_references
        self._parents = [[b"null"] * count for count in marks]
        self._held = []
        self._names = {}
        self._tables = 0

    def write(self, root):
        """Add the structure tree under `root` to the catalogue."""
        root.prune()
        struct = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self._pdf.add_object(struct)
        struct["K"] = pydyf.Array([self._element(root, struct).reference])
        struct["ParentTree"] = self._add(pydyf.Dictionary({"Nums": self._parent_tree()}))
        struct["ParentTreeNextKey"] = len(self._pages) + len(self._held)
        if self._names:
            struct["IDTree"] = self._add(pydyf.Dictionary({"Names": self._name_tree()}))
        self._pdf.catalog["StructTreeRoot"] = struct.reference

    def _element(self, node, parent):
        if node.tag == "Table":
            self._tables += 1
            arrange(node, self._tables)
        item = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.tag}", "P": parent.reference})
        self._pdf.add_object(item)
        self._describe(node, item)
        item["Pg"] = self._pages[node.page]
        item["K"] = pydyf.Array([self._kid(kid, node, item) for kid in node.kids])
        return item

    def _describe(self, node, item):
        if node.name:
            item["ID"] = pydyf.String(node.name)
            self._names[node.name] = item.reference
        for key, text in (
            ("Alt", node.alternative),
            ("E", node.expansion),
            ("Lang", node.language),
            ("ActualText", node.actual),
        ):
            if text:
                item[key] = pydyf.String(text)
        for owner, values in node.attributes.items():
            if values:
                item["A"] = pydyf.Dictionary({"O": f"/{owner}", **values})

    def _kid(self, kid, node, item):
        if isinstance(kid, Node):
            return self._element(kid, item).reference
        if isinstance(kid, LinkAnnotation):
            self._held.append((item.reference, kid.annotation))
            return pydyf.Dictionary(
                {"Type": "/OBJR", "Obj": kid.annotation.reference, "Pg": self._pages[kid.page]}
            )
        self._parents[kid.page][kid.mcid] = item.reference
        if kid.page == node.page:
            return kid.mcid
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self._pages[kid.page], "MCID": kid.mcid})

    def _parent_tree(self):
        numbers = pydyf.Array()
        for number, parents in enumerate(self._parents):
            numbers += [number, pydyf.Array(parents)]
        for number, (reference, annotation) in enumerate(self._held, len(self._parents)):
            annotation["StructParent"] = number
            numbers += [number, reference]
        return numbers

    def _name_tree(self):
        names = pydyf.Array()
        for name, reference in sorted(self._names.items()):
            names += [pydyf.String(name), reference]
        return names

    def _add(self, item):
        self._pdf.add_object(item)
        return item.reference


def mark_artifacts(stream, artifacts, written):
    """Rewrite in a page's content the marks that `artifacts` (mark number to properties) names, and
    give those that `written` (mark number to words) names the words that they stand for.

    Returns how many marks the page's content has.
    """
    result = 0
    items = stream.stream
    for place, item in enumerate(items):
        if isinstance(item, pydyf.Dictionary) and "MCID" in item:
            result += 1
            kind = artifacts.get(item["MCID"])
            if kind:
                items[place - 1 : place + 1] = "/Artifact", kind
            elif text := written.get(item["MCID"]):
                item["ActualText"] = pydyf.String(text)
    return result


def drop_annotations(pdf, lonely):
    """Take annotations that no element owns, as (page index, annotation), off their pages."""
    for page, annotation in lonely:
        number = pdf.pages["Kids"][3 * page]
        pdf.objects[number]["Annots"].remove(annotation.reference)


_WHAT_TO_DO = "write it in words, or have a font that prints it installed"


@dataclass
class Run:
    """What is wrong with the file so far, each a sentence."""

    complaints: list[str] = field(default_factory=list)

    def complain(self, sentence):
        """Note a complaint once, closed with a full stop."""
        closed = sentence.rstrip(".") + "."
        if closed not in self.complaints:
            self.complaints.append(closed)


_current = ContextVar("rendering", default=None)


def current():
    """The record of the rendering under way in this thread, or None."""
    return _current.get()


@contextmanager
def recording():
    """Open a record for one rendering and give it."""
    token = _current.set(Run())
    try:
        yield _current.get()
    finally:
        _current.reset(token)


class _Listener(logging.Handler):
    """Keeps what WeasyPrint reports as an error: a lost picture, a link to nowhere; and a letter
    that no font has, of which it only warns and prints an empty box."""

    def emit(self, entry):
        if (run := current()) is None:
            return
        if entry.levelno >= logging.ERROR:
            run.complain(entry.getMessage())
        elif entry.msg.startswith(".notdef"):
            letter, code = entry.args
            run.complain(f"No font here prints “{letter}” (U+{code:04X}): {_WHAT_TO_DO}")


LOGGER.addHandler(_Listener(logging.WARNING))


_weasyprint_tags = weasyprint.pdf.add_tags


def add_tags(pdf, document, pdf_version, page_streams):
    """As WeasyPrint's function of this name, with a tree that runs over pages."""
    run = current()
    if run is None:
        _weasyprint_tags(pdf, document, pdf_version, page_streams)
        return
    reading = Reading(run, document.metadata.lang)
    marks = [len(stream._tags) for stream in page_streams]
    for page, stream in zip(document.pages, page_streams, strict=True):
        reading.read(page._page_box, stream._tags)
    values = zip(page_streams, reading.artifacts, reading.written, strict=True)
    for number, (stream, artifacts, written) in enumerate(values):
        if mark_artifacts(stream, artifacts, written) != marks[number]:
            run.complain(
                f"Page {number + 1} draws words half transparent, which takes them out of the tags"
            )
    drop_annotations(pdf, reading.lonely)
    TagWriter(pdf, marks).write(reading.root)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


weasyprint.pdf.add_tags = add_tags
