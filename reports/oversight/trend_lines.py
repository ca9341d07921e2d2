"""The trend of an indicator as a line that says by itself what it shows: the first and the last
value, their months and the target stand beside it. Colours and type are attributes: the security
policy refuses a style.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from assurance.governance.rules.choices import NUMBER, say_value
from assurance.govuk.charts import FONT, INK
from assurance.runtime.periods import say_day

COLOUR, AIM, QUIET = "#0b4f54", "#9c5700", "#484949"
# The drawing, the ends of its line, and what two labels beside it keep between them.
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 300, 118, 8, 196, 22, 78
BESIDE, APART, BELOW, LETTERS = 206, 17, 113, 14


@dataclass(frozen=True)
class Trend:
    """Values of an indicator by their days, in its unit, with its target where it has one."""

    points: tuple[tuple[date, Decimal], ...]
    unit: str = NUMBER
    target: Decimal | None = None

    @property
    def is_line(self) -> bool:
        """Whether it has two values of two days."""
        return len(self.points) > 1 and self.points[0][0] != self.points[-1][0]

    @property
    def words(self) -> str:
        """What the line shows, in a sentence."""
        (first, begins), (last, ends) = self.points[0], self.points[-1]
        path = f"From {self.text_of(begins)} on {say_day(first)}"
        path += f" to {self.text_of(ends)} on {say_day(last)}"
        return path if self.target is None else f"{path}; target {self.text_of(self.target)}"

    def text_of(self, value: Decimal) -> str:
        """A value in the unit."""
        return say_value(value, self.unit)

    def across(self, day: date) -> float:
        """Where a day is."""
        (first, _), (last, _) = self.points[0], self.points[-1]
        return round(LEFT + (RIGHT - LEFT) * (day - first).days / (last - first).days, 1)

    def up(self, value: Decimal) -> float:
        """Where a value is: the lowest of all at the bottom, the highest at the top."""
        every = [number for _, number in self.points]
        every += [] if self.target is None else [self.target]
        low, high = min(every), max(every)
        share = float((value - low) / (high - low)) if high > low else 0.5
        return round(BOTTOM - (BOTTOM - TOP) * share, 1)


def trend_of(points: Sequence[Sequence[str]], unit: str = NUMBER, target: str = "") -> Trend:
    """The trend through (ISO day, value as text)."""
    rows = tuple((date.fromisoformat(day), Decimal(value)) for day, value in points)
    return Trend(rows, unit, Decimal(target) if target else None)


def trend_line(points: Sequence[Sequence[str]], unit: str = NUMBER, target: str = ""):
    """The line through (ISO day, value as text) as safe SVG; nothing for fewer than two values."""
    trend = trend_of(points, unit, target)
    if not trend.is_line:
        return ""
    return format_html(
        '<svg class="app-chart__drawing app-indicator__line" role="img" '
        'xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}">'
        "<title>{2}</title>{3}</svg>",
        WIDTH,
        HEIGHT,
        trend.words,
        mark_safe("".join((*_aim(trend), *_line(trend), *_labels(trend)))),
    )


def _aim(trend) -> Iterator[str]:
    if trend.target is not None:
        place = trend.up(trend.target)
        yield format_html(
            '<path d="M{} {}H{}" stroke="{}" stroke-width="1.5" stroke-dasharray="5 4" '
            'fill="none"/>',
            LEFT,
            place,
            RIGHT,
            AIM,
        )


def _line(trend) -> Iterator[str]:
    places = [(trend.across(day), trend.up(value)) for day, value in trend.points]
    path = "L".join(f"{x} {y}" for x, y in places)
    yield format_html('<path d="M{}" stroke="{}" stroke-width="2.5" fill="none"/>', path, COLOUR)
    for x, y in places:
        radius = 4.5 if (x, y) == places[-1] else 2.5
        yield format_html('<circle cx="{}" cy="{}" r="{}" fill="{}"/>', x, y, radius, COLOUR)


def _labels(trend) -> Iterator[str]:
    (first, begins), (last, ends) = trend.points[0], trend.points[-1]
    rises = trend.points[1][1] > begins
    yield _text(LEFT - 4, trend.up(begins) + (APART if rises else -8), trend.text_of(begins), INK)
    now = trend.up(ends) + 5
    yield _text(BESIDE, now, trend.text_of(ends), INK, weight="700")
    if trend.target is not None:
        aim = trend.up(trend.target) + 5
        if abs(aim - now) < APART:
            aim = now + (APART if aim >= now and now + APART < BELOW else -APART)
        yield _text(BESIDE, aim, f"Target {trend.text_of(trend.target)}", AIM)
    yield _text(LEFT - 4, BELOW, f"{first:%b %Y}", QUIET)
    yield _text(RIGHT + 4, BELOW, f"{last:%b %Y}", QUIET, "end")


def _text(x, y, words, colour, anchor="start", weight="400"):
    return format_html(
        '<text x="{}" y="{}" fill="{}" text-anchor="{}" font-weight="{}" font-family="{}" '
        'font-size="{}">{}</text>',
        x,
        round(y, 1),
        colour,
        anchor,
        weight,
        FONT,
        LETTERS,
        words,
    )
