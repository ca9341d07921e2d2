"""The page of a figure: its values newest first, sentences that print it, another next to it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reports.papers.wording.number_words import number_text
from reports.prose.marks import sentences
from reports.publication.figure_history import Point, Strand
from reports.publication.latest_figures import (
    FIRST_PUBLISHED,
    LatestFigure,
    change_words,
    previous_point,
)
from reports.publication.models.passages import Passage

# So many of the last values are shown in the sentences that print them.
QUOTED = 3
# A passage that prints the number in no sentence of its own is cut here.
LONGEST = 300


@dataclass(frozen=True)
class ValueRow:
    """A value with how it changed since the one before it."""

    point: Point
    change: str


@dataclass(frozen=True)
class Quotation:
    """The sentence of a report that prints a value: its words, its address and its place."""

    words: str
    address: str
    place: str


def value_rows(strand: Strand) -> list[ValueRow]:
    """The values of a strand, the newest first."""
    points = strand.points
    rows = [ValueRow(point, _change(points, place)) for place, point in enumerate(points)]
    return rows[::-1]


def quotations(figure: LatestFigure) -> list[Quotation]:
    """The sentences that print the last values of a figure, the newest first, one for each."""
    points = [point for point in figure.strand.points[::-1] if not point.taken_out]
    matches = [(point, place) for point in points for place in _paragraphs(point)[:1]][:QUOTED]
    anchors = {anchor for _, place in matches for anchor in _holding(place)}
    editions = [point.printing.edition.pk for point, _ in matches]
    rows = Passage.objects.filter(edition__in=editions, anchor__in=anchors).order_by("pk")
    words = {(row.edition_id, row.anchor): row.words for row in rows if row.words}
    result = []
    for point, place in matches:
        keys = ((point.printing.edition.pk, anchor) for anchor in _holding(place))
        if text := next((words[key] for key in keys if key in words), ""):
            result.append(_quotation(point, place, text))
    return result


def _paragraphs(point):
    """The places of a value that are paragraphs or points of them: tables have no sentences."""
    return [place for place in point.printing.places if place[1].startswith("paragraph")]


def _holding(place):
    """The anchor of a place, then those of what it may be a point of."""
    parts = place[0].rpartition("#")[2].split("-")
    return ["-".join(parts[:end]) for end in range(len(parts), 0, -1)]


def further(others: Iterable[Strand], first: Sequence[Strand]) -> tuple[Strand, ...]:
    """The strands `others`, numbered on from `first`, whose page they join."""
    return tuple(replace(item, number=item.number + len(first)) for item in others)


def beside(one: LatestFigure, other: LatestFigure) -> list[tuple[str, str, str]]:
    """(date or period, the value of each) of two figures, newest first; empty where one has no
    value of that date."""
    values = [
        {point.entry.when: point for point in figure.strand.points} for figure in (one, other)
    ]
    days = {when: point.entry.end for index in values for when, point in index.items()}
    ordered = sorted(days, key=days.get, reverse=True)
    return [(when, *(_text(index.get(when)) for index in values)) for when in ordered]


def _change(points, place):
    point = points[place]
    if point.breaks:
        return " ".join(point.breaks)
    before = previous_point(points, place)
    if before is not None:
        return change_words(before, point)
    return FIRST_PUBLISHED if place == 0 else ""


def _quotation(point, place, words):
    matches = [sentence.text for sentence in sentences(words) if _prints(sentence.text, point)]
    # Where none prints the number, or several do, no one sentence is surely that of the figure.
    text = matches[0] if len(matches) == 1 else words
    address, label = place
    short = text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
    return Quotation(short, address, f"{point.printing.edition_words}, {label}")


def _prints(text, point):
    """True where a sentence has the value as a number of its own, in figures or in words."""
    written = [point.text]
    if point.entry.count is not None and point.text == f"{point.entry.count:,}":
        written.append(number_text(point.entry.count, form="words"))
    names = "|".join(map(re.escape, written))
    return re.search(rf"(?<![\w.,])(?:{names})(?![\w%]|[.,]\d)", text, re.I) is not None


def _text(point):
    return point.text if point else ""
