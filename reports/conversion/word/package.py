"""A Word document's package, opened only when its directory shows that it may be."""

import io
import zipfile
import zlib
from xml.etree import ElementTree

from assurance.tables.refused_files import MACROS
from reports.conversion.results import NotAPaper
from reports.conversion.sources import GIVE, LARGEST_FILE, MEGABYTE

LARGEST_PART, LARGEST_UNPACKED = 40 * MEGABYTE, 200 * MEGABYTE
MOST_PARTS, DEEPEST = 3_000, 250
PIECE = 1 << 16
MAIN = "word/document.xml"
DAMAGED = (
    "The document is damaged or was cut off on its way. Open it in Word, save it again and choose "
    "it again."
)
SWOLLEN = (
    "The document is far too large for a report, and is not opened. Copy its text into a new "
    "document and save that."
)
LOCKED = "The document is protected by a password. Save it without one and try again."
_OTHERS = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a presentation"),
    ("META-INF/manifest.xml", "an OpenDocument file"),
)
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class Package:
    """The parts of a Word document. Raises `NotAPaper` for what is none or may not be opened."""

    def __init__(self, data: bytes):
        if len(data) > LARGEST_FILE:
            raise NotAPaper(
                f"The document is larger than {LARGEST_FILE // MEGABYTE} MB. Take its pictures out "
                "and save it again."
            )
        try:
            self.zipped = zipfile.ZipFile(io.BytesIO(data))
        except _UNREADABLE as fault:
            raise NotAPaper(DAMAGED) from fault
        self.names = {item.filename for item in self.zipped.infolist()}
        if why := self._why_not():
            raise NotAPaper(why)
        if b"macroenabled" in self.bytes_of("[Content_Types].xml").lower():
            raise NotAPaper(_macros())

    def xml(self, name: str) -> ElementTree.Element | None:
        """The root of a part, or None where the document has no such part."""
        if name not in self.names:
            return None
        parser = ElementTree.XMLParser(target=_Plain())
        try:
            parser.feed(self.bytes_of(name))
            return parser.close()
        except (ElementTree.ParseError, LookupError, ValueError) as fault:
            if isinstance(fault, NotAPaper):
                raise
            raise NotAPaper(DAMAGED) from fault

    def bytes_of(self, name: str) -> bytes:
        """The bytes of a part, never more than may be read."""
        if name not in self.names:
            return b""
        read, size = [], 0
        try:
            with self.zipped.open(name) as part:
                while piece := part.read(PIECE):
                    read.append(piece)
                    size += len(piece)
                    if size > LARGEST_PART:
                        raise NotAPaper(SWOLLEN)
        except NotAPaper:
            raise
        except _UNREADABLE as fault:
            raise NotAPaper(DAMAGED) from fault
        except RuntimeError as fault:
            raise NotAPaper(LOCKED) from fault
        return b"".join(read)

    def links(self) -> dict[str, str]:
        """The addresses outside the document that its main part leads to, by their names in it."""
        root = self.xml("word/_rels/document.xml.rels")
        rows = () if root is None else root
        return {
            row.get("Id", ""): row.get("Target", "")
            for row in rows
            if row.get("TargetMode") == "External"
        }

    def _why_not(self):
        parts = self.zipped.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            return SWOLLEN
        if len(self.names) < len(parts):
            return DAMAGED
        if any(name.lower().endswith(MACROS) for name in self.names):
            return _macros()
        if MAIN in self.names:
            return ""
        for beginning, what in _OTHERS:
            if any(name.startswith(beginning) for name in self.names):
                return f"The file is {what}, not a Word document. {GIVE}"
        return f"The file is an archive or another kind of package. {GIVE}"


class _Plain(ElementTree.TreeBuilder):
    """Builds a tree of no great depth from XML without declarations."""

    depth = 0

    def start(self, tag, attributes):
        self.depth += 1
        if self.depth > DEEPEST:
            raise NotAPaper(DAMAGED)
        return super().start(tag, attributes)

    def end(self, tag):
        self.depth -= 1
        return super().end(tag)

    def doctype(self, _name, _public, _system):
        """No Word document has one: entities could swell without end."""
        raise NotAPaper(DAMAGED)


def _macros():
    return (
        "The document has macros, which are programs, and is not opened. Save it as a Word "
        "document without macros (.docx)."
    )
