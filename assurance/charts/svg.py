"""The marks of a drawing as safe SVG: paths, words and the signs of points.

Colours and type are attributes: WeasyPrint takes no sheet inside a drawing, and the security
policy refuses a style.
"""

from collections.abc import Iterable

from django.utils.safestring import SafeString, mark_safe

from assurance.charts.letters import SIZE
from assurance.charts.palette import FONT, HAIR, INK, PAPER, QUIET, Look
from assurance.runtime.markup import formatted

# Name of a class → its colour in print.
TEXTS = {"ink": INK, "quiet": QUIET}
RULES = {"hair": HAIR, "axis": QUIET}


def path(line: str, look: Look, width: float) -> SafeString:
    """A line in the look of a series."""
    return formatted(
        '<path d="{}" class="l{}" stroke="{}" stroke-width="{}" stroke-dasharray="{}" '
        'stroke-linejoin="round" fill="none"/>',
        *(line, look.number, look.colour, width, look.dash),
    )


def area(line: str, look: Look) -> SafeString:
    """A closed shape in the look of a series: a bar."""
    return formatted('<path d="{}" class="f{}" fill="{}"/>', *(line, look.number, look.colour))


def rule(line: str, name: str, dash: str = "none") -> SafeString:
    """A thin line of the frame: `hair` or `axis`."""
    return formatted(
        '<path d="{}" class="{}" stroke="{}" stroke-width="1" stroke-dasharray="{}" fill="none"/>',
        *(line, name, RULES[name], dash),
    )


def label(x: float, y: float, text: str, name: str = "ink", **more) -> SafeString:
    """Words at a place: `anchor` is start, middle or end; `bold`; `look` writes them in the colour
    of a series."""
    look = more.get("look")
    return formatted(
        '<text x="{}" y="{}" class="{}" font-family="{}" font-size="{}" fill="{}" '
        'text-anchor="{}" font-weight="{}">{}</text>',
        *(round(x, 1), round(y, 1), f"f{look.number}" if look else name, FONT, SIZE),
        *(look.colour if look else TEXTS[name], more.get("anchor", "start")),
        *("700" if more.get("bold") else "400", text),
    )


def point(x: float, y: float, size: float, look: Look, *, is_filled: bool) -> SafeString:
    """The sign of a series at a place, filled or open."""
    fill, name = (look.colour, f"f{look.number}") if is_filled else (PAPER, "hole")
    shape = _SHAPES.get(look.sign, _circle)(x, y, size)
    return formatted(
        '<{} class="{} l{}" fill="{}" stroke="{}" stroke-width="2"/>',
        *(shape, name, look.number, fill, look.colour),
    )


def cross(x: float, y: float, size: float) -> SafeString:
    """The mark of a value that was corrected."""
    wide = 2 * size
    line = f"M{x - size} {y - size}l{wide} {wide}M{x - size} {y + size}l{wide} -{wide}"
    return formatted(
        '<path d="{}" class="was" stroke="{}" stroke-width="2" fill="none"/>', line, INK
    )


def drawing(parts: Iterable[str], size: tuple[float, float], title: str, **more) -> SafeString:
    """A whole drawing: an image named by its title, which the PDF's tags take; `look` is its
    class, `description` what is to be seen in it, `inside` what else it begins with."""
    described = more.get("description", "")
    return formatted(
        '<svg class="{0}" role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {1} {2}" '
        'width="{1}" height="{2}"><title>{3}</title>{4}{5}</svg>',
        more.get("look", ""),
        *(f"{number:g}" for number in size),
        title,
        formatted("<desc>{}</desc>", described) if described else "",
        mark_safe("".join(parts)),
    )


def _circle(x, y, size):
    return formatted('circle cx="{}" cy="{}" r="{}"', x, y, size)


def _square(x, y, size):
    wide = 2 * size
    left, top = round(x - size, 1), round(y - size, 1)
    return formatted('rect x="{}" y="{}" width="{}" height="{}"', left, top, wide, wide)


def _diamond(x, y, size):
    by = round(size * 1.3, 1)
    return formatted('path d="M{} {}l{} {}l-{} {}l-{} -{}z"', x, round(y - by, 1), *[by] * 6)


def _triangle(x, y, size):
    by = round(size * 1.3, 1)
    return formatted('path d="M{} {}l{} {}h-{}z"', x, round(y - by, 1), by, 2 * by, 2 * by)


def _wedge(x, y, size):
    by = round(size * 1.3, 1)
    return formatted('path d="M{} {}l-{} -{}h{}z"', x, round(y + by, 1), by, 2 * by, 2 * by)


_SHAPES = {"square": _square, "diamond": _diamond, "triangle": _triangle, "wedge": _wedge}
