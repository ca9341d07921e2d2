"""A council's mark made safe: read as a picture, drawn anew on white, and written as a small PNG.

Nothing of the file that was uploaded is kept but its colours: no text, no profile, no program.
"""

import io
import struct
import zlib
from functools import lru_cache

from assurance.runtime.processes.lazy_modules import LazyModule

Image = LazyModule("PIL.Image")

MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 25_000_000
# The longest side and the bytes of what is kept: it is printed 30 mm wide, and frozen with reports.
SIDES = (400, 280, 200)
MOST_KEPT = 40 * 1024
COLOURS = 128
ON_PAGES = 96
READ = ("PNG", "JPEG")
TOO_BIG = "The file must be 2 MB or smaller"
NO_PICTURE = "Choose a PNG or JPEG picture. Save a mark of another kind, such as SVG, as PNG first"
TOO_MANY = "The picture has more than 25 million pixels: save it smaller"


class NotMark(ValueError):
    """The file is no mark; the text is one sentence: what is wrong, what to do."""


def mark_of(content: bytes) -> bytes:
    """The PNG picture of the uploaded `content`; raises `NotMark`, with the reason."""
    if len(content) > MOST_BYTES:
        raise NotMark(TOO_BIG)
    try:
        with Image.open(io.BytesIO(content), formats=READ) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NotMark(TOO_MANY)
            plain = _on_white(picture)
    except NotMark:
        raise
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error) as error:
        raise NotMark(NO_PICTURE) from error
    except Image.DecompressionBombError as error:
        raise NotMark(TOO_MANY) from error
    return _smallest(plain)


@lru_cache(maxsize=32)
def on_pages(content: bytes) -> bytes:
    """A kept mark, made small for the masthead of a page: twice the size of its place there."""
    with Image.open(io.BytesIO(content), formats=READ) as picture:
        small = picture.convert("RGB")
        small.thumbnail((ON_PAGES, ON_PAGES))
        return _png(small.quantize(COLOURS))


def _on_white(picture):
    """The colours of a picture, with white where it is transparent."""
    coloured = picture.convert("RGBA")
    ground = Image.new("RGBA", coloured.size, "white")
    return Image.alpha_composite(ground, coloured).convert("RGB")


def _smallest(picture):
    """The largest of the versions that is small enough to keep: the last always is, as it has a
    byte for each pixel at most."""
    for side in SIDES:
        copy = picture.copy()
        copy.thumbnail((side, side))
        for version in (copy, copy.quantize(COLOURS)):
            content = _png(version)
            if len(content) <= MOST_KEPT:
                return content
    return content


def _png(picture):
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
