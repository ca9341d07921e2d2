"""Copies of background papers, and annexes that are files."""

import re
import zlib
from dataclasses import dataclass
from datetime import date, timedelta

from assurance.attachments.rules import JPEG, PDF, PNG

BACKGROUND, ANNEX = "background", "annex"
# How everybody can read an annex: as it is, in another file, or not, with the reason.
ITSELF, ANOTHER, NOT = "itself", "another", "not"
# Background papers are open to the public for four years from the meeting (Local Government Act
# 1972, section 100D(2)).
YEARS_OPEN = 4
# Where a PDF says that it is tagged: in the open, or packed with other parts of its catalogue.
_TAGGED = b"/StructTreeRoot"
_PACKED = re.compile(rb"/ObjStm\b.*?stream\r?\n", re.DOTALL)
_MOST_UNPACKED = 4 * 1024 * 1024
_MOST_PACKED = 2_000
_KILO = 1024


@dataclass(frozen=True)
class UploadedFile:
    """A file as somebody brought it: its name there, and its bytes."""

    name: str
    content: bytes


def open_until(meeting: date) -> date:
    """The last day on which the background papers of a meeting are open."""
    year = meeting.year + YEARS_OPEN
    try:
        return meeting.replace(year=year) - timedelta(days=1)
    except ValueError:  # 29 February
        return date(year, 2, 28)


def why_not_background(has_copy: bool, reason: str) -> str:
    """The sentence that refuses a background paper, or an empty one."""
    if has_copy and reason.strip():
        return "A copy is kept, so leave out the reason why none is."
    if not has_copy and not reason.strip():
        return "Choose a copy to keep, or give the reason why none is kept."
    return ""


def why_not_annex(summary: str, how: str, has_form: bool, reason: str) -> str:
    """The sentence that refuses an annex that is a file; `how` is how everybody can read it."""
    if not summary.strip():
        return "Summarise the file in a few sentences."
    if how == ANOTHER and not has_form:
        return "Choose the file that everyone can read."
    if how == NOT and not reason.strip():
        return "Explain why there is no form that everyone can read."
    return ""


def why_not_itself(kind: str, content: bytes) -> str:
    """The sentence that refuses a file of `kind` as one that everybody can read, or none."""
    if kind in (PNG.slug, JPEG.slug):
        return "A picture needs a text for people who cannot see it: add a text form, or a reason."
    if kind == PDF.slug and not is_tagged(content):
        return "A screen reader cannot read this untagged PDF: add another form, or a reason."
    return ""


def is_tagged(content: bytes) -> bool:
    """Whether a PDF holds a tree of tags, as far as it can be told without drawing it."""
    if _TAGGED in content:
        return True
    for place, result in enumerate(_PACKED.finditer(content)):
        if place == _MOST_PACKED:
            return False
        if _TAGGED in _unpacked(content[result.end() :]):
            return True
    return False


def size_in_words(size: int) -> str:
    """`120 KB`, `2.4 MB`: a size of `size` bytes."""
    kilobytes = max(1, round(size / _KILO))
    if kilobytes < _KILO:
        return f"{kilobytes} KB"
    return f"{size / _KILO / _KILO:.1f} MB"


def _unpacked(packed):
    try:
        return zlib.decompressobj().decompress(packed, _MOST_UNPACKED)
    except zlib.error:
        return b""
