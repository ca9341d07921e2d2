"""The headline figures of an edition on public pages: tiles, each with one mark of comparison."""

from assurance.accounts.models.accounts import Council
from reports.documents.document import Document, Headlines
from reports.documents.headlines import caption_of
from reports.documents.html import page
from reports.documents.html.headlines import tiles
from reports.documents.html.inline import Medium
from reports.editions.comparison_values import mark_of
from reports.editions.models.editions import Edition


def headlines_of(edition: Edition, document: Document, leading: Headlines, medium: Medium) -> dict:
    """What a page shows of `leading`, the headline figures of `document`: its tiles, whether any
    has a mark, and its main points."""
    marks = marks_of(edition.paper.council, document, leading)
    return {
        "headlines": tiles(leading, medium, marks),
        "headlines_title": caption_of(leading),
        "are_chosen": not leading.unchosen,
        "marked": bool(marks),
        "main_points": page.main_points(leading, medium),
    }


def marks_of(council: Council, document: Document, leading: Headlines) -> dict[str, str]:
    """Number of a figure → its mark, of those that have one."""
    numbers = {run.to for item in leading.items for run in item.value}
    entries = [entry for entry in document.counted if str(entry.number) in numbers]
    marks = {str(entry.number): mark_of(council, entry) for entry in entries}
    return {number: mark for number, mark in marks.items() if mark}
