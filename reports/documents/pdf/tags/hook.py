"""Puts our tag tree in the place of WeasyPrint's, for renderings of ours and no others.

WeasyPrint 70.0 builds its tags by pages: a table over two pages becomes two tables, and a running
head stays in the tags. It offers no way to change that, so this module replaces one private
function of it, `add_tags`. A test pins the version, so that a new one is taken deliberately.
"""

import pydyf
import weasyprint.pdf

from reports.documents.pdf.tags.layout import Reading
from reports.documents.pdf.tags.run import current
from reports.documents.pdf.tags.writer import TagWriter, drop_annotations, mark_artifacts

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
