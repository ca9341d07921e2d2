"""How many pages a PDF has that was made here, without a library that reads PDF."""

import re
import zlib
from collections.abc import Iterator

from assurance.runtime.digits import whole

_STREAM = re.compile(rb"/ObjStm.*?stream\r?\n", re.S)
_PAGES = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)|/Count\s+(\d+)[^>]*?/Type\s*/Pages\b")


def page_count(content: bytes) -> int:
    """The pages of the PDF `content`; 0 where it does not tell them in the way ours do."""
    counts = [
        whole((match[1] or match[2]).decode())
        for part in _parts(content)
        for match in _PAGES.finditer(part)
    ]
    return max(counts, default=0)


def _parts(content) -> Iterator[bytes]:
    """The file itself, and what its compressed objects contain (ISO 32000-1, 7.5.7)."""
    yield content
    for match in _STREAM.finditer(content):
        try:
            yield zlib.decompressobj().decompress(content[match.end() :])
        except zlib.error:
            continue
