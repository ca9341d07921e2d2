"""The contrast of a council's colour, and pictures that are marks."""

import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from assurance.public_pages import colours
from assurance.public_pages.brand import pictures
from tests.make.public_pages import picture

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def ratio(colour):
    """The contrast with white by the words of WCAG 2.2, reckoned a second time."""
    shares = [value / 255 for value in bytes.fromhex(colour[1:])]
    parts = [one / 12.92 if one <= 0.04045 else pow((one + 0.055) / 1.055, 2.4) for one in shares]
    luminance = sum(one * two for one, two in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))
    return (1 + 0.05) / (luminance + 0.05)


@pytest.mark.parametrize(
    ("colour", "expected"), [("#ffffff", 1), ("#000000", 21), ("#767676", 4.54), ("#777777", 4.48)]
)
def test_contrast_is_that_of_the_guidelines(colour, expected):
    assert colours.contrast_with_white(colour) == pytest.approx(expected, abs=0.005)


@given(COLOURS)
def test_a_colour_is_refused_exactly_where_it_is_too_light(colour):
    assert colours.contrast_with_white(colour) == pytest.approx(ratio(colour))
    assert (colours.why_not_colour(colour) is None) == (ratio(colour) >= 4.5)


@given(COLOURS.filter(lambda colour: ratio(colour) < 4.5))
def test_a_refusal_names_the_ratio_and_a_colour_that_is_dark_enough(colour):
    sentence = colours.why_not_colour(colour)
    printed = sentence.partition("contrast of ")[2].partition(" to 1")[0]
    assert ratio(colour) - 0.1 <= float(printed) <= ratio(colour)
    proposed = sentence.rpartition(" ")[2]
    assert colours.why_not_colour(proposed) is None


@pytest.mark.parametrize("text", ["", "red", "#12345", "#1234567", "#12345g", "#0B4F54", "0b4f54"])
def test_what_is_no_colour_is_refused(text):
    assert colours.why_not_colour(text) == colours.NOT_A_COLOUR


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_written_anew_as_a_small_png(kind):
    made = pictures.mark_of(picture((900, 300), kind=kind))
    with Image.open(io.BytesIO(made)) as image:
        assert (image.format, image.size) == ("PNG", (400, 133))
        red, green, blue = image.convert("RGB").getpixel((10, 10))
    assert abs(red - 0x5B) < 4 and abs(green - 0x2A) < 4 and abs(blue - 0x6E) < 4


def test_transparency_becomes_white():
    made = pictures.mark_of(picture(colour=(0, 0, 0, 0), mode="RGBA"))
    with Image.open(io.BytesIO(made)) as image:
        assert image.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_nothing_of_the_file_but_its_colours_is_kept():
    about = PngImagePlugin.PngInfo()
    about.add_text("Comment", "drawn by a person with a name")
    buffer = io.BytesIO()
    Image.new("RGB", (30, 30), "#0b4f54").save(buffer, "PNG", pnginfo=about)
    content = buffer.getvalue() + b"<script>alert(1)</script>"
    assert b"with a name" in content
    made = pictures.mark_of(content)
    assert b"with a name" not in made and b"script" not in made


def test_a_picture_of_many_colours_is_kept_small():
    noise = io.BytesIO()
    Image.effect_noise((700, 700), 90).save(noise, "PNG")
    made = pictures.mark_of(noise.getvalue())
    assert len(made) <= pictures.MOST_KEPT
    with Image.open(io.BytesIO(made)) as image:
        assert max(image.size) == pictures.SIDES[-1]
    assert len(pictures.mark_of(picture((1000, 1000)))) <= pictures.MOST_KEPT


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
BROKEN = picture()[:40]


@pytest.mark.parametrize(
    "content",
    [b"", b"words", SVG, BROKEN, b"GIF89a" + bytes(40), picture(kind="GIF", mode="P", colour=1)],
    ids=["empty", "text", "svg", "broken", "gif-head", "gif"],
)
def test_what_is_no_png_or_jpeg_is_refused_with_what_to_do(content):
    with pytest.raises(pictures.NotMark, match="as PNG first"):
        pictures.mark_of(content)


def part(name, content):
    """A part of a PNG file."""
    body = name + content
    return len(content).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)


@pytest.mark.parametrize("side", [6_000, 20_000])
def test_a_picture_that_unpacks_into_too_much_is_refused(side):
    head = part(b"IHDR", side.to_bytes(4) * 2 + b"\x08\x02\x00\x00\x00")
    data = part(b"IDAT", zlib.compress(bytes(1000)))
    with pytest.raises(pictures.NotMark, match="25 million"):
        pictures.mark_of(b"\x89PNG\r\n\x1a\n" + head + data + part(b"IEND", b""))


def test_a_large_file_is_refused_before_it_is_read():
    with pytest.raises(pictures.NotMark, match="2 MB"):
        pictures.mark_of(b"\x89PNG" + bytes(pictures.MOST_BYTES))
