"""The clerk’s words of a correction notice, as lines that the checks read."""

from collections.abc import Iterator

from reports.checks.reading import FACT, Line, LiveFigure
from reports.checks.text_reading import read_text
from reports.documents.document import Document
from reports.papers.manuscript import Manuscript


def notice_lines(manuscript: Manuscript, document: Document) -> Iterator[Line]:
    """Each line that a clerk adds to a correction notice; its numbers are the figures of the
    report that alone print so."""
    entries: dict[str, list] = {}
    for entry in document.counted:
        entries.setdefault(entry.text, []).append(entry)
    only = {text: rows[0] for text, rows in entries.items() if len(rows) == 1}
    for text in filter(None, map(str.strip, manuscript.paper.correction_note.splitlines())):
        numbers = [(item.start, text[item.start : item.end]) for item in read_text(text).numbers]
        live = tuple(
            LiveFigure(start, start + len(value), only[value])
            for start, value in numbers
            if value in only
        )
        yield Line("correction", "the correction notice", FACT, text, live=live)
