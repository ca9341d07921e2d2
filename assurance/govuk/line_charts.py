"""Draws a value over time as SVG: a line on a true time axis, with a point at each counted date.

A series is drawn twice, for wide and for narrow pages, so that letters keep their size; the sheet
shows one. The value axis begins at nought. Colours and type are attributes: the security policy
refuses a style.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from assurance.govuk.charts import COLOURS, FONT, INK

QUIET, HAIR = "#484949", "#d3d9d9"
LEFT, RIGHT, TOP, BOTTOM, HEIGHT = 48, 48, 30, 40, 260
# Class, width in pixels and the format of a year's first day, of the two drawings.
SIZES = (("app-chart__wide", 720, "1 Jan {}"), ("app-chart__narrow", 288, "{}"))
LETTER = 8
STEPS = (1, 2, 5)
MOST_LINES = 5


@dataclass(frozen=True)
class TimePoint:
    """A value on its day; None where it is not shown, which leaves a gap. `starts_anew` says that
    it is counted otherwise than the one before, to which no line leads."""

    day: date
    value: float | None
    words: str
    starts_anew: bool = False


@dataclass(frozen=True)
class TimeChart:
    """A series in the order of its days; `title` says what is shown, `description` every value."""

    anchor: str
    title: str
    description: str
    points: tuple[TimePoint, ...]

    @property
    def shown(self) -> tuple[TimePoint, ...]:
        """The points that have a value."""
        return tuple(point for point in self.points if point.value is not None)


def draw_line(chart: TimeChart):
    """Both drawings as safe SVG; nothing for fewer than three values, which words tell better."""
    if len(chart.shown) < 3 or chart.shown[0].day == chart.shown[-1].day:
        return ""
    return mark_safe("".join(_Drawing(chart, *size).svg() for size in SIZES))


class _Drawing:
    """One drawing of a series, `width` pixels wide."""

    def __init__(self, chart, look, width, year):
        self.chart, self.look, self.width, self.year = chart, look, width, year
        self.first, self.last = chart.shown[0].day, chart.shown[-1].day
        most = max(point.value for point in chart.shown)
        self.step = _step(most)
        self.lines = max(ceil(most / self.step), 1)

    def svg(self):
        """The drawing with its title and description."""
        name = f"{self.chart.anchor}-{self.width}"
        inner = (*self._grid(), *self._ticks(), *self._breaks(), *self._paths(), *self._points())
        return format_html(
            '<svg class="app-chart__drawing {0}" role="img" aria-labelledby="{1}-t" '
            'aria-describedby="{1}-d" width="{2}" height="{3}" viewBox="0 0 {2} {3}" '
            'xmlns="http://www.w3.org/2000/svg"><title id="{1}-t">{4}</title>'
            '<desc id="{1}-d">{5}</desc>{6}</svg>',
            self.look,
            name,
            self.width,
            HEIGHT,
            self.chart.title,
            self.chart.description,
            mark_safe("".join(inner)),
        )

    def _x(self, day):
        room = self.width - LEFT - RIGHT
        return round(LEFT + room * (day - self.first).days / (self.last - self.first).days, 1)

    def _y(self, value):
        room = HEIGHT - TOP - BOTTOM
        return round(HEIGHT - BOTTOM - room * value / (self.step * self.lines), 1)

    def _grid(self) -> Iterator[str]:
        for number in range(self.lines + 1):
            value = number * self.step
            colour = QUIET if number == 0 else HAIR
            yield _path(f"M{LEFT} {self._y(value)}H{self.width - RIGHT}", colour, 1)
            yield _text(LEFT - 8, self._y(value) + 5, f"{value:,g}", QUIET, "end")

    def _ticks(self) -> Iterator[str]:
        bottom = HEIGHT - BOTTOM
        starts = [date(year, 1, 1) for year in range(self.first.year, self.last.year + 2)]
        starts = [day for day in starts if self.first <= day <= self.last]
        halves = [date(year, 7, 1) for year in range(self.first.year, self.last.year + 1)]
        for day in halves:
            if self.first <= day <= self.last:
                yield _path(f"M{self._x(day)} {bottom}v4", QUIET, 1)
        texts = [(day, self.year.format(day.year)) for day in starts]
        if len(texts) < 2:
            texts = [(day, f"{day:%b %Y}") for day in (self.first, self.last)]
        for day, text in self._apart(texts):
            yield _path(f"M{self._x(day)} {bottom}v8", QUIET, 1)
            yield _text(self._x(day), bottom + 24, text, QUIET)

    def _breaks(self) -> Iterator[str]:
        for point in self.chart.shown[1:]:
            if point.starts_anew:
                yield _path(f"M{self._x(point.day)} {TOP}V{HEIGHT - BOTTOM}", QUIET, 1)

    def _paths(self) -> Iterator[str]:
        stretch = []
        for point in (*self.chart.points, None):
            if point is None or point.value is None or point.starts_anew:
                if len(stretch) > 1:
                    yield _path(f"M{'L'.join(stretch)}", COLOURS[0], 3)
                stretch = []
            if point is not None and point.value is not None:
                stretch.append(f"{self._x(point.day)} {self._y(point.value)}")

    def _points(self) -> Iterator[str]:
        for point in self.chart.shown:
            is_last = point is self.chart.shown[-1]
            yield format_html(
                '<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="2.5"/>',
                self._x(point.day),
                self._y(point.value),
                6 if is_last else 4.5,
                COLOURS[0] if is_last else "#fff",
                COLOURS[0],
            )
        named = [(point.day, (point.words, point.value)) for point in self.chart.shown]
        for day, (label, value) in self._apart(named, words=lambda item: item[0]):
            yield _text(self._x(day), self._y(value) - 12, label, INK, weight="700")

    def _apart(self, items, words=str):
        """Those of (day, item) whose words do not touch the ones before, the last always."""
        current = []
        for day, item in reversed(items):
            half = len(words(item)) * LETTER / 2
            if not current or self._x(day) + half + LETTER < current[-1][2]:
                current.append((day, item, self._x(day) - half))
        return [(day, item) for day, item, _ in reversed(current)]


def _step(most):
    """The distance of the lines of the value axis: 1, 2 or 5 times a power of ten."""
    power = 1
    while True:
        for step in STEPS:
            if most <= step * power * MOST_LINES:
                return step * power
        power *= 10


def _path(line, colour, width):
    return format_html(
        '<path d="{}" stroke="{}" stroke-width="{}" stroke-linejoin="round" fill="none"/>',
        line,
        colour,
        width,
    )


def _text(x, y, text, colour, anchor="middle", weight="400"):
    return format_html(
        '<text x="{}" y="{}" font-family="{}" font-size="14" fill="{}" text-anchor="{}" '
        'font-weight="{}">{}</text>',
        x,
        y,
        FONT,
        colour,
        anchor,
        weight,
        text,
    )
