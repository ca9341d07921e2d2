"""Draws the chart of a page, whichever it is."""

from assurance.charts.bars import BarChart, DrawnBar, draw_bars
from assurance.charts.lines import draw_lines
from assurance.charts.tables import Chart

NOT_KNOWN = "not known"


def draw(chart: Chart):
    """The chart as safe SVG, in its two widths."""
    if chart.line:
        return draw_lines(chart.line)
    if len(chart.series) < 2 and not chart.stacked:
        groups = [("", tuple(DrawnBar(*_values_of(bar, bar.label)) for bar in chart.bars))]
    else:
        groups = [(_headed(chart, *group), _named(chart, group[1])) for group in chart.groups]
    return draw_bars(BarChart(chart.title, tuple(groups), chart.description, chart.full))


def _headed(chart, label, bars):
    """The heading of a group: its label, with the sum where its bars are parts of it."""
    return f"{label}: {chart.total_of(label, bars)}" if chart.stacked else label


def _named(chart, bars):
    place = chart.series.index
    # Parts of a whole have one colour: their names are before them.
    return tuple(
        DrawnBar(*_values_of(bar, bar.series), 0 if chart.stacked else place(bar.series))
        for bar in bars
    )


def _values_of(bar, label):
    return label, None if bar.size is None else float(bar.size), bar.words or NOT_KNOWN
