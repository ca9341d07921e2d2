"""What may be attached: files of a few kinds, known by what they hold and not by their names.

Nothing with macros, no program by another name, nothing that unpacks into far more than it is.
"""

import io
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePath

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 120 * 1024 * 1024
MOST_ENTRIES = 3_000
LONGEST_NAME = 120
PIECE = 256 * 1024
ALLOWED = (
    "Attach a PDF, a Word, Excel or OpenDocument text file, a PNG or JPEG picture, or plain text"
)
# What a file of another kind begins with → what it is called.
FOREIGN = (
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"#!", "a script"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Office file, or one locked with a password"),
    (b"GIF8", "a GIF picture"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x1f\x8b", "an archive"),
)
PROGRAMS = tuple(sign for sign, text in FOREIGN if "program" in text)
MACROS = ("vbaproject.bin", "vbadata.xml")
MACRO_FOLDERS = ("basic/", "scripts/", "xl/macrosheets/", "xl/dialogsheets/")


@dataclass(frozen=True)
class Kind:
    """A kind of file that may be attached."""

    slug: str
    words: str
    endings: tuple[str, ...]
    content_type: str

    @property
    def said(self):
        """Its words as a sentence has them, such as “an Excel file”."""
        if self.slug == "txt":
            return self.words
        return f"{'an' if self.words[0] in 'EO' else 'a'} {self.words}"


PDF = Kind("pdf", "PDF", (".pdf",), "application/pdf")
PNG = Kind("png", "PNG picture", (".png",), "image/png")
JPEG = Kind("jpeg", "JPEG picture", (".jpg", ".jpeg"), "image/jpeg")
TEXT = Kind("txt", "plain text", (".txt",), "text/plain; charset=utf-8")
OFFICE = "application/vnd.openxmlformats-officedocument"
DOCX = Kind("docx", "Word file", (".docx",), f"{OFFICE}.wordprocessingml.document")
XLSX = Kind("xlsx", "Excel file", (".xlsx",), f"{OFFICE}.spreadsheetml.sheet")
ODT = Kind("odt", "OpenDocument text", (".odt",), "application/vnd.oasis.opendocument.text")
KINDS = {item.slug: item for item in (PDF, DOCX, XLSX, ODT, PNG, JPEG, TEXT)}
# What a package's list of contents says of its main part.
MAIN_PARTS = (
    (DOCX, "word/document.xml", b"wordprocessingml.document.main+xml"),
    (XLSX, "xl/workbook.xml", b"spreadsheetml.sheet.main+xml"),
)


class NotAttachable(ValueError):
    """The file may not be attached; the text is one sentence: what is wrong, what to do."""


def kind_of(name, content):
    """The `Kind` of the file `name` of `content` (bytes); raises `NotAttachable`, saying why."""
    if not content:
        raise NotAttachable("The file is empty: choose the file with the document")
    if len(content) > MOST_BYTES:
        raise NotAttachable(f"The file must be {MOST_BYTES // 1024 // 1024} MB or smaller")
    kind = _by_content(content)
    if PurePath(name.casefold()).suffix not in kind.endings:
        raise NotAttachable(
            f"The file is {kind.said} by its content, but its name does not end in "
            f"{' or '.join(kind.endings)}: save it under a name that does"
        )
    return kind


def tidy(name):
    """A file's name without folders and without signs that hide or turn what stands beside them,
    `LONGEST_NAME` long at most, its ending kept."""
    bare = PurePath(name.replace("\\", "/")).name
    display = "".join(item for item in bare if unicodedata.category(item)[0] != "C").strip(" .")
    stem, ending = PurePath(display).stem or "file", PurePath(display).suffix
    return f"{stem[: LONGEST_NAME - len(ending)]}{ending}"


def why_not_again(clash):
    """The sentence that refuses the same file twice, or None; `taken` is the one that is there."""
    return f"This file is attached already, as “{clash.title}”" if clash else None


def _by_content(content):
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
        return PNG
    if content.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in content:
        return JPEG
    for sign, text in FOREIGN:
        if content.startswith(sign):
            raise NotAttachable(f"The file is {text}. {ALLOWED}")
    if _is_text(content):
        return TEXT
    raise NotAttachable(f"The file is of another kind than can be kept. {ALLOWED}")


def _is_text(content):
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return all(sign in "\t\n\r\f" or unicodedata.category(sign) != "Cc" for sign in text)


def _packed(content):
    broken = NotAttachable("The file cannot be unpacked: it is damaged, so save it again")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _refuse_what_is_inside(package)
            return _kind_of_package(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        if isinstance(error, NotAttachable):
            raise
        raise broken from error
    # What asks for a password or for a way of packing that nobody here has.
    except (RuntimeError, NotImplementedError) as error:
        raise broken from error


def _refuse_what_is_inside(package):
    entries = package.infolist()
    if len(entries) > MOST_ENTRIES:
        raise NotAttachable(f"The file has more than {MOST_ENTRIES:,} parts: save it as a PDF")
    names = [entry.filename.casefold() for entry in entries]
    if any(name.endswith(MACROS) or name.startswith(MACRO_FOLDERS) for name in names):
        raise NotAttachable("The file contains macros: save it without them, or as a PDF")
    left = MOST_UNPACKED
    for entry in entries:
        left -= _unpacked(package, entry, left)


def _unpacked(package, entry, left):
    # Counted while it is unpacked: what a package says of its own size may be untrue.
    size = 0
    with package.open(entry) as part:
        while piece := part.read(PIECE):
            if not size and piece.startswith(PROGRAMS):
                raise NotAttachable("The file contains a program: save it without it, or as a PDF")
            size += len(piece)
            if size > left:
                raise NotAttachable("The file unpacks into far more than it is: save it as a PDF")
    return size


def _kind_of_package(package):
    names = package.namelist()
    if "mimetype" in names and package.read("mimetype").strip() == ODT.content_type.encode():
        return ODT
    contents = package.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
    if b"macroenabled" in contents.lower():
        raise NotAttachable("The file contains macros: save it without them, or as a PDF")
    for kind, part, main in MAIN_PARTS:
        if part in names and main in contents:
            return kind
    raise NotAttachable(f"The file is an archive or another kind of package. {ALLOWED}")
