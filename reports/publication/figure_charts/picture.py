"""The chart of a figure as a file by itself, with its title, definition, source and address."""

from collections.abc import Iterator

from assurance.charts import svg
from assurance.charts.letters import LINE, lines_of
from assurance.charts.lines import SIZES, Drawing
from assurance.charts.palette import PAPER
from reports.publication.figure_charts.chart import FigureChart

EDGE = 20


def picture(chart: FigureChart, council: str, address: str) -> str:
    """The picture as the text of an SVG file."""
    drawing = Drawing(chart.line, *SIZES[0])
    width, inner = drawing.width + 2 * EDGE, drawing.width
    head = [(line, True) for line in lines_of(chart.title, inner, bold=True)]
    head += [(line, False) for line in lines_of(chart.definition, inner)]
    foot = [
        (line, False) for text in _foot(chart, council, address) for line in lines_of(text, inner)
    ]
    top = EDGE + LINE * len(head) + 8
    bottom = top + drawing.height + LINE
    height = bottom + LINE * len(foot) + EDGE
    parts = [
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
        *_lines(head, EDGE),
        f'<g transform="translate({EDGE} {top})">',
        *drawing.parts(),
        "</g>",
        *_lines(foot, bottom),
    ]
    more = {"description": chart.line.description}
    drawn = svg.drawing(parts, (width, height), chart.title, **more)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'


def _foot(chart, council, address):
    return (*chart.notes, f"Source: {chart.source}. {council}.", address)


def _lines(rows, top) -> Iterator[str]:
    for place, (text, is_bold) in enumerate(rows):
        yield svg.label(EDGE, top + LINE * place + 14, text, bold=is_bold)
