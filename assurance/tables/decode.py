"""The bytes of a text file as text, whichever computer wrote them."""

import codecs
import re

from assurance.tables.table import NotATable

# UTF-32 first: its mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
LOOKED_AT = 4_000
WINDOWS = (
    "The file is not written in UTF-8 and was read as a Windows file: look whether letters with "
    "accents are right."
)
NULLS = (
    "The file holds null characters, so it is damaged or not a table. Open it in Excel, look "
    "whether it is whole, and save it as an Excel workbook (.xlsx)."
)
UNREADABLE = (
    "The file is not text in an encoding that is known here. Open it in Excel and save it as "
    "“CSV UTF-8” or as an Excel workbook (.xlsx)."
)
CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decoded(content):
    """The text of `content`, and the sentences that say how it was read; raises `NotATable`."""
    text, notices = _decoded(content)
    if "\0" in text:
        raise NotATable(NULLS)
    looked_at = text[:LOOKED_AT]
    if len(CONTROLS.findall(looked_at)) * 20 > len(looked_at):
        raise NotATable(UNREADABLE)
    return text, notices


def _decoded(content):
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _marked(content, encoding), []
    unmarked = _utf_16_without_mark(content[:LOOKED_AT])
    if unmarked:
        return _marked(content, unmarked), []
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return _not_utf_8(content, error)


def _marked(content, encoding):
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        # Cut off within a letter: the rows before it are whole.
        if len(content) - error.start <= 4:
            return content[: error.start].decode(encoding)
        raise NotATable(UNREADABLE) from error


def _utf_16_without_mark(start):
    """The encoding of UTF-16 without its mark, where every second byte is null; else nothing."""
    pairs = len(start) // 2
    if pairs < 2:
        return ""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if odd > pairs * 0.6 and even < pairs * 0.05:
        return "utf-16-le"
    if even > pairs * 0.6 and odd < pairs * 0.05:
        return "utf-16-be"
    return ""


def _not_utf_8(content, error):
    if len(content) - error.start < 4 and "unexpected end" in error.reason:
        return content[: error.start].decode("utf-8"), []
    try:
        return content.decode("cp1252"), [WINDOWS]
    except UnicodeDecodeError:
        raise NotATable(UNREADABLE) from error
