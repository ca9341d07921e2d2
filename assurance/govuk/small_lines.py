"""Draws a value over time as a small line without axes: its first and last value and their months.

Its colours are the sheet's own (`currentColor`), so that it reads in dark and in forced colours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html, format_html_join

WIDTH, HEIGHT, SIDE, TOP, FOOT = 280, 110, 8, 30, 26
# The height spans so much of the largest value at least: 84 after 83 looks level.
SPAN = 0.25


@dataclass(frozen=True)
class Frame:
    """The size of a small line, in pixels, with what its words take above and below it."""

    width: int
    height: int
    top: int
    foot: int


TILE, ROW = Frame(WIDTH, HEIGHT, TOP, FOOT), Frame(112, 36, 6, 6)


def draw_small_line(points: Sequence[tuple[date, float, str]], title: str):
    """The line through (day, value, words) in the order of their days, as safe SVG; nothing for
    fewer than three, which words tell better."""
    if len(points) < 3 or points[0][0] == points[-1][0]:
        return ""
    places = _places(points)
    line = "L".join(f"{x} {y}" for x, y in places)
    dots = format_html_join("", '<circle cx="{}" cy="{}" r="2.5"/>', places[:-1])
    (first, _, begins), (last, _, ends) = points[0], points[-1]
    base = HEIGHT - FOOT + 4
    texts = format_html_join(
        "",
        '<text x="{}" y="{}" text-anchor="{}">{}</text>',
        [
            (0, _beside(places[0][1]), "start", begins),
            (WIDTH, _beside(places[-1][1]), "end", ends),
            (0, HEIGHT - 4, "start", f"{first:%b %Y}"),
            (WIDTH, HEIGHT - 4, "end", f"{last:%b %Y}"),
        ],
    )
    return format_html(
        '<svg class="app-small-line" role="img" aria-label="{}" width="{}" height="{}" '
        'viewBox="0 0 {} {}" xmlns="http://www.w3.org/2000/svg">'
        '<path class="app-small-line__base" d="M0 {}H{}" fill="none"/>'
        '<path d="M{}" fill="none" stroke="currentColor" stroke-width="2.5"/>'
        '<g fill="currentColor">{}<circle cx="{}" cy="{}" r="5"/></g>{}</svg>',
        *(title, WIDTH, HEIGHT, WIDTH, HEIGHT, base, WIDTH, line, dots, *places[-1], texts),
    )


def draw_row_line(points: Sequence[tuple[date, float, str]], title: str):
    """The same for a row of a table, which carries the values itself; nothing for fewer than
    three."""
    if len(points) < 3 or points[0][0] == points[-1][0]:
        return ""
    places = _places(points, ROW)
    return format_html(
        '<svg class="app-row-line" role="img" aria-label="{}" width="{}" height="{}" '
        'viewBox="0 0 {} {}" xmlns="http://www.w3.org/2000/svg">'
        '<path d="M{}" fill="none" stroke="currentColor" stroke-width="2"/>'
        '<g fill="currentColor">{}<circle cx="{}" cy="{}" r="4.5"/></g></svg>',
        *(title, ROW.width, ROW.height, ROW.width, ROW.height),
        "L".join(f"{x} {y}" for x, y in places),
        format_html_join("", '<circle cx="{}" cy="{}" r="2"/>', places[:-1]),
        *places[-1],
    )


def _places(points, frame=TILE):
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
