"""The names by which a Word file of a section knows its blocks and figures again: bookmarks around
the blocks, tags on the figures."""

import hashlib
import re

from assurance.runtime.digits import whole

NOTE = "candour_note"
_BOOKMARK = re.compile(r"candour_(\d{1,9})_(\d{1,6})(_h)?")
_TAG = "candour."
# What a tag of Word may hold at most is 64 letters.
_LETTERS = 16


def bookmark(section: int, place: int) -> str:
    """The bookmark around the block at `place` of the asked section numbered `section`."""
    return f"candour_{section}_{place}"


def heading_of(name: str) -> str:
    """The bookmark of the heading at the start of the paragraph that `name` stands around."""
    return f"{name}_h"


def read_bookmark(name: str) -> tuple[int, int, bool] | None:
    """(section, place, whether it is of the heading) of a bookmark of ours, or None."""
    match = _BOOKMARK.fullmatch(name)
    return (whole(match[1]), whole(match[2]), bool(match[3])) if match else None


def tag(token: str) -> str:
    """The tag of a figure or citation, as written in double square brackets."""
    return _TAG + hashlib.sha256(token.encode()).hexdigest()[:_LETTERS]
