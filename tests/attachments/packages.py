"""Files as programs make them, small: packages of Office and OpenDocument, pictures, and worse."""

import io
import struct
import zipfile

from assurance.attachments.rules import ODT

PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + bytes(17)
JPEG = b"\xff\xd8\xff\xe0" + bytes(20) + b"\xff\xd9"
PROGRAM = b"MZ\x90\x00" + bytes(200)
MAIN = {
    "docx": ("word/document.xml", "wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
}


def package(parts, packing=zipfile.ZIP_DEFLATED):
    """The bytes of a package of `parts`, name → content."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", packing) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return held.getvalue()


def office(kind, more=None, contents=""):
    """A Word or Excel file with `more` parts; `contents` goes into its list of contents."""
    part, main = MAIN[kind]
    said = f'<Types><Override ContentType="application/vnd.{main}"/>{contents}</Types>'
    return package({"[Content_Types].xml": said, part: "<x/>", **(more or {})})


def text_document(more=None):
    """An OpenDocument text."""
    return package({"mimetype": ODT.content_type, "content.xml": "<x/>", **(more or {})})
