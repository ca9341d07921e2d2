"""The sentences of all reports that print a figure, each once."""

from dataclasses import dataclass

from reports.publication.figure_history import Point, Printing
from reports.publication.latest_figures import LatestFigure
from reports.publication.models.figures import EditionFront
from reports.publication.models.passages import Passage
from reports.publication.quotations.sentences import quoted

# So many of the last places are read.
MOST = 12


@dataclass(frozen=True)
class Quotation:
    """A sentence of reports: its words, and (address, place) of each report that has it."""

    words: str
    places: tuple[tuple[str, str], ...]


def quotations(figure: LatestFigure) -> list[Quotation]:
    """The sentences that print the values of a figure, the newest value first."""
    matches = list(_places(figure))[:MOST]
    editions = {printing.edition.pk for _, printing, _, _ in matches}
    anchors = {anchor for *_, name, _ in matches for anchor in _holding(name)}
    rows = Passage.objects.filter(edition__in=editions, anchor__in=anchors).order_by("pk")
    passages = {(row.edition_id, row.anchor): row.words for row in rows if row.words}
    fronts = {row.edition_id: row for row in EditionFront.objects.filter(edition__in=editions)}
    result: dict[str, dict[str, str]] = {}
    for point, printing, anchor, place in matches:
        key = printing.edition.pk
        passage = _words(passages, fronts.get(key), key, anchor)
        text = quoted(point, passage, _lines(fronts.get(key), anchor))
        if text:
            address = next(to for to, _ in printing.places if to.rpartition("#")[2] == anchor)
            named = f"{printing.edition_words}, {place}"
            result.setdefault(text, {}).setdefault(address, named)
    return [Quotation(text, tuple(places.items())) for text, places in result.items()]


def _places(figure):
    """(point, printing, anchor, words) of each place of a value in a paragraph or a point of one:
    tables have no sentences."""
    for point in reversed(figure.strand.points):
        for printing in () if point.taken_out else _printings(point):
            for address, place in printing.places:
                if place.startswith("paragraph"):
                    yield point, printing, address.rpartition("#")[2], place


def _printings(point: Point) -> tuple[Printing, ...]:
    return (point.printing, *point.also)


def _words(passages, front, edition, anchor):
    """The words of the place itself, a point of a list among them, else of what it is part of."""
    if front and anchor in front.items:
        return front.items[anchor][1]
    names = ((edition, name) for name in _holding(anchor))
    return next((passages[name] for name in names if name in passages), "")


def _lines(front, anchor):
    """The lines of a place in which figures are their names."""
    sections = front.lines if front else ()
    return [line[1] for _, _, lines in sections for line in lines if line[2] == anchor]


def _holding(anchor):
    """An anchor, then those of what it may be a point of."""
    parts = anchor.split("-")
    return ["-".join(parts[:end]) for end in range(len(parts), 0, -1)]
