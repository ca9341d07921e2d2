"""Where words of a drawing have room: none lies over another, and none leaves the drawing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assurance.charts.letters import LINE, width_of

# How far letters reach above and below the line that they are written on.
HIGH, DEEP = 12, 4


@dataclass(frozen=True)
class Box:
    """A part of a drawing, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def is_over(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        across = min(self.right, other.right) > max(self.left, other.left)
        return across and min(self.bottom, other.bottom) > max(self.top, other.top)

    def is_crossed(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        """Whether a straight line from `start` to `end` runs through it."""
        (x1, y1), (x2, y2) = sorted((start, end))
        left, right = max(self.left, x1), min(self.right, x2)
        if left > right:
            return False
        if x1 == x2:
            return y1 < self.bottom and y2 > self.top
        slope = (y2 - y1) / (x2 - x1)
        low, high = sorted((y1 + slope * (left - x1), y1 + slope * (right - x1)))
        return low < self.bottom and high > self.top


def middle_box(x: float, y: float, text: str, *, bold: bool = False) -> Box:
    """The box of words that are centred about `x` on the line `y`."""
    half = width_of(text, bold=bold) / 2
    return Box(x - half, y - HIGH, x + half, y + DEEP)


class Room:
    """The places of one drawing: what is taken, and the lines that words keep off if they can."""

    def __init__(self, frame: Box, lines: Sequence[tuple] = ()):
        self.frame, self.lines = frame, lines
        self.taken: list[Box] = []

    def take(self, boxes: Iterable[Box]) -> Box | None:
        """The first of `boxes` that is free, rather one that no line runs through; None, and
        nothing taken, where none is."""
        free = [box for box in map(self._inside, boxes) if box and self._is_free(box)]
        clear = [box for box in free if not any(box.is_crossed(*line) for line in self.lines)]
        for box in (clear or free)[:1]:
            self.taken.append(box)
            return box
        return None

    def _is_free(self, box):
        return not any(box.is_over(other) for other in self.taken)

    def _inside(self, box):
        """The box moved into the frame from its sides; None where it is too large for it."""
        frame = self.frame
        if box.right - box.left > frame.right - frame.left:
            return None
        if box.top < frame.top or box.bottom > frame.bottom:
            return None
        by = max(frame.left - box.left, 0) + min(frame.right - box.right, 0)
        return Box(box.left + by, box.top, box.right + by, box.bottom)


def spread(labels: Sequence[tuple[float, int]], top: float, bottom: float) -> list[float]:
    """Where labels of (wanted top, number of lines) begin so that none touches the one before, in
    the order given, within `top` and `bottom` where these have room for all."""
    order = sorted(range(len(labels)), key=lambda at: (labels[at][0], at))
    places, lowest = [0.0] * len(labels), top
    for at in order:
        places[at] = max(labels[at][0], lowest)
        lowest = places[at] + labels[at][1] * LINE
    highest = bottom
    for at in reversed(order):
        places[at] = max(min(places[at], highest - labels[at][1] * LINE), top)
        highest = places[at]
    return [round(place, 1) for place in places]
