"""The table at the end of a paper in print and in Word of where each counted figure is from, as its
panel has it on the page."""

import calendar
import re
from dataclasses import replace

from reports.documents.document import Cell, Document, Run, Section, Table
from reports.documents.html.places import places, said_at
from reports.documents.typed_notes import with_typed_notes

ANCHOR, TITLE = "figure-sources", "Where the figures come from"
CAPTION = "Figures counted from the council’s records, in the order in which they are printed"
COLUMNS = ("Figure", "Where", "What it counts", "Date or period", "Source")
_MONTHS = re.compile(rf"\b({'|'.join(calendar.month_name[1:])})\b")
_SPACE_IN_DATE = re.compile(r"(?<=\d) (?=[A-Z])|(?<=[a-z]) (?=\d{4})")
_ONE_YEAR = re.compile(r" (\d{4}) to (\d+ [A-Z][a-z]+ \1)")


def with_sources(document: Document) -> Document:
    """The document with a last section on its counted figures, and one on its typed numbers."""
    if not document.counted:
        return with_typed_notes(document)
    known = places(document)
    table = Table(
        anchor=f"{ANCHOR}-table",
        label="",
        caption=CAPTION,
        columns=tuple(Cell((Run(name),)) for name in COLUMNS),
        rows=tuple(_row(entry, known) for entry in document.counted),
    )
    section = Section(ANCHOR, TITLE, 2, "", (table,))
    return with_typed_notes(replace(document, sections=(*document.sections, section)))


def _row(entry, known):
    where = "; ".join(dict.fromkeys(filter(None, (said_at(known, item) for item in entry.places))))
    words = (
        f"{entry.text}\u00a0of\u00a0{entry.base}" if entry.base else entry.text,
        _capital(where),
        _counted(entry),
        _short(entry.when),
        _capital(entry.source),
    )
    first, *others = ((Run(text),) for text in words)
    return (Cell(first, header=True), *(Cell(runs) for runs in others))


def _counted(entry):
    """What a figure counts, which part of it, and its population."""
    member = entry.title.partition(": ")[2] if entry.member else ""
    counted = ": ".join(filter(None, (_capital(entry.counts or entry.title), member)))
    return f"{counted}. Population: {entry.cohort}" if entry.cohort else counted


def _short(when):
    """`1 January 2015 to 31 December 2015` as `1 Jan to 31 Dec 2015`, no date of it broken."""
    shorter = _MONTHS.sub(lambda month: month[1][:3], when)
    return _SPACE_IN_DATE.sub("\u00a0", _ONE_YEAR.sub(r" to \2", shorter))


def _capital(text):
    return text[:1].upper() + text[1:]
