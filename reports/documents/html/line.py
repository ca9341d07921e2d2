"""Charts of a paper as lines: a point for each date in its order, its value written above it.

The points stand apart by the same distance; what is not shown leaves a gap, and its table says so.
"""

from collections.abc import Iterator

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from reports.documents.document import Chart
from reports.documents.html.marks import COLOURS, LETTER, WIDTH, key, text

HIGH, TOP, BOTTOM, SIDE = 260, 34, 44, 44
DOT = 4
# Signs of series beside their colours.
DASHES = ("none", "8 4", "2 4")


def draw_line(chart: Chart):
    """The chart as safe SVG with its finding as the title."""
    series = tuple(dict.fromkeys(bar.series for bar in chart.bars))
    labels = tuple(dict.fromkeys(bar.label for bar in chart.bars))
    places = {label: _across(place, len(labels)) for place, label in enumerate(labels)}
    inner = [
        item
        for number, name in enumerate(series)
        for item in _series([bar for bar in chart.bars if bar.series == name], places, number)
    ]
    drawn_key, height = key(series, HIGH) if len(series) > 1 else ("", HIGH)
    return format_html(
        '<svg role="img" xmlns="http://www.w3.org/2000/svg" '
        'viewBox="0 0 {0} {1}" width="{0}" height="{1}"><title>{2}</title>{3}{4}{5}{6}</svg>',
        WIDTH,
        height,
        chart.finding,
        _path(f"M{SIDE} {HIGH - BOTTOM}H{WIDTH - SIDE}", "#484949", 1, "none"),
        mark_safe("".join(_ticks(places))),
        mark_safe("".join(inner)),
        drawn_key,
    )


def _across(place, number):
    room = WIDTH - 2 * SIDE
    return round(SIDE + room * place / (number - 1), 1) if number > 1 else WIDTH / 2


def _up(share):
    return round(HIGH - BOTTOM - (HIGH - TOP - BOTTOM) * share / 1000, 1)


def _ticks(places) -> Iterator[str]:
    """The dates that have room, the last one always."""
    for left, label in _apart([(left, label) for label, left in places.items()]):
        yield text(left, HIGH - BOTTOM + 22, label, "middle")


def _series(bars, places, number) -> Iterator[str]:
    colour, dashes = COLOURS[number % len(COLOURS)], DASHES[number % len(DASHES)]
    for stretch in filter(None, _stretches(bars)):
        points = "L".join(f"{places[bar.label]} {_up(bar.share)}" for bar in stretch)
        yield _path(f"M{points}", colour, 3, dashes)
    drawn = [bar for bar in bars if bar.share is not None]
    for bar in drawn:
        yield format_html(
            '<circle cx="{}" cy="{}" r="{}" fill="{}"/>',
            places[bar.label],
            _up(bar.share),
            DOT,
            colour,
        )
    above = {places[bar.label]: _up(bar.share) - 10 for bar in drawn}
    for left, value in _apart([(places[bar.label], bar.words) for bar in drawn]):
        yield text(left, above[left], value, "middle")


def _stretches(bars):
    """The bars that a line joins: those between two that are not shown."""
    stretch = []
    for bar in bars:
        if bar.share is None:
            yield stretch
            stretch = []
        else:
            stretch.append(bar)
    yield stretch


def _apart(items):
    """Those of (left, words) that do not touch the ones after them, the last always."""
    current, edge = [], None
    for left, label in reversed(items):
        half = len(label) * LETTER / 2
        if edge is None or left + half + LETTER < edge:
            current.append((left, label))
            edge = left - half
    return current[::-1]


def _path(line, colour, width, dashes):
    return format_html(
        '<path d="{}" stroke="{}" stroke-width="{}" stroke-dasharray="{}" fill="none"/>',
        line,
        colour,
        width,
        dashes,
    )
