"""What tells series from each other: a colour, a dash and a sign each, so that a chart is read in
colour, in grey and in forced colours.

Attributes carry the colours of print, which WeasyPrint takes; classes let a page's sheet replace
them in the dark and in forced colours.
"""

from dataclasses import dataclass

INK, QUIET, HAIR, PAPER = "#0b0c0c", "#484949", "#d3d9d9", "#ffffff"
FONT = "Liberation Sans, Lohit Bengali, WenQuanYi Micro Hei, Amiri, Arial, sans-serif"


@dataclass(frozen=True)
class Look:
    """How a series is drawn: the number of its classes (`f1`, `l1`), its colour in print, the dash
    of its line and the sign of its points."""

    number: str
    colour: str
    dash: str
    sign: str


# Each has 4.5 to 1 or more against white, since names of series are written in it.
LOOKS = (
    Look("1", "#0b4f54", "none", "circle"),
    Look("2", "#b4540a", "9 4", "square"),
    Look("3", "#6b3a5b", "2 4", "diamond"),
    Look("4", "#1b5fa8", "12 4 2 4", "triangle"),
    Look("5", "#3f5b1e", "5 3", "wedge"),
)
# England or neighbours, and a target: what a series is compared with has no colour of its own.
REFERENCE = Look("r", "#57606a", "8 5", "square")
TARGET = Look("t", INK, "2 5", "none")


def look_of(place: int) -> Look:
    """The look of the series of that place, in turn."""
    return LOOKS[place % len(LOOKS)]
