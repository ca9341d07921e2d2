"""The headline figures of an edition on public pages: tiles, each with one mark of comparison."""

from assurance.accounts.models.accounts import Council
from assurance.looked_after.rates import ENGLAND
from reports.documents.document import Document, Headlines
from reports.documents.entries import Entry
from reports.documents.html import page
from reports.documents.html.headlines import tiles
from reports.documents.html.inline import Medium
from reports.editions.models.editions import Edition
from reports.publication.other_areas import OTHERS, OWN_NOW
from reports.publication.previous_values import ENGLAND_NOW, TARGET_NOW, comparison_values


def headlines_of(edition: Edition, document: Document, leading: Headlines, medium: Medium) -> dict:
    """What a page shows of `leading`, the headline figures of `document`: its tiles, whether any
    has a mark, and its main points."""
    marks = marks_of(edition.paper.council, document, leading)
    return {
        "headlines": tiles(leading, medium, marks),
        "marked": bool(marks),
        "main_points": page.main_points(leading, medium),
    }


def marks_of(council: Council, document: Document, leading: Headlines) -> dict[str, str]:
    """Number of a figure → its mark, of those that have one."""
    numbers = {run.to for item in leading.items for run in item.value}
    entries = [entry for entry in document.counted if str(entry.number) in numbers]
    marks = {str(entry.number): mark_of(council, entry) for entry in entries}
    return {number: mark for number, mark in marks.items() if mark}


def mark_of(council: Council, entry: Entry) -> str:
    """The rate of children with that of England, else the target, else the value for England;
    empty where none is recorded."""
    values = dict(comparison_values(council, entry))
    england = _plain(values.get(OTHERS[ENGLAND], ""))
    if own := values.get(OWN_NOW):
        beside = f". England: {england}" if england else ""
        return f"Per 10,000 children: {own}{beside}."
    target, national = values.get(TARGET_NOW), values.get(ENGLAND_NOW)
    if target:
        return f"Target: {target}."
    return f"England: {_plain(national)}." if national else ""


def _plain(words):
    """A value without its source, which the figure's own page names."""
    return words.partition(" (")[0]
