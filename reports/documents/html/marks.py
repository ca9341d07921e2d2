"""What the drawings of a paper share: colours, type, words and the key of series."""

from django.utils.html import format_html
from django.utils.safestring import mark_safe

WIDTH = 640
LABELS = 250
ROW = 26
# A letter of the font in this size is hardly ever wider, digits and capitals with it.
LETTER = 8
INK = "#0b0c0c"
# Contrast with white 9.3, 4.6 and 8.8 to 1; neighbours differ in lightness for a reader without
# colour. The page's sheet has others in the dark, by the classes `c1` to `c3`.
COLOURS = ("#0b4f54", "#bc580b", "#6b3a5b")
FONT = "Liberation Sans, Lohit Bengali, WenQuanYi Micro Hei, Amiri, Arial, sans-serif"


def key(series, top):
    """A row per series with its colour, and the height with them."""
    rows = [
        format_html(
            '<rect x="{}" y="{}" width="14" height="14" class="{}" fill="{}"/>{}',
            LABELS,
            top + place * ROW + 4,
            *painted(place),
            text(LABELS + 20, top + place * ROW + 16, name),
        )
        for place, name in enumerate(series)
    ]
    return mark_safe("".join(rows)), top + len(rows) * ROW


def painted(place):
    """(class, colour) of the series of that place: the sheet's, and that of the PDF."""
    number = place % len(COLOURS)
    return f"c{number + 1}", COLOURS[number]


def text(x, y, words, anchor=""):
    """Words of a drawing at a place; they begin there, or stand about it (`middle`)."""
    return format_html(
        '<text x="{}" y="{}" class="ink" font-family="{}" font-size="14" fill="{}"{}>{}</text>',
        x,
        y,
        FONT,
        INK,
        mark_safe(' text-anchor="middle"' if anchor else ""),
        words,
    )
