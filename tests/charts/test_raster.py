"""Drawings as PNG pictures: each mark is where the drawing has it, in its colour."""

import io

import pytest
from PIL import Image

from assurance.charts import raster, svg
from assurance.charts.palette import HAIR, INK, LOOKS, PAPER

FIRST, SECOND = LOOKS[:2]


def picture(*parts, size=(100, 60)):
    """The picture of marks, as a function from a place of the drawing to its colour there."""
    with Image.open(io.BytesIO(raster.png_of(str(svg.drawing(parts, size, "Title"))))) as image:
        pixels = image.convert("RGB")
    assert pixels.size == tuple(side * raster.SCALE for side in size)
    return lambda x, y: "#" + bytes(pixels.getpixel((round(x * 2), round(y * 2)))).hex()


@pytest.mark.parametrize(
    ("part", "inside", "outside", "colour"),
    [
        (svg.area("M10 10h40v20h-40z", FIRST), (30, 20), (60, 20), FIRST.colour),
        (svg.area("M10 10H50V30H10z", SECOND), (49, 29), (52, 20), SECOND.colour),
        (svg.path("M10 20L90 20", FIRST, 4), (50, 20), (50, 26), FIRST.colour),
        (svg.rule("M10 40h80", "hair"), (50, 40), (50, 43), HAIR),
        (svg.point(50, 30, 8, FIRST, is_filled=True), (50, 30), (65, 30), FIRST.colour),
        (svg.point(50, 30, 8, FIRST, is_filled=False), (42, 30), (50, 30), FIRST.colour),
        (svg.point(50, 30, 8, SECOND, is_filled=True), (44, 24), (70, 30), SECOND.colour),
        (svg.point(50, 30, 8, LOOKS[2], is_filled=True), (50, 30), (38, 22), LOOKS[2].colour),
        (svg.point(50, 30, 8, LOOKS[3], is_filled=True), (50, 32), (42, 22), LOOKS[3].colour),
        (svg.point(50, 30, 8, LOOKS[4], is_filled=True), (50, 28), (42, 38), LOOKS[4].colour),
        (svg.cross(50, 30, 8), (50, 30), (50, 36), INK),
        ('<g transform="translate(20 10)"><rect width="9" height="9" fill="#6b3a5b"/></g>',
         (24, 14), (8, 4), "#6b3a5b"),
    ],
)  # fmt: skip
def test_a_mark_is_in_its_place_and_colour(part, inside, outside, colour):
    at = picture(part)
    assert near(at(*inside), colour) and near(at(*outside), PAPER)


def near(one, other):
    """Whether two colours look alike: edges are smoothed and colours are few."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return all(abs(mine - theirs) < 24 for mine, theirs in pairs)


def test_words_begin_end_or_are_centred_at_their_place():
    for anchor, left, right in (
        ("start", False, True),
        ("middle", True, True),
        ("end", True, False),
    ):
        at = picture(svg.label(50, 40, "MMM", anchor=anchor, bold=True))
        dark = [x for x in range(1, 99) if any(not near(at(x, y), PAPER) for y in range(28, 41))]
        assert dark and (min(dark) < 48, max(dark) > 52) == (left, right)


def test_a_dashed_line_has_gaps_all_along():
    at = picture(svg.path("M5 10L95 10", SECOND, 3))
    marks = "".join("-" if near(at(x, 10), SECOND.colour) else " " for x in range(6, 94))
    assert 5 <= len(marks.split()) <= 8 and max(map(len, marks.split())) <= 10


def test_the_same_drawing_is_the_same_picture_and_few_are_kept():
    one = str(svg.drawing([svg.area("M0 0h9v9z", FIRST)], (20, 20), "Title"))
    first = raster.png_of(one)
    raster.png_of.cache_clear()
    assert raster.png_of(one) == first
    assert raster.png_of.cache_info().maxsize == raster.MOST_KEPT


def test_without_the_fonts_of_print_another_is_taken(monkeypatch):
    monkeypatch.setattr(raster, "_FILES", {"400": "no-such.ttf"})
    raster._font.cache_clear()
    assert raster._font("400", 14).getlength("words") > 0
    raster._font.cache_clear()
