"""The bytes of a file as a source: text of any encoding, or a Word document; all else refused."""

import re

from assurance.tables.refused_files import BEGINNINGS, ENCRYPTED, OLE, SHORT, ZIP
from assurance.tables.separated_values import decoded
from assurance.tables.table import NotATable
from reports.conversion.lines import markup
from reports.conversion.results import NotAPaper, Source, UnplacedText

MEGABYTE = 1024 * 1024
LARGEST_TEXT, LARGEST_FILE = 2 * MEGABYTE, 30 * MEGABYTE
GIVE = "Give the report as a Word document (.docx) or as plain text (.txt, .md)."
_PAGE = re.compile(rb"\s*<(!doctype|html|\?xml|head|svg)\b", re.IGNORECASE)


def is_word(data: bytes) -> bool:
    """Whether the bytes are a package, as a Word document is; anything else is read as text."""
    return data.startswith(ZIP)


def text_source(data: bytes) -> Source:
    """A text file as lines. Raises `NotAPaper` for what is no text, is empty or too long."""
    why = _why_not_text(data)
    if why:
        raise NotAPaper(why)
    try:
        text, _ = decoded(data)
    except NotATable as fault:
        raise NotAPaper(f"The file is damaged or is not text. {GIVE}") from fault
    text, clash = markup.whole(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise NotAPaper(f"The file has no words. {GIVE}")
    text = re.sub(r"[\v\x85\u2028\u2029]", "\n", text)
    lines = text.split("\n")
    missed = [UnplacedText("the file", text, why) for text, why in clash]
    return Source(_without_wide_indent(lines), missed=missed)


def _why_not_text(data):
    if not data.strip():
        return f"The file is empty. {GIVE}"
    if data.startswith(OLE):
        if ENCRYPTED in data:
            return "The document is protected by a password. Save it without one and try again."
        return (
            "The file is a document of an old kind (.doc). Open it in Word and save it as a Word "
            "document (.docx)."
        )
    if data.startswith(b"{\\rtf"):
        return "The file is rich text (.rtf). Open it in Word and save it as a document (.docx)."
    for beginning, what in BEGINNINGS:
        goes_on = beginning not in SHORT or any(byte < 9 for byte in data[2:200])
        if data.startswith(beginning) and goes_on:
            return f"The file is {what}, not what its name suggests. {GIVE}"
    if _PAGE.match(data[:200].removeprefix(b"\xef\xbb\xbf")):
        return f"The file is a web page or XML. Open it in Word and save it as a document. {GIVE}"
    if len(data) > LARGEST_TEXT:
        return (
            f"The text is larger than {LARGEST_TEXT // MEGABYTE} MB, which is too large for a "
            "report. Split it into separate reports."
        )
    return ""


def _without_wide_indent(lines):
    """The lines without the margin that all of them share."""
    widths = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    margin = min(widths, default=0)
    return [line[margin:] for line in lines] if margin else lines
