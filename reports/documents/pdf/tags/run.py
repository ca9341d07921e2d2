"""Puts our tag tree in the place of WeasyPrint's, for renderings of ours and no others.

WeasyPrint 70.0 builds its tags by pages: a table over two pages becomes two tables, and a running
head stays in the tags. It offers no way to change that, so this module replaces one private
function of it, `add_tags`. A test pins the version, so that a new one is taken deliberately.
"""

import logging
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

import pydyf
import weasyprint.pdf
from weasyprint.logger import LOGGER

from reports.documents.pdf.tags.layout import Reading
from reports.documents.pdf.tags.writer import TagWriter, drop_annotations, mark_artifacts

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
