"""The chart of a published figure over time: its values at their true distances, what they are
compared with, what was corrected, and the sentence that says how it changed."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.text import capfirst

from assurance.accounts.models.accounts import Council
from assurance.charts.findings import Value, change, moment
from assurance.charts.lines import FULL_SIZES, draw_lines
from assurance.charts.series import LineChart, Series, dated
from reports.publication.figure_charts.comparisons import compared_with
from reports.publication.figure_history import Point, Strand, is_counted, values_of
from reports.publication.latest_figures import counted_alike

WITHHELD = "A value that is not shown is a gap in the line."
COUNTED_ANEW = "After a dashed upright line, values are counted differently. The table shows how."


@dataclass(frozen=True)
class FigureChart:
    """A chart with what is printed around it: its definition, its source with the date of the last
    value, and notes on marks that it has."""

    line: LineChart
    definition: str
    source: str
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The finding."""
        return self.line.title

    @property
    def drawing(self):
        """The drawings as safe SVG, of which the sheet shows the widest that has room."""
        return draw_lines(self.line, FULL_SIZES)


def figure_chart(council: Council, strand: Strand) -> FigureChart | None:
    """The chart of `strand`; None for fewer than three values, which words tell better, and
    for differences, whose parts have charts."""
    points = [point for point in strand.points if point.entry.end]
    if not points or points[-1].entry.is_difference:
        return None
    entry = points[-1].entry
    own = Series(entry.title, tuple(map(_spot, points, values_of(points), _earlier(points))))
    others = compared_with(council, strand)
    line = LineChart(_title(entry.title, strand), (own, *others), _listed(points, others))
    if not line.is_line:
        return None
    out_of = f", out of {entry.out_of}" if entry.out_of else ""
    counted = [point for point in points if is_counted(point)]
    return FigureChart(
        line,
        f"{capfirst((entry.counts or entry.title).rstrip('.'))}{out_of}.",
        f"{entry.source}; values of {counted[0].entry.when} to {counted[-1].entry.when}".lstrip(
            "; "
        ),
        tuple(_notes(points)),
    )


def _title(name, strand):
    """How the figure changed since it has been counted as it is now."""
    alike = counted_alike(strand.points)
    values = zip(alike, values_of(alike), strict=True)
    return change(name, [Value(size, point.text, point.entry.when) for point, size in values])


def _spot(point, value, was):
    day = date.fromisoformat(point.entry.end)
    return dated(day, value, point.text, starts_anew=bool(point.breaks), was=was)


def _earlier(points):
    """What each point was before a correction, as (value, words)."""
    for point in points:
        was = [
            earlier
            for earlier in point.was
            if not earlier.entry.mark and earlier.entry.count is not None
        ]
        values = values_of([Point(replace(earlier, current=True)) for earlier in was])
        yield tuple((value, earlier.entry.text) for value, earlier in zip(values, was, strict=True))


def _listed(points, others):
    """Every value in words, that of other series too, for who does not see the drawing."""
    parts = [f"{point.text} {moment(point.entry.when)}" for point in points]
    for series in others:
        values = ", ".join(f"{point.words} on {_day(point.at)}" for point in series.points)
        parts.append(f"{series.name}: {values}")
    return f"{'; '.join(parts)}."


def _day(at):
    return f"{date.fromordinal(at):%-d %B %Y}"


def _notes(points):
    for point, was in zip(points, _earlier(points), strict=True):
        for _, text in was:
            now = f"now {point.text}" if is_counted(point) else "now taken out"
            earlier = f"{text} {moment(point.entry.when)}"
            yield f"A cross marks a value that was corrected: {earlier}, {now}."
    if any(point.breaks for point in points[1:]):
        yield COUNTED_ANEW
    if any(point.withheld for point in points):
        yield WITHHELD
