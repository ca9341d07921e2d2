"""What a file is by its first bytes, whatever its name; all but text and workbooks are refused."""

import io
import re
import zipfile
import zlib

from assurance.tables import limits
from assurance.tables.clean import clean
from assurance.tables.table import NotATable

TEXT, WORKBOOK = "text", "workbook"
GIVE = "Give the table as a CSV file or an Excel workbook (.xlsx)."

# What a file begins with → what it is.
BEGINNINGS = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"BM", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xfe\xed\xfa", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"#!", "a program"),
    (b"{\\rtf", "a text document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a data file for programs"),
    (b"ID3", "a recording"),
)
# Two letters may begin a heading too; a file of the kind goes on with bytes that no text has.
SHORT = (b"MZ", b"BM")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
MARKUP = re.compile(rb"\s*<(!doctype|html|table|\?xml|head|meta|svg)\b", re.IGNORECASE)
JSON = re.compile(rb'\s*(\{\s*"|\[\s*[\[{])')
LOCKED = (
    "The workbook is protected by a password. Save it without a password, or give it as a CSV file."
)
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
LOOKED_AT = 20_000
CUT_OFF = "The workbook is damaged or was cut off on its way. Save it again and choose it again."
MACROS = ("vbaproject.bin", "vbadata.xml")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OLD_WORKBOOKS = ("Workbook".encode("utf-16-le"), "Book\0".encode("utf-16-le"))


# A name that ends so starts a program where somebody opens it, whatever stands in it.
PROGRAMS = frozenset(
    ("exe", "com", "bat", "cmd", "scr", "pif", "msi", "dll", "jar", "js", "jse", "vbs", "vbe")
    + ("wsf", "wsh", "ps1", "psm1", "sh", "hta", "lnk", "reg", "cpl", "app", "apk", "iso")
    + ("msp", "msix", "vb", "ws", "xll", "chm", "scf", "url", "py", "pyw", "pl", "rb", "deb")
    + ("rpm", "dmg", "pkg", "img", "run")
)
# Windows drops these from the end of a name, and starts what is left.
DROPPED = ". "


def refuse_program(name):
    """Raises `NotATable` for a file whose name ends as a program's does."""
    name = clean(name).rstrip(DROPPED)
    ending = name.rpartition(".")[2].strip().lower()
    if "." in name and ending in PROGRAMS:
        raise NotATable(
            f"The file’s name ends in .{ending}, as a program’s does, and it is not opened. Look "
            "where it came from; export the table again as a CSV file or a workbook."
        )


def kind_of(content):
    """`TEXT` or `WORKBOOK` for the bytes of a file; raises `NotATable` for all else."""
    if not content:
        raise NotATable("The file is empty. Export it again and look whether it opens.")
    refuse_larger(len(content))
    if content.startswith(ZIP):
        return WORKBOOK
    _refuse_others(content)
    return TEXT


def refuse_larger(size):
    """Raises `NotATable` for a file of more bytes than may be read; asked before it is."""
    if size > limits.LARGEST_FILE:
        most = limits.LARGEST_FILE // limits.MEGABYTE
        raise NotATable(f"The file is larger than {most} MB. Split it into several files.")


def package_of(content):
    """The `ZipFile` of a workbook that may be opened by its own directory; else `NotATable`."""
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise NotATable(CUT_OFF) from error
    names = {part.filename.lower() for part in package.infolist()}
    if len(names) < len(package.infolist()):
        # Two parts of one name: another reader could take the other one.
        raise NotATable(CUT_OFF)
    _refuse_bomb(package.infolist(), len(content))
    _refuse_other_packages(package)
    return package


def _refuse_others(content):
    if content.startswith(OLE):
        raise NotATable(_why_not_ole(content))
    for beginning, what in BEGINNINGS:
        if content.startswith(beginning) and _goes_on(content, beginning):
            raise NotATable(
                f"The file is {what}, not a table, although its name suggests one. {GIVE}"
            )
    if MARKUP.match(content[:200].removeprefix(b"\xef\xbb\xbf")):
        raise NotATable(
            "The file is a web page or XML, not a table. Open it in Excel and save it as an Excel "
            "workbook (.xlsx)."
        )
    if JSON.match(content[:200]):
        raise NotATable(f"The file is JSON, not a table. {GIVE}")


def _goes_on(content, beginning):
    return beginning not in SHORT or any(byte < 9 for byte in content[2:200])


def _why_not_ole(content):
    if ENCRYPTED in content:
        return LOCKED
    if any(name in content for name in OLD_WORKBOOKS):
        return (
            "The file is a workbook of an old kind (.xls). Open it in Excel and save it as an "
            "Excel workbook (.xlsx)."
        )
    return f"The file is an old Office document, not a table. {GIVE}"


def _refuse_bomb(parts, length):
    unpacked = sum(part.file_size for part in parts)
    ratio = unpacked / max(length, 1)
    swollen = unpacked > limits.RATIO_MATTERS_FROM and ratio > limits.LARGEST_RATIO
    if unpacked > limits.LARGEST_UNPACKED or swollen or len(parts) > limits.MOST_PARTS:
        raise NotATable(
            "The workbook unpacks to far more than a table needs, and is not opened. Copy "
            "the table into a new workbook and save that."
        )


def _refuse_other_packages(package):
    names = {name.lower() for name in package.namelist()}
    if any(name.endswith(MACROS) for name in names) or any(
        name.startswith(("basic/", "scripts/")) for name in names
    ):
        raise NotATable(
            "The workbook contains macros, which are programs, and is not opened. Save it as "
            "an Excel workbook without macros (.xlsx)."
        )
    if "xl/workbook.bin" in names:
        raise NotATable(
            "The file is a binary workbook (.xlsb). Open it in Excel and save it as an Excel "
            "workbook (.xlsx)."
        )
    if any(name.startswith("word/") for name in names):
        raise NotATable(f"The file is a Word document, not a table. {GIVE}")
    if any(name.startswith("ppt/") for name in names):
        raise NotATable(f"The file is a presentation, not a table. {GIVE}")
    if b"encryption-data" in _small_part(package, "META-INF/manifest.xml"):
        raise NotATable(LOCKED)
    if "xl/workbook.xml" not in names and not _is_ods(package):
        raise NotATable(
            "The file is a zip or a document without a workbook. Unpack it and choose the "
            f"tables in it one by one. {GIVE}"
        )


def _is_ods(package):
    kind = _small_part(package, "mimetype").strip()
    return "content.xml" in package.namelist() and kind.startswith(OPEN_DOCUMENT)


def _small_part(package, name):
    """The beginning of a part that says what the package is, empty where it cannot be read."""
    try:
        with package.open(name) as part:
            return part.read(LOOKED_AT)
    except (KeyError, zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError):
        return b""
