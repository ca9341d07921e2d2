"""What every Word file of ours is made of: runs, paragraphs, relations, the zipped package.

A file holds what it is given and nothing else: the same parts make the same bytes, whenever they
are put together (ECMA-376, part 1).
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SCHEMA = (
    f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{OFFICE}"'
)
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_APPLICATION = "application/vnd.openxmlformats"
# The earliest day that a zip file can say.
_WHEN = (1980, 1, 1, 0, 0, 0)
# What XML 1.0 has no sign for: a reader would refuse the whole file.
_UNSAYABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escape_text(words: str) -> str:
    """`words` as the text of an element."""
    return escape(_UNSAYABLE.sub("", words))


def quoted(text: str) -> str:
    """`words` as the value of an attribute, in its quotation marks."""
    return quoteattr(_UNSAYABLE.sub("", text))


def run(words: str, settings: str = "") -> str:
    """A run of words; `settings` are the elements of its properties, in the schema's order."""
    inner = f"<w:rPr>{settings}</w:rPr>" if settings else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape_text(words)}</w:t></w:r>'


def paragraph(runs: str, style: str = "", settings: str = "") -> str:
    """A paragraph of `runs`; `settings` stand after its style in its properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{settings}</w:pPr>{runs}</w:p>"


def bookmark(number: int, name: str, runs: str) -> str:
    """`runs` with a bookmark around them; `number` is its own in the file."""
    opening = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{opening}{runs}<w:bookmarkEnd w:id="{number}"/>'


def relations(rows: Sequence[tuple[str, str, str, bool]]) -> str:
    """The part that says what another leads to: rows of name, kind, target, and whether the target
    lies outside the file. A kind that is no whole address is one of the office's own."""
    made = "".join(
        f'<Relationship Id="{name}" Type="{kind if "/" in kind else f"{OFFICE}/{kind}"}" '
        f"Target={quoted(target)}" + (' TargetMode="External"/>' if outside else "/>")
        for name, kind, target, outside in rows
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def content_types(parts: Mapping[str, str]) -> str:
    """The part that says of what type each other is: name → what stands after `application/vnd.
    openxmlformats`, as in `-officedocument.wordprocessingml.styles`."""
    made = "".join(
        f'<Override PartName="/{name}" ContentType="{_APPLICATION}{kind}+xml"/>'
        for name, kind in parts.items()
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{_APPLICATION}-package.relationships+xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{made}</Types>'
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """The bytes of a file of these parts, name → text or picture, in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, text in parts.items():
            content = text if isinstance(text, bytes) else text.encode()
            file.writestr(zipfile.ZipInfo(name, _WHEN), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
