"""The page of a figure: its values newest first, and another figure next to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assurance.charts.findings import moment
from reports.publication.figure_history import NO_VALUE, Point, Strand
from reports.publication.latest_figures import (
    FIRST_PUBLISHED,
    LatestFigure,
    change_words,
    previous_point,
)


@dataclass(frozen=True)
class ValueRow:
    """A value with how it changed since the one before it."""

    point: Point
    change: str


def value_rows(strand: Strand) -> list[ValueRow]:
    """The values of a strand, the newest first."""
    points = strand.points
    rows = [ValueRow(point, _change(strand, place)) for place, point in enumerate(points)]
    return rows[::-1]


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


def left_out(figure: LatestFigure, strands: Iterable[Strand]) -> list[str]:
    """“Audits done (Values over 6 months): 42 (January to June)” for each of `strands` that has no
    part in a comparison, because its values are of another length of time or of other people."""
    rows = [row for row in strands if row.number != figure.strand.number]
    return [f"{figure.title} ({row.title}): {_listed(row)}" for row in rows]


def _listed(strand):
    points = (point for point in strand.points if not point.taken_out)
    return ", ".join(f"{point.text} {moment(point.entry.when)}" for point in points)


def _change(strand, place):
    points, point = strand.points, strand.points[place]
    if point.breaks:
        return " ".join(point.breaks)
    before = previous_point(points, place)
    if before is not None:
        change = change_words(before, point, as_shares=strand.as_shares)
        return f"{change}. {NO_VALUE.format(point.missing)}" if point.missing else change
    return FIRST_PUBLISHED if place == 0 else ""


def _text(point):
    return point.text if point else ""
