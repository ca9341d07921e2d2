"""The chart of a published figure over time: its values at their true distances, what they are
compared with, what was corrected, and the sentence that says how it changed."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain

from django.utils.text import capfirst

from assurance.accounts.models.accounts import Council
from assurance.charts.findings import Value, change, moment
from assurance.charts.lines import FULL_SIZES, draw_lines
from assurance.charts.series import LineChart, Series, dated
from reports.papers.wording.value_origins import ENTERED_SOURCE
from reports.publication.figure_charts.comparisons import compared_with
from reports.publication.figure_history import NO_VALUE, Point, Strand, is_counted, values_of
from reports.publication.latest_figures import counted_alike, full_texts, short_texts

_ENTERED = ENTERED_SOURCE.format("")
WITHHELD = "A value that is not shown is a gap in the line."
MISSING = "The line has a gap."
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
    as_shares = strand.as_shares
    texts, sentences = (_texts(points, make, as_shares) for make in (short_texts, full_texts))
    values = values_of(points, as_shares)
    spots = map(_spots, points, values, texts, _earlier(points, as_shares))
    own = Series(entry.heading, tuple(chain.from_iterable(spots)))
    # Others are counted as the figure prints, and lie on no axis of shares.
    others = () if as_shares else compared_with(council, strand)
    listed = _listed(zip(points, sentences, strict=True), others)
    line = LineChart(_title(entry.heading, strand), (own, *others), listed)
    if not line.is_line:
        return None
    counted = [point for point in points if is_counted(point)]
    return FigureChart(
        line,
        f"{capfirst(entry.counted_words)}.",
        f"{_source(entry)}values of {counted[0].entry.when} to {counted[-1].entry.when}",
        tuple(_notes(points)),
    )


def _source(entry):
    """Where the last value is from, named before how it came in."""
    named = entry.source.removeprefix(_ENTERED)
    how = ", entered as a total" if named != entry.source else ""
    return f"{named}{how}; " if named else ""


def _title(name, strand):
    """How the figure changed since it has been counted as it is now."""
    alike = counted_alike(strand.points)
    texts = full_texts(alike, strand.as_shares)
    rows = zip(alike, values_of(alike, strand.as_shares), texts, strict=True)
    return change(name, [Value(size, text, point.entry.when) for point, size, text in rows])


def _texts(points, make, as_shares):
    """The text of `make` for each of `points` that is counted, and what the others print."""
    counted = [point for point in points if is_counted(point)]
    texts = dict(zip(map(id, counted), make(counted, as_shares), strict=True))
    return [texts.get(id(point), point.text) for point in points]


def _spots(point, value, text, was):
    """The place of a point, after that of a gap where time before its period has no value."""
    day = date.fromisoformat(point.entry.end)
    if point.missing:
        yield dated(date.fromisoformat(point.entry.start) - timedelta(days=1), None, "")
    yield dated(day, value, text, starts_anew=bool(point.breaks), was=was)


def _earlier(points, as_shares=False):
    """What each point was before a correction, as (value, words)."""
    for point in points:
        was = [
            earlier
            for earlier in point.was
            if not earlier.entry.mark and earlier.entry.count is not None
        ]
        if as_shares:
            was = [earlier for earlier in was if earlier.entry.base_count]
        values = values_of([Point(replace(earlier, current=True)) for earlier in was], as_shares)
        yield tuple((value, earlier.entry.text) for value, earlier in zip(values, was, strict=True))


def _listed(points, others):
    """Every value in words, that of other series too, for who does not see the drawing."""
    parts = [f"{text} {moment(point.entry.when)}" for point, text in points]
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
    for point in points:
        if point.missing:
            yield f"{MISSING} {NO_VALUE.format(point.missing)}"
