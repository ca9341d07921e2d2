"""A drawing of charts as a PNG picture, for slides and systems that take no SVG.

It reads the few marks that `svg` writes, draws them three times as large, and makes them smaller,
which smooths their edges. The same drawing gives the same bytes.
"""

import io
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import atan2, ceil, cos, dist, sin
from xml.etree import ElementTree

from assurance.charts.palette import PAPER
from assurance.runtime.processes.lazy_modules import LazyModule

Image, ImageDraw, ImageFont = map(LazyModule, ("PIL.Image", "PIL.ImageDraw", "PIL.ImageFont"))

# Pixels for each of the drawing's, and how much larger it is drawn before.
SCALE, FINER = 2, 2
MOST_KEPT = 64
_NAMESPACE = "{http://www.w3.org/2000/svg}"
_STEP = re.compile(r"([MLVHlhvz])([^MLVHlhvz]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_FILES = {"400": "LiberationSans-Regular.ttf", "700": "LiberationSans-Bold.ttf"}
# How much of the width of words lies before their place.
_BEFORE = {"start": "ls", "middle": "ms", "end": "rs"}


@lru_cache(MOST_KEPT)
def png_of(drawn: str) -> bytes:
    """The PNG of a whole drawing by `svg.drawing`; the last few are kept between readers."""
    root = ElementTree.fromstring(drawn)
    width, height = (float(root.get(name)) for name in ("width", "height"))
    size = (ceil(width * SCALE * FINER), ceil(height * SCALE * FINER))
    image = Image.new("RGB", size, PAPER)
    _Pen(ImageDraw.Draw(image)).draw(root, 0, 0)
    small = image.resize((ceil(width * SCALE), ceil(height * SCALE)), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    small.quantize(128).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


class _Pen:
    """Draws the elements of a drawing on a picture."""

    def __init__(self, canvas):
        self.canvas, self.times = canvas, SCALE * FINER

    def draw(self, parent, left, top):
        """All elements within `parent`, moved by `left` and `top`."""
        for element in parent:
            name = element.tag.removeprefix(_NAMESPACE)
            if name == "g":
                by = [float(number) for number in _NUMBER.findall(element.get("transform", "0 0"))]
                self.draw(element, left + by[0], top + by[1])
            elif name in _MARKS:
                _MARKS[name](self, element, left, top)

    def _place(self, x, y):
        """A place of the drawing as pixels."""
        return (x * self.times, y * self.times)

    def _rect(self, element, left, top):
        x, y, width, height = (float(element.get(n, 0)) for n in ("x", "y", "width", "height"))
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self._shape([(left + item, top + two) for item, two in corners], True, element)

    def _circle(self, element, left, top):
        x, y, size = (float(element.get(name)) for name in ("cx", "cy", "r"))
        half = _width(element) / 2
        places = [(left + x, top + y)]
        for radius, colour in ((size + half, "stroke"), (size - half, "fill")):
            (across, down), by = self._place(*places[0]), radius * self.times
            box = (across - by, down - by, across + by, down + by)
            self.canvas.ellipse(box, element.get(colour))

    def _path(self, element, left, top):
        for points, is_closed in _subpaths(element.get("d")):
            moved = [(left + x, top + y) for x, y in points]
            self._shape(moved, is_closed, element)

    def _shape(self, points, is_closed, element):
        """Points filled, then joined by the line of their element."""
        places = [self._place(*point) for point in points]
        fill, stroke = element.get("fill"), element.get("stroke", "none")
        if fill != "none" and len(places) > 2:
            self.canvas.polygon(places, fill)
        if stroke == "none":
            return
        joined = [*places, places[0]] if is_closed else places
        width = max(round(_width(element) * self.times), 1)
        dashes = _NUMBER.findall(element.get("stroke-dasharray", ""))
        lengths = [float(number) * self.times for number in dashes]
        for dash in _dashed(joined, lengths) if lengths else [joined]:
            self.canvas.line(dash, stroke, width, joint="curve")

    def _text(self, element, left, top):
        font = _font(element.get("font-weight"), round(float(element.get("font-size"))))
        at = self._place(left + float(element.get("x")), top + float(element.get("y")))
        anchor = _BEFORE[element.get("text-anchor", "start")]
        self.canvas.text(at, element.text or "", element.get("fill"), font, anchor)


_MARKS = {"rect": _Pen._rect, "circle": _Pen._circle, "path": _Pen._path, "text": _Pen._text}


@lru_cache
def _font(weight, size):
    large = size * SCALE * FINER
    try:
        return ImageFont.truetype(_FILES[weight], large)
    except OSError:
        return ImageFont.load_default(large)


def _width(element):
    return float(element.get("stroke-width", 1))


def _subpaths(line) -> Iterator[tuple[list, bool]]:
    """(points, whether closed) of each part of a path."""
    points = []
    for letter, rest in _STEP.findall(line):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        if letter == "z":
            yield points, True
            points = []
            continue
        if letter == "M" and points:
            yield points, False
            points = []
        for place in _places(letter, numbers, points):
            points.append(place)
    if points:
        yield points, False


def _places(letter, numbers, points) -> Iterator[tuple[float, float]]:
    """The places that a step of a path leads to, one after another."""
    if letter in "ML":
        yield from zip(numbers[::2], numbers[1::2], strict=True)
        return
    pairs = {
        "l": lambda: zip(numbers[::2], numbers[1::2], strict=True),
        "h": lambda: ((by, 0) for by in numbers),
        "v": lambda: ((0, by) for by in numbers),
        "H": lambda: ((to - points[-1][0], 0) for to in numbers),
        "V": lambda: ((0, to - points[-1][1]) for to in numbers),
    }[letter]()
    for across, down in pairs:
        yield points[-1][0] + across, points[-1][1] + down


def _dashed(points, lengths) -> Iterator[list]:
    """The dashes of a line through `points`, whose lengths and gaps are `lengths` in turn."""
    turn, rest = 0, lengths[0]
    for start, end in pairwise(points):
        along, whole = 0.0, dist(start, end)
        turned = atan2(end[1] - start[1], end[0] - start[0])
        while along < whole:
            step = min(rest, whole - along)
            if turn % 2 == 0:
                ends = (along, along + step)
                yield [(start[0] + by * cos(turned), start[1] + by * sin(turned)) for by in ends]
            along, rest = along + step, rest - step
            if rest <= 0:
                turn = (turn + 1) % len(lengths)
                rest = lengths[turn]
