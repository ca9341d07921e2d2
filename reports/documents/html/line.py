"""Charts of a report as lines: a point for each date, its value beside it, its series at its end.

Points stand at the true distance of their dates where every label is a date, else apart by the
same distance. What is not shown leaves a gap, and the table says so. Each series has a sign and a
dash of its own, so that they are told apart without colour.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby, pairwise

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from reports.documents.document import Chart
from reports.documents.html.marks import LETTER, WIDTH, key, painted, text

HIGH, TOP, BOTTOM, SIDE = 260, 34, 44, 44
DOT, LAST_DOT = 4, 6
QUIET = "#484949"
# Signs of series beside their colours.
DASHES = ("none", "8 4", "2 4")
DAYS = ("%d %B %Y", "%d %b %Y")
# Names that are longer stand in a key below the drawing.
LONGEST_NAME, LINE = 22, 18
ABOVE, BELOW = -12, 22


def draw_line(chart: Chart):
    """The chart as safe SVG with its finding as the title."""
    series = tuple(dict.fromkeys(bar.series for bar in chart.bars))
    has_names = len(series) > 1 and max(map(len, series)) <= LONGEST_NAME
    right = SIDE + (max(map(len, series)) * LETTER if has_names else 0)
    labels = tuple(dict.fromkeys(bar.label for bar in chart.bars))
    places = dict(zip(labels, _across(labels, right), strict=True))
    groups = [[bar for bar in chart.bars if bar.series == name] for name in series]
    sides = _sides(groups)
    inner = [
        item for number, bars in enumerate(groups) for item in _series(bars, places, number, sides)
    ]
    inner += _names(groups, places) if has_names else ()
    drawn_key, height = key(series, HIGH) if len(series) > 1 and not has_names else ("", HIGH)
    return format_html(
        '<svg role="img" xmlns="http://www.w3.org/2000/svg" '
        'viewBox="0 0 {0} {1}" width="{0}" height="{1}"><title>{2}</title>{3}{4}{5}{6}</svg>',
        WIDTH,
        height,
        chart.finding,
        _path(f"M{SIDE} {HIGH - BOTTOM}H{WIDTH - right}", ("quiet", QUIET), 1, "none"),
        mark_safe("".join(_ticks(places))),
        mark_safe("".join(inner)),
        drawn_key,
    )


def _across(labels: Sequence[str], right):
    """Where each label stands from the left, in their order."""
    room = WIDTH - SIDE - right
    if len(labels) < 2:
        return [SIDE + room / 2 for _ in labels]
    days = [_day(label) for label in labels]
    if None in days or any(later <= earlier for earlier, later in pairwise(days)):
        days = list(range(len(labels)))
    whole = days[-1] - days[0]
    return [round(SIDE + room * (day - days[0]) / whole, 1) for day in days]


def _day(label):
    """The number of the day that a label names; None where it names none."""
    for form in DAYS:
        try:
            return datetime.strptime(label, form).toordinal()
        except ValueError:
            continue
    return None


def _up(share):
    return round(HIGH - BOTTOM - (HIGH - TOP - BOTTOM) * share / 1000, 1)


def _ticks(places) -> Iterator[str]:
    """The dates that have room, the last one always; none reaches over an edge."""
    for left in places.values():
        yield _path(f"M{left} {HIGH - BOTTOM}v4", ("quiet", QUIET), 1, "none")
    items = [(_inside(left, label), label) for label, left in places.items()]
    for left, label in _apart(items):
        yield text(left, HIGH - BOTTOM + 22, label, "middle")


def _inside(left, label):
    half = len(label) * LETTER / 2
    return min(max(left, half), WIDTH - half)


def _sides(groups):
    """Whether the value of a bar stands above its point or below it; one between two has none."""
    shown = [bar for bars in groups for bar in bars if bar.share is not None]
    shown.sort(key=lambda bar: bar.label)
    sides = {}
    for _, alike in groupby(shown, key=lambda bar: bar.label):
        ordered = sorted(alike, key=lambda bar: -bar.share)
        sides[ordered[-1]] = BELOW
        sides[ordered[0]] = ABOVE
    return sides


def _series(bars, places, number, sides) -> Iterator[str]:
    for stretch in filter(None, _stretches(bars)):
        points = "L".join(f"{places[bar.label]} {_up(bar.share)}" for bar in stretch)
        yield _path(f"M{points}", painted(number), 3, DASHES[number % len(DASHES)])
    drawn = [bar for bar in bars if bar.share is not None]
    for bar in drawn:
        size = LAST_DOT if bar is drawn[-1] else DOT
        yield _point(places[bar.label], _up(bar.share), size, number)
    for side in (ABOVE, BELOW):
        own = {places[bar.label]: bar for bar in drawn if sides.get(bar) == side}
        for left, value in _apart([(left, bar.words) for left, bar in own.items()]):
            yield text(left, _up(own[left].share) + side, value, "middle")


def _point(left, up, size, number):
    """A round point for the first series, a square one for the second, and so by turns."""
    if number % 2:
        return format_html(
            '<rect x="{}" y="{}" width="{}" height="{}" class="{}" fill="{}"/>',
            round(left - size, 1),
            round(up - size, 1),
            2 * size,
            2 * size,
            *painted(number),
        )
    return format_html(
        '<circle cx="{}" cy="{}" r="{}" class="{}" fill="{}"/>', left, up, size, *painted(number)
    )


def _names(groups, places) -> Iterator[str]:
    """The name of each series next to its last point, one below another where they would touch."""
    ends = []
    for bars in groups:
        shown = [bar for bar in bars if bar.share is not None]
        if shown:
            ends.append((_up(shown[-1].share) + 5, bars[0].series))
    left, lowest = max(places.values()) + 14, 0
    for up, name in sorted(ends):
        lowest = max(up, lowest + LINE)
        yield text(left, lowest, name)


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


def _path(line, look, width, dashes):
    name, colour = look
    return format_html(
        '<path d="{}" class="{}" stroke="{}" stroke-width="{}" stroke-dasharray="{}" fill="none"/>',
        line,
        f"line {name}",
        colour,
        width,
        dashes,
    )
