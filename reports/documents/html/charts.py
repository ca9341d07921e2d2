"""The charts of a document as SVG: bars in their order, or lines through their dates."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby

from django.utils.safestring import SafeString

from assurance.charts.axes import in_order
from assurance.charts.bars import BarChart, DrawnBar, draw_bars, end_words
from assurance.charts.lines import draw_lines
from assurance.charts.series import AIM, DATA, OTHER_AREA, LineChart, Point, Series
from assurance.runtime.digits import exact
from reports.documents.document import Chart

DAYS = ("%d %B %Y", "%d %b %Y")
# The first words of a series that is not the report's own data.
COMPARED = {"england": OTHER_AREA, "statistical neighbours": OTHER_AREA, "target": AIM}


def draw(chart: Chart) -> SafeString:
    """The chart as safe SVG with its finding as the title that a screen reader and the PDF's tags
    take."""
    return draw_lines(line_of(chart)) if chart.line else draw_bars(bars_of(chart))


def series_of(chart: Chart) -> tuple[str, ...]:
    """The names of the series of a chart, in the order in which they come."""
    return tuple(dict.fromkeys(bar.series for bar in chart.bars))


def kind_of(name: str) -> str:
    """Whether a series is the report's own data, other areas or a target, by its first words."""
    begins = (kind for words, kind in COMPARED.items() if name.casefold().startswith(words))
    return next(begins, DATA)


def days_of(chart: Chart) -> list[date | None]:
    """The date that each label of a chart names, None for one that names none."""
    return [_day(label) for label in dict.fromkeys(bar.label for bar in chart.bars)]


def line_of(chart: Chart) -> LineChart:
    """The chart as series on one axis: at true distances where every label is a date, and each is
    later than the one before."""
    labels = list(dict.fromkeys(bar.label for bar in chart.bars))
    places = dict(zip(labels, in_order(days_of(chart)), strict=True))
    # A number with a unit or a share may not be of the same unit as the others.
    shown = (bar for bar in chart.bars if bar.share is not None)
    has_scale = all(exact(bar.words) is not None for bar in shown)
    series = tuple(
        Series(name, tuple(_points(chart, name, places, has_scale)), kind_of(name))
        for name in series_of(chart)
    )
    ticks = tuple((places[label], label) for label in labels)
    return LineChart(chart.finding, series, ticks=ticks, has_scale=has_scale)


def bars_of(chart: Chart) -> BarChart:
    """The chart as bars; of several series, those of a label are under it, each with its name."""
    names = series_of(chart)
    if len(names) < 2:
        groups = [("", tuple(_bar(bar, bar.label, 0) for bar in chart.bars))]
    else:
        groups = [
            (label, tuple(_bar(bar, bar.series, names.index(bar.series)) for bar in bars))
            for label, bars in groupby(chart.bars, lambda bar: bar.label)
        ]
    return BarChart(chart.finding, tuple(groups))


def _points(chart, name, places, has_scale) -> Iterator[Point]:
    """The points of a series: at the number that is printed where the chart `has_scale`."""
    for bar in chart.bars:
        if bar.series == name:
            is_printed = has_scale and bar.share is not None
            value = float(exact(bar.words)) if is_printed else bar.share
            yield Point(places[bar.label], value, bar.words)


def _bar(bar, label, place):
    return DrawnBar(label, bar.share, end_words(bar.share, bar.words), place)


def _day(label):
    for form in DAYS:
        try:
            return datetime.strptime(label, form).date()
        except ValueError:
            continue
    return None
