"""Draws a value over time as a small line without axes: its first and last value and their months.

Its colours are the sheet's own (`currentColor`), so that it reads in dark and in forced colours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html, format_html_join

SIDE = 8
# The height spans so much of the largest value at least: 84 after 83 looks level.
SPAN = 0.25


@dataclass(frozen=True)
class Frame:
    """The look of a small line: its size in pixels with what words take above and below it, how
    thick it is, and how large its points are and the last of them."""

    name: str
    width: int
    height: int
    top: int
    foot: int
    stroke: float
    dot: float
    last: float


TILE = Frame("app-small-line", 280, 110, 30, 26, 2.5, 2.5, 5)
ROW = Frame("app-row-line", 112, 36, 6, 6, 2, 2, 4.5)


def draw_small_line(points: Sequence[tuple[date, float, str]], title: str):
    """The line through (day, value, words) in the order of their days, as safe SVG; nothing for
    fewer than three, which words tell better."""
    if _are_too_few(points):
        return ""
    places = _places(points, TILE)
    (first, _, begins), (last, _, ends) = points[0], points[-1]
    base = TILE.height - TILE.foot + 4
    texts = format_html_join(
        "",
        '<text x="{}" y="{}" text-anchor="{}">{}</text>',
        [
            (0, _beside(places[0][1]), "start", begins),
            (TILE.width, _beside(places[-1][1]), "end", ends),
            (0, TILE.height - 4, "start", f"{first:%b %Y}"),
            (TILE.width, TILE.height - 4, "end", f"{last:%b %Y}"),
        ],
    )
    ground = format_html(
        '<path class="app-small-line__base" d="M0 {}H{}" fill="none"/>', base, TILE.width
    )
    return _drawn(places, TILE, title, ground, texts)


def draw_row_line(points: Sequence[tuple[date, float, str]], title: str):
    """The same for a row of a table, which carries the values itself; nothing for fewer than
    three."""
    return "" if _are_too_few(points) else _drawn(_places(points, ROW), ROW, title)


def _are_too_few(points):
    return len(points) < 3 or points[0][0] == points[-1][0]


def _drawn(places, frame, title, ground="", texts=""):
    return format_html(
        '<svg class="{}" role="img" aria-label="{}" width="{}" height="{}" '
        'viewBox="0 0 {} {}" xmlns="http://www.w3.org/2000/svg">{}'
        '<path d="M{}" fill="none" stroke="currentColor" stroke-width="{}"/>'
        '<g fill="currentColor">{}<circle cx="{}" cy="{}" r="{}"/></g>{}</svg>',
        *(frame.name, title, frame.width, frame.height, frame.width, frame.height, ground),
        *("L".join(f"{x} {y}" for x, y in places), frame.stroke),
        format_html_join("", f'<circle cx="{{}}" cy="{{}}" r="{frame.dot}"/>', places[:-1]),
        *(*places[-1], frame.last, texts),
    )


def _places(points, frame):
    values = [value for _, value, _ in points]
    most = max(values)
    room = max(most - min(values), SPAN * abs(most)) or 1
    days = (points[-1][0] - points[0][0]).days
    return [
        (
            round(SIDE + (frame.width - 2 * SIDE) * (day - points[0][0]).days / days, 1),
            round(frame.top + (frame.height - frame.top - frame.foot) * (most - value) / room, 1),
        )
        for day, value, _ in points
    ]


def _beside(y):
    return round(y - 12, 1)
