"""Draws series as lines on an axis of true distances, each named at its end.

A chart is drawn twice, for wide and for narrow pages, so that letters keep their size; the sheet
shows the one that has room. Every last value is named; another is where its words have room.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from django.utils.safestring import SafeString, mark_safe

from assurance.charts import axes, svg
from assurance.charts.letters import LINE, lines_of, shortened, width_of
from assurance.charts.places import DEEP, Box, Room, middle_box, spread
from assurance.charts.series import AIM, DATA, LineChart

TOP, BOTTOM, HEIGHT, GAP, EDGE = 28, 36, 260, 12, 10
LOW = 165
# Class and width in pixels of the two drawings.
SIZES = (("app-chart__wide", 640), ("app-chart__narrow", 288))
# The same where two charts are next to each other.
HALF_SIZES = (("app-chart__half", 500), SIZES[-1])
# The same where a chart has the whole width of a page.
FULL_SIZES = (("app-chart__full", 1040), *SIZES)
# The most of the width that names at the ends of lines take.
NAMES = 0.3
DOT, LAST_DOT, CROSS = 4, 6, 5
ABOVE, BELOW, LEVEL = -11, 23, 5


def draw_lines(chart: LineChart, sizes=SIZES) -> SafeString:
    """The chart as safe SVG in each of `sizes`."""
    return mark_safe("".join(Drawing(chart, *size).svg() for size in sizes))


class Drawing:
    """One drawing of a chart, `width` pixels wide."""

    def __init__(self, chart: LineChart, look: str, width: int):
        self.chart, self.look, self.width = chart, look, width
        self.series = chart.drawn
        self.names = self._names()
        # A single line whose values are all written beside it can be read where it is low.
        lowest = LOW if chart.ticks and not self.series[1:] else HEIGHT
        self.height = max(lowest, TOP + BOTTOM + LINE * sum(len(lines) for lines in self.names))
        values = [point.value for series, _ in self.series for point in series.shown]
        values += [value for series, _ in self.series for p in series.points for value, _ in p.was]
        self.scale = axes.scale_of(values)
        self.places = [point.at for series, _ in self.series for point in series.points]
        self.places += [at for at, _ in chart.ticks]

    def svg(self) -> SafeString:
        """The drawing with its title and description."""
        more = {"look": f"app-chart__drawing {self.look}", "description": self.chart.description}
        return svg.drawing(self.parts(), (self.width, self.height), self.chart.title, **more)

    def parts(self) -> tuple[str, ...]:
        """All marks and words, in the order in which they lie over each other."""
        marks = (*self._lines(), *self._points(), *self._crosses())
        return (*self._grid(), *self._ticks(), *marks, *self._labels())

    def _names(self):
        """The lines of words at the end of each series: its name and its last value; none for a
        single series, whose title names it."""
        if len(self.series) < 2 and all(series.kind == DATA for series, _ in self.series):
            return [[] for _ in self.series]
        room = self.width * NAMES
        return [
            lines_of(f"{series.name} {series.shown[-1].words}", room, bold=True)
            for series, _ in self.series
        ]

    @cached_property
    def left(self) -> float:
        """Where the plot begins: after the words of the value axis."""
        texts = [self.scale.text(value) for value in self.scale.values]
        return max(map(width_of, texts)) + 8 if self.chart.has_scale else EDGE

    @cached_property
    def right(self) -> float:
        """Where the plot ends: before the names of series."""
        widths = [width_of(line, bold=True) for lines in self.names for line in lines]
        return self.width - (max(widths) + 2 * GAP if widths else EDGE)

    def x(self, at: int) -> float:
        """Where a place of the axis is; the middle of the plot where there is only one."""
        first, last = min(self.places), max(self.places)
        share = (at - first) / (last - first) if last > first else 0.5
        return round(self.left + EDGE + (self.right - self.left - 2 * EDGE) * share, 1)

    def y(self, value: float) -> float:
        """Where a value is."""
        share = (value - self.scale.low) / (self.scale.high - self.scale.low)
        return round(self.height - BOTTOM - (self.height - TOP - BOTTOM) * share, 1)

    def _grid(self) -> Iterator[str]:
        for value in self.scale.values:
            name = "hair" if value else "axis"
            if self.chart.has_scale or not value:
                yield svg.rule(f"M{self.left:.1f} {self.y(value)}H{self.right:.1f}", name)
            if self.chart.has_scale:
                where, text = self.left - 8, self.scale.text(value)
                yield svg.label(where, self.y(value) + 5, text, "quiet", anchor="end")
        for at in self._new_starts():
            yield svg.rule(f"M{at} {TOP}V{self.height - BOTTOM}", "axis", "3 3")

    def _new_starts(self):
        """Where the upright lines are after which values are counted differently."""
        for series, _ in self.series:
            yield from (self.x(point.at) for point in series.shown[1:] if point.starts_anew)

    def _ticks(self) -> Iterator[str]:
        if not self.places:
            return
        bottom, ends = self.height - BOTTOM, (min(self.places), max(self.places))
        is_wide = self.width > SIZES[-1][1]
        ticks = self.chart.ticks or axes.years(*ends, is_wide)
        for day in () if self.chart.ticks else axes.halves(*ends):
            yield svg.rule(f"M{self.x(day)} {bottom}v4", "axis")
        room = Room(Box(0, 0, self.width, self.height))
        for at, text in reversed(ticks):
            yield svg.rule(f"M{self.x(at)} {bottom}v6", "axis")
            text = shortened(text, self.width / 2)
            if box := room.take([middle_box(self.x(at), bottom + 22, f"{text}  ")]):
                middle = (box.left + box.right) / 2
                yield svg.label(middle, bottom + 22, text, "quiet", anchor="middle")

    def _lines(self) -> Iterator[str]:
        for series, look in self.series:
            if series.kind == AIM and len(series.shown) == 1:
                level = self.y(series.shown[0].value)
                yield svg.path(f"M{self.left:.1f} {level}H{self.right:.1f}", look, 2)
            for stretch in series.stretches:
                if len(stretch) > 1:
                    places = (f"{self.x(item.at)} {self.y(item.value)}" for item in stretch)
                    yield svg.path(f"M{'L'.join(places)}", look, 3 if series.kind == DATA else 2.5)

    def _points(self) -> Iterator[str]:
        for series, look in self.series:
            for point in series.shown:
                place, is_last = (self.x(point.at), self.y(point.value)), point is series.shown[-1]
                if series.kind == DATA or (is_last and series.kind != AIM):
                    size = LAST_DOT if is_last and series.kind == DATA else DOT
                    yield svg.point(*place, size, look, is_filled=is_last)

    def _crosses(self) -> Iterator[str]:
        """The mark of each value that was corrected, where it was."""
        for series, _ in self.series:
            for point in series.points:
                for value, _ in point.was:
                    yield svg.cross(self.x(point.at), self.y(value), CROSS)

    def _labels(self) -> Iterator[str]:
        yield from self._named_ends()
        end = self.right if any(self.names) else self.width
        # No value is written over those of the axis.
        start = self.left - 4 if self.chart.has_scale else 0
        room = Room(Box(start, 0, end, self.height - BOTTOM), list(self._segments()))
        named = [(series, look) for series, look in self.series if series.kind == DATA]
        if not any(self.names):
            # The last value of a single series is named whatever else has room.
            yield from (self._value(room, series.shown[-1], look) for series, look in named)
        room.taken += self._signs()
        for series, look in named:
            for point in reversed(series.shown[:-1]):
                yield self._value(room, point, look)

    def _value(self, room, point, look):
        """The value of a point above it or below it, or next to an upright line through it, where
        there is room for it."""
        text = shortened(point.words, room.frame.right - room.frame.left - 2 * EDGE, bold=True)
        x, y = self.x(point.at), self.y(point.value)
        boxes = [middle_box(x, y + side, f"{text} ", bold=True) for side in (ABOVE, BELOW)]
        if point.starts_anew:
            by = width_of(f"{text} ", bold=True) / 2 + GAP
            boxes += [middle_box(x + side, y + LEVEL, f"{text} ", bold=True) for side in (-by, by)]
        if not (box := room.take(boxes)):
            return ""
        middle = (box.left + box.right) / 2
        return svg.label(middle, box.bottom - DEEP, text, anchor="middle", bold=True, look=look)

    def _signs(self):
        """The boxes of all points, which no words may cover."""
        for series, _ in self.series:
            for point in series.shown:
                x, y = self.x(point.at), self.y(point.value)
                yield Box(x - DOT, y - DOT, x + DOT, y + DOT)

    def _named_ends(self) -> Iterator[str]:
        """The name and last value of each series in a column at the right, each with a thin line
        to its end where it is not next to it."""
        ends = [series.shown[-1] for series, _ in self.series]
        wanted = [
            (self.y(end.value) - LINE * len(lines) / 2, len(lines))
            for end, lines in zip(ends, self.names, strict=True)
        ]
        tops = spread(wanted, TOP - LINE, self.height - BOTTOM + 6)
        left = self.right + GAP
        for (series, look), end, lines, top in zip(
            self.series, ends, self.names, tops, strict=True
        ):
            if not lines:
                continue
            x, y = self.x(end.at), self.y(end.value)
            middle = round(top + LINE * len(lines) / 2, 1)
            if series.kind != AIM and (abs(middle - y) > LINE / 2 or left - x > 3 * GAP):
                yield svg.rule(f"M{x} {y}L{left - 3:.1f} {middle}", "axis", "1 3")
            for place, line in enumerate(lines):
                base = top + LINE * place + 14
                yield svg.label(left, base, line, bold=True, look=look)

    def _segments(self):
        for at in self._new_starts():
            yield (at, TOP), (at, self.height - BOTTOM)
        for series, _ in self.series:
            if series.kind == AIM and len(series.shown) == 1:
                level = self.y(series.shown[0].value)
                yield (self.left, level), (self.right, level)
            for stretch in series.stretches:
                places = [(self.x(item.at), self.y(item.value)) for item in stretch]
                yield from pairwise(places)
