"""Charts as SVG: bars with their values written at their ends, so that no colour carries a meaning
alone.

Colours and type are attributes: WeasyPrint takes no style sheet inside a drawing.
"""

from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from reports.documents.document import Chart
from reports.documents.html.line import draw_line
from reports.documents.html.marks import LABELS, LETTER, ROW, WIDTH, key, painted, text

LINE = 18
GAP = 14
LONGEST_LABEL = 34


@dataclass(frozen=True)
class _Frame:
    """What all bars share: their series, and the length of the longest."""

    series: tuple[str, ...]
    longest: int

    def painted(self, series):
        return painted(self.series.index(series))


def draw(chart: Chart):
    """The chart as safe SVG with its finding as the title that a screen reader and the PDF's tags
    take: named by nothing else, or Chromium says it twice."""
    if chart.line:
        return draw_line(chart)
    frame = _framed(chart)
    rows, height = _rows(chart, frame)
    drawn_key, full = key(frame.series, height) if len(frame.series) > 1 else ("", height)
    return format_html(
        '<svg role="img" xmlns="http://www.w3.org/2000/svg" '
        'viewBox="0 0 {0} {1}" width="{0}" height="{1}"><title>{2}</title>{3}{4}</svg>',
        WIDTH,
        full,
        chart.finding,
        rows,
        drawn_key,
    )


def _framed(chart):
    number = max((len(bar.words) for bar in chart.bars), default=0)
    room = min(number * LETTER + 2 * LETTER, (WIDTH - LABELS) // 2)
    return _Frame(tuple(dict.fromkeys(bar.series for bar in chart.bars)), WIDTH - LABELS - room)


def _rows(chart, frame):
    """Every bar, those of one label together, and the height that they take."""
    drawn, top = [], 0
    for label, bars in groupby(chart.bars, lambda bar: bar.label):
        lines = wrap(label, LONGEST_LABEL)
        drawn += [text(0, top + 18 + place * LINE, line) for place, line in enumerate(lines)]
        own = [_bar(bar, top + place * ROW, frame) for place, bar in enumerate(bars)]
        drawn += own
        top += max(len(own) * ROW, len(lines) * LINE + ROW - LINE) + GAP
    return mark_safe("".join(drawn)), top


def _bar(bar, top, frame):
    if bar.share is None:
        return text(LABELS, top + 18, "not shown")
    length = max(frame.longest * bar.share // 1000, 1)
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="20" class="{}" fill="{}"/>{}',
        LABELS,
        top + 3,
        length,
        *frame.painted(bar.series),
        text(LABELS + length + 8, top + 18, bar.words),
    )
