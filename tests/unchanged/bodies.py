"""An answer as it is compared: what is said, without what belongs to one request."""

import hashlib
import io
import re
import zipfile
from html import unescape

# Marks against forgery, marks of one request, the space that a disk has left, and a file's digest
# within the name it is served by.
OF_ONE_REQUEST = (
    (re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]*'), r"\1"),
    (re.compile(r'("X-CSRFToken": ")[^"]*'), r"\1"),
    (re.compile(r"(X-CSRFToken&quot;: &quot;)[^&]*"), r"\1"),
    (re.compile(r'(\bnonce=")[^"]*'), r"\1"),
    (re.compile(r'("free_megabytes": )\d+'), r"\1"),
    (re.compile(r"(/static/[\w./-]+?)\.[0-9a-f]{12}(\.\w+)"), r"\1\2"),
)
TEXT = ("/json", "+json", "/xml", "+xml", "/javascript")
ZIP = b"PK\x03\x04"
MOMENT = re.compile(rb"(?<=W3CDTF\">)[\dT:Z-]+(?=<)")


def sha256(content: bytes) -> str:
    """The SHA-256 of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def is_text(response) -> bool:
    """The body of an answer is lines of text."""
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    return kind.startswith("text/") or kind.endswith(TEXT)


def content_of(response) -> bytes:
    """The bytes of an answer, of text its lines without indentation and empty lines."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if content.startswith(ZIP):
        return b"\n".join(_members(content))
    if not is_text(response):
        return content
    text = content.decode("utf-8")
    for pattern, replacement in OF_ONE_REQUEST:
        text = pattern.sub(replacement, text)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()).encode()


def head(response) -> str:
    """Status, type of content, and the address that it leads to where there is one."""
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    parts = [str(response.status_code), kind, response.headers.get("Location", "")]
    return " ".join(filter(None, parts))


def title(text: str) -> str:
    """The first heading of a page, or its title; nothing where it is no page."""
    match = re.search(r"(?s)<h1[^>]*>(.*?)</h1>", text) or re.search(r"(?s)<title>(.*?)<", text)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", match[1])).split()) if match else ""


def _members(content):
    # Word files and workbooks made for one request are dated by the real clock, in their members
    # and in their properties.
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for member in archive.infolist():
            yield member.filename.encode()
            yield MOMENT.sub(b"", archive.read(member))
