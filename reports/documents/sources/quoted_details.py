"""The details of single records that an edition quotes next to its figures, and their origin."""

from dataclasses import dataclass
from datetime import date

from assurance.figures.labels import RECORD_NAMES
from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_capital
from reports.documents.document import REFERENCE, STRONG, Cell, Document, Run, Table
from reports.documents.html.places import places, resolved


@dataclass(frozen=True)
class QuotedDetail:
    """A detail as printed: its record and field in words, the date of the record as it was read,
    and (anchor, words) of each place that prints it."""

    text: str
    origin: str
    when: str
    places: tuple[tuple[str, str], ...]


def quoted_details(document: Document) -> list[QuotedDetail]:
    """Each detail that `document` quotes of one record, once, in the order in which it is printed;
    lists of records name themselves."""
    anchors = {}
    for entry in document.records:
        if entry.slug and entry.text:
            key = (entry.kind, entry.slug, entry.field, entry.text, entry.day)
            anchors.setdefault(key, {}).update(dict.fromkeys(entry.places))
    known = places(document) if anchors else {}
    return [_detail(known, key, named) for key, named in anchors.items()]


CAPTION = "Details quoted from records"
_ANCHOR = "quoted-details"
_HEADS = ("Detail", "Record", "As recorded on", "Printed in")
_HEADS_OF_PLACES = ("Printed in", "Details, each with its record")


def quoted_table(document: Document) -> Table | None:
    """The same as a table for data; None where nothing is quoted."""
    return _table(CAPTION, _HEADS, map(_row, quoted_details(document)))


def table_by_place(document: Document) -> Table | None:
    """The same as a table for print and Word, with the details of one place in one row, so that it
    is as short as a note; None where nothing is quoted."""
    details = quoted_details(document)
    dates = {detail.when for detail in details}
    date = f", as recorded on {dates.pop()}" if len(dates) == 1 else ""
    rows: dict[tuple, list[Run]] = {}
    for detail in details:
        runs = rows.setdefault(detail.places, [])
        when = "" if date else f", as recorded on {detail.when}"
        runs += (*((Run("; "),) if runs else ()), Run(detail.text, STRONG))
        runs.append(Run(f" ({detail.origin}{when})"))
    cells = ((_places_of(places), Cell(tuple(runs))) for places, runs in rows.items())
    return _table(f"{CAPTION}{date}", _HEADS_OF_PLACES, cells)


def _table(caption, heads, rows):
    columns, every = tuple(Cell((Run(head),), header=True) for head in heads), tuple(rows)
    return Table(_ANCHOR, "", caption, columns, every) if every else None


def _row(detail: QuotedDetail) -> tuple[Cell, ...]:
    texts = (Cell((Run(text),)) for text in (detail.origin, detail.when))
    return Cell((Run(detail.text),), header=True), *texts, _places_of(detail.places)


def _places_of(places):
    """A cell with a link to each of the places."""
    runs = []
    for anchor, name in places:
        text = name if runs else with_capital(name)
        runs += (*((Run(", "),) if runs else ()), Run(text, REFERENCE, anchor))
    return Cell(tuple(runs))


def _detail(known, key, named):
    kind, _, name, text, day = key
    nearest = dict.fromkeys(filter(None, (resolved(known, anchor) for anchor in named)))
    return QuotedDetail(
        text=text,
        origin=_origin(kind, name),
        when=say_day(date.fromisoformat(day)),
        places=tuple((anchor, known[anchor].words) for anchor in nearest if known[anchor].words),
    )


def _origin(kind, name):
    """The record and its field as those who choose them read them."""
    names = RECORD_NAMES.get(kind)
    if names is None:
        return f"{with_capital(kind.replace('_', ' '))}: {name.replace('_', ' ')}"
    return f"{names.name}: {names.label_of(name)}"
