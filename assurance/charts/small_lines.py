"""Draws a value over time as a small line without axes: its first and last value, their months."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from assurance.charts import svg
from assurance.charts.letters import LINE, shortened
from assurance.charts.palette import LOOKS, TARGET
from assurance.charts.places import spread
from assurance.charts.series import FEWEST

SIDE = 8
# The height spans so much of the largest value at least: 84 after 83 looks level.
SPAN = 0.25


@dataclass(frozen=True)
class Frame:
    """The look of a small line: its class, its size in pixels with what words take above it, below
    it and at its right, how thick it is, and how large its points are and the last of them."""

    name: str
    width: int
    height: int
    top: int = 6
    foot: int = 6
    right: int = 0
    stroke: float = 2.5
    dot: float = 2.5
    last: float = 5
    fewest: int = FEWEST


TILE = Frame("app-small-line", 280, 110, top=30, foot=26)
ROW = Frame("app-row-line", 112, 36, stroke=2, dot=2, last=4.5)
HEADLINE = Frame("tile__line", 240, 44)
TREND = Frame("app-chart__drawing app-indicator__line", 288, 118, 26, 40, 142, fewest=2)


@dataclass(frozen=True)
class SmallLine:
    """Points of (day, value, words) in the order of their days; `title` says every value; `target`
    is the (value, words) that they are compared with; to the places `gaps` no line leads."""

    points: Sequence[tuple[date, float, str]]
    title: str
    target: tuple[float, str] | None = None
    gaps: frozenset[int] = frozenset()


def draw_small_line(line: SmallLine, frame: Frame):
    """The line as safe SVG; nothing for fewer values than the frame asks for, which words tell
    better, nor where no two of them are joined."""
    if not is_drawn(line.points, frame) or len(line.gaps) == len(line.points) - 1:
        return ""
    drawing = _Drawing(line, frame)
    parts = (*drawing.target(), *drawing.line(), *drawing.labels())
    return svg.drawing(parts, (frame.width, frame.height), line.title, look=frame.name)


def is_drawn(points: Sequence[tuple], frame: Frame) -> bool:
    """Whether there are enough values, of more than one day."""
    return len(points) >= frame.fewest and points[0][0] != points[-1][0]


class _Drawing:
    """A small line in its frame."""

    def __init__(self, line, frame):
        self.shown, self.frame = line, frame
        values = [value for _, value, _ in line.points]
        values += [line.target[0]] if line.target else []
        self.most = max(values)
        self.span = max(self.most - min(values), SPAN * max(map(abs, values))) or 1

    def x(self, day):
        """Where a day is."""
        first, last = self.shown.points[0][0], self.shown.points[-1][0]
        room = self.frame.width - self.frame.right - 2 * SIDE
        return round(SIDE + room * (day - first).days / (last - first).days, 1)

    def y(self, value):
        """Where a value is."""
        room = self.frame.height - self.frame.top - self.frame.foot
        return round(self.frame.top + room * float((self.most - value) / self.span), 1)

    def line(self) -> Iterator[str]:
        """The line and its points, the last the largest."""
        places = [(self.x(day), self.y(value)) for day, value, _ in self.shown.points]
        for first, last in pairwise((0, *sorted(self.shown.gaps), len(places))):
            if last - first > 1:
                stretch = "L".join(f"{x} {y}" for x, y in places[first:last])
                yield svg.path(f"M{stretch}", LOOKS[0], self.frame.stroke)
        for place in places:
            size = self.frame.last if place is places[-1] else self.frame.dot
            yield svg.point(*place, size, LOOKS[0], is_filled=True)

    def target(self) -> Iterator[str]:
        """The target as a line over the width."""
        if self.shown.target:
            end = self.frame.width - self.frame.right
            yield svg.path(f"M{SIDE} {self.y(self.shown.target[0])}H{end}", TARGET, 1.5)

    def labels(self) -> Iterator[str]:
        """The first and the last value and their months, where the frame has room for them."""
        if self.frame.foot < LINE:
            return
        (first, begins, opening), (last, ends, _) = self.shown.points[0], self.shown.points[-1]
        end = self.frame.width - self.frame.right
        half, foot = end / 2 - SIDE / 2, self.frame.height - 4
        rises = self.shown.points[1][1] > begins and self.frame.right
        up = self.y(begins) + (19 if rises else -9)
        yield svg.label(0, up, shortened(opening, half), bold=True)
        yield svg.label(0, foot, f"{first:%b %Y}", "quiet")
        yield svg.label(end, foot, f"{last:%b %Y}", "quiet", anchor="end")
        yield from self._at_the_right(ends) if self.frame.right else self._above(end, half, ends)

    def _above(self, end, half, ends):
        text = shortened(self.shown.points[-1][2], half, bold=True)
        yield svg.label(end, self.y(ends) - 10, text, bold=True, anchor="end")

    def _at_the_right(self, ends):
        """The last value and the target, one below another where they would touch."""
        rows = [(self.y(ends), self.shown.points[-1][2])]
        if self.shown.target:
            rows.append((self.y(self.shown.target[0]), f"Target {self.shown.target[1]}"))
        left = self.frame.width - self.frame.right + 2 * SIDE
        tops = spread([(y - LINE / 2, 1) for y, _ in rows], 0, self.frame.height - LINE)
        for place, ((_, text), top) in enumerate(zip(rows, tops, strict=True)):
            is_last = not place
            text = shortened(text, self.frame.width - left, bold=is_last)
            yield svg.label(left, top + 14, text, bold=is_last)
