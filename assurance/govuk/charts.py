"""Draws a chart as SVG: values stand at the bars' ends, so that no colour carries a meaning alone.

Lengths are shares of whatever width there is and letters keep their size, so that a chart is read
at 320 pixels as well as at 1,280. Colours and type are attributes: the security policy refuses a
style.
"""

from textwrap import wrap

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from assurance.govuk.chart_shapes import Chart

# Each has 3 to 1 against white or more; neighbours differ in lightness too.
COLOURS = (
    *("#0b4f54", "#5d8f92", "#6b3a5b", "#b5713d", "#1b3a70", "#6f83b5"),
    *("#3f5b1e", "#8a8f3c", "#7a1f1f", "#b86a86", "#3d3d3d", "#868686"),
)
INK = "#0b0c0c"
FONT = "arial, sans-serif"
# The narrowest room for a chart, in pixels, on a page of 320: every share is safe there.
NARROWEST = 288
LETTER = 8
ROW, BAR, LINE, GAP = 26, 20, 19, 10
# A label that is this long or longer stands above its bars.
LABEL_LIMIT = 14
LABEL_IN_A_LINE = NARROWEST // LETTER
LEAST_ROOM, MOST_ROOM = 25, 90


def draw(chart: Chart):
    """The chart as safe SVG, its title and description as a screen reader takes them."""
    left = _left(chart)
    other = left > 0
    full = max([chart.full or 0, *(size for size, _ in _ends(chart))])
    scale = max(_room(chart, left), LEAST_ROOM) / full if full else 0
    key, top = _key(chart)
    drawn = [key]
    for label, bars in chart.groups:
        lines = [label] if other else wrap(label, LABEL_IN_A_LINE)
        drawn += [_text(0, top + 15 + at * LINE, line) for at, line in enumerate(lines)]
        top += 0 if other else len(lines) * LINE
        rows = [bars] if chart.stacked else [(bar,) for bar in bars]
        for row in rows:
            drawn.append(_row(chart, label, row, left, top, scale))
            top += ROW
        top += GAP
    return format_html(
        '<svg class="app-chart__drawing" role="img" aria-labelledby="{0}-title" '
        'aria-describedby="{0}-description" width="100%" height="{1}" '
        'xmlns="http://www.w3.org/2000/svg"><title id="{0}-title">{2}</title>'
        '<desc id="{0}-description">{3}</desc>{4}</svg>',
        chart.anchor,
        top,
        chart.title,
        chart.description,
        mark_safe("".join(drawn)),
    )


def _share(letters):
    """The part of the narrowest chart, of a hundred, that so many letters take."""
    return -(-letters * LETTER * 100 // NARROWEST)


def _left(chart):
    """Where bars begin, in hundredths: after short labels that leave room, else at the edge."""
    longest = max((len(label) for label, _ in chart.groups), default=0)
    left = _share(longest) + 2
    return left if longest < LABEL_LIMIT and _room(chart, left) >= LEAST_ROOM else 0


def _room(chart, left):
    """What the words leave to the longest bar, in hundredths."""
    number = max((len(value) for _, value in _ends(chart)), default=0)
    return min(100 - left - _share(number) - 3, MOST_ROOM - left)


def _ends(chart):
    """(size, words) of the end of every row."""
    if chart.stacked:
        return [(_sum(bars), chart.total_of(label, bars)) for label, bars in chart.groups]
    return [(bar.size or 0, bar.words) for bar in chart.bars]


def _sum(bars):
    return sum(bar.size or 0 for bar in bars)


def _row(chart, label, bars, left, top, scale):
    """The bars of one row end to end, and the words at its end."""
    drawn, at = [], left
    for bar in bars:
        length = max(bar.size or 0, 0) * scale
        drawn.append(_bar(bar, at, top, length, COLOURS[_place(chart, bar) % len(COLOURS)]))
        at += length
    value = chart.total_of(label, bars) if chart.stacked else bars[0].words or "not known"
    return mark_safe("".join([*drawn, _text(at, top + 16, value, 6 if at else 0)]))


def _place(chart, bar):
    return chart.series.index(bar.series)


def _bar(bar, at, top, length, colour):
    # The white edge parts neighbours for a reader who does not tell their colours apart.
    if not length:
        return ""
    return format_html(
        '<rect x="{}%" y="{}" width="{}%" height="{}" fill="{}" stroke="#fff"/>',
        round(at, 2),
        top,
        round(length, 2),
        BAR,
        colour,
    )


def _key(chart):
    """A row per series with its colour, and the height with them; nothing for a single one."""
    if len(chart.series) < 2:
        return "", 0
    drawn = format_html_join(
        "",
        '<rect x="0" y="{}" width="14" height="14" fill="{}"/>{}',
        (
            (at * LINE + 2, COLOURS[at % len(COLOURS)], _text(0, at * LINE + 15, name, 22))
            for at, name in enumerate(chart.series)
        ),
    )
    return drawn, len(chart.series) * LINE + GAP


def _text(at, down, text, further=0):
    return format_html(
        '<text x="{}%" dx="{}" y="{}" font-family="{}" font-size="14" fill="{}">{}</text>',
        round(at, 2),
        further,
        down,
        FONT,
        INK,
        text,
    )
