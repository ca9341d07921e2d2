"""Where the bytes of files that people bring lie: outside the database and the web's folders, named
by their digest, apart for each council."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.http.response import content_disposition_header


def place_of(council_slug: str, sha256: str) -> Path:
    """Where the bytes with this digest (hexadecimal) of a council lie."""
    return settings.ATTACHMENTS_ROOT / council_slug / sha256


def held_at(path: Path, sha256: str) -> bytes | None:
    """The bytes at `path`, or None where they are gone or are not those that were kept."""
    if not path.is_file():
        return None
    current = path.read_bytes()
    return current if hashlib.sha256(current).hexdigest() == sha256 else None


def write_file(path: Path, content: bytes) -> None:
    """Puts `content` at `path`, whole or not at all, once, readable by this program alone."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, other = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(other, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(other)


def given_away(content: bytes, media_type: str, name: str) -> HttpResponse:
    """The answer that hands `content` over as the file `name`, never shown as a page of ours."""
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(True, name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer
