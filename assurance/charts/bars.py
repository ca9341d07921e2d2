"""Draws parts as horizontal bars from one edge, each with its label before it and its value at its
end, so that no colour carries a meaning alone and no key is needed.

A chart is drawn twice, for wide and for narrow pages, so that letters keep their size.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from assurance.charts import svg
from assurance.charts.letters import LINE, lines_of, width_of
from assurance.charts.lines import SIZES
from assurance.charts.palette import look_of

BAR, ROW, GAP, MARGIN, EDGE = 20, 26, 12, 8, 2
# The most of the width that labels before the bars take; longer ones are above them.
LABELS = {640: 0.4, 288: 0.34}
# The least of the width that bars keep, with words at their ends.
LEAST = 0.2
NOT_SHOWN = "not shown"


@dataclass(frozen=True)
class DrawnBar:
    """A bar as it is drawn: its label, its size (None where it is not shown), the words at its
    end, and the place of its series."""

    label: str
    size: float | None
    words: str
    series: int = 0


@dataclass(frozen=True)
class BarChart:
    """Bars in groups, each under its heading (empty for a group without one). `title` says the
    finding, `description` every value; `full` is the size that the whole length is, if it is more
    than the greatest."""

    title: str
    groups: tuple[tuple[str, tuple[DrawnBar, ...]], ...]
    description: str = ""
    full: float | None = None

    @property
    def bars(self) -> list[DrawnBar]:
        """All bars in order."""
        return [bar for _, bars in self.groups for bar in bars]


def end_words(size: float | None, words: str) -> str:
    """The words at the end of a bar: those of its table, in full where that has a mark as `[c]`."""
    return NOT_SHOWN if size is None and words.startswith("[") else words


def draw_bars(chart: BarChart, sizes: Sequence[tuple[str, int]] = SIZES) -> SafeString:
    """The chart as safe SVG in each of `sizes`."""
    return mark_safe("".join(_Drawing(chart, *size).svg() for size in sizes))


class _Drawing:
    """One drawing of a chart, `width` pixels wide."""

    def __init__(self, chart, look, width):
        self.chart, self.look, self.width = chart, look, width
        most, longest = self._labels(), self._ends()
        # Labels are before their bars where both and the words at the ends have room.
        has_column = most <= width * LABELS[width] + 1
        self.left = most + MARGIN if has_column else EDGE
        room = width - self.left - longest - 2 * MARGIN
        self.has_ends = room >= width * LEAST
        if not self.has_ends:
            self.left = EDGE
            room = width - EDGE - longest - 2 * MARGIN
            self.has_ends = room >= width * LEAST
        room = room if self.has_ends else width - 2 * EDGE
        full = max([chart.full or 0, *(bar.size or 0 for bar in chart.bars)])
        self.scale = room / full if full else 0

    def _labels(self):
        """How wide labels are in up to so many lines as their room takes."""
        room = self.width * LABELS[self.width]
        if self.width == SIZES[-1][1]:
            return max((width_of(bar.label) for bar in self.chart.bars), default=0)
        lines = [line for bar in self.chart.bars for line in lines_of(bar.label, room)]
        return max(map(width_of, lines), default=0)

    def _ends(self):
        return max((width_of(bar.words, bold=True) for bar in self.chart.bars), default=0)

    def svg(self) -> SafeString:
        """The drawing with its title and description."""
        parts, top = [], 0
        for heading, bars in self.chart.groups:
            for line in lines_of(heading, self.width) if heading else ():
                parts.append(svg.label(0, top + 14, line, bold=True))
                top += LINE
            start = top
            for bar in bars:
                drawn, top = self._row(bar, top)
                parts += drawn
            if self.left > EDGE:
                parts.append(svg.rule(f"M{self.left:.1f} {start}V{top}", "axis"))
            top += GAP
        more = {"look": f"app-chart__drawing {self.look}", "description": self.chart.description}
        return svg.drawing(parts, (self.width, max(top, 1)), self.chart.title, **more)

    def _row(self, bar, top) -> tuple[list[str], float]:
        """The marks of one bar with its words, and where the next begins."""
        is_above = self.left == EDGE
        lines = lines_of(bar.label, self.width if is_above else self.left - MARGIN)
        if is_above:
            lines += [] if self.has_ends else lines_of(bar.words, self.width, bold=True)
        parts = [svg.label(0, top + 16 + LINE * at, line) for at, line in enumerate(lines)]
        if not is_above:
            parts += self._bar(bar, top)
            return parts, top + max(ROW, LINE * len(lines) + ROW - LINE)
        parts += self._bar(bar, top + LINE * len(lines) + 4)
        return parts, top + LINE * len(lines) + 4 + ROW

    def _bar(self, bar, top) -> Iterator[str]:
        length = round(max(bar.size or 0, 0) * self.scale, 1)
        look = look_of(bar.series)
        if length:
            line = f"M{self.left:.1f} {top + 2}h{length}v{BAR}h-{length}z"
            yield svg.area(line, look)
        if self.has_ends:
            yield svg.label(self.left + length + MARGIN, top + 17, bar.words, bold=True)
