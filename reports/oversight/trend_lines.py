"""The trend of an indicator as a small line, whose title says what it shows."""

from collections.abc import Sequence
from datetime import date

from django.utils.html import format_html

from assurance.runtime.periods import say_day

WIDTH, HEIGHT, EDGE = 132, 30, 4
COLOUR = "#0b4f54"


def trend_line(points: Sequence[Sequence[str]]):
    """The line through (ISO day, value as text) as safe SVG; nothing for fewer than two values."""
    rows = [(date.fromisoformat(day), float(value)) for day, value in points]
    if len(rows) < 2 or rows[0][0] == rows[-1][0]:
        return ""
    (first, begins), (last, ends) = rows[0], rows[-1]
    low, high = min(value for _, value in rows), max(value for _, value in rows)
    places = [(_across(day, first, last), _up(value, low, high)) for day, value in rows]
    title = f"From {begins:g} on {say_day(first)} to {ends:g} on {say_day(last)}"
    return format_html(
        '<svg role="img" xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" '
        'viewBox="0 0 {0} {1}"><title>{2}</title><path d="M{3}" stroke="{4}" stroke-width="2" '
        'fill="none"/><circle cx="{5}" cy="{6}" r="3" fill="{4}"/></svg>',
        WIDTH,
        HEIGHT,
        title,
        "L".join(f"{x} {y}" for x, y in places),
        COLOUR,
        *places[-1],
    )


def _across(day, first, last):
    return round(EDGE + (WIDTH - 2 * EDGE) * (day - first).days / (last - first).days, 1)


def _up(value, low, high):
    share = (value - low) / (high - low) if high > low else 0.5
    return round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share, 1)
