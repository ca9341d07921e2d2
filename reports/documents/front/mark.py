"""The picture of a council's mark, as it is frozen with a document."""

import base64

from reports.documents.front.kinds import Brand

PREFIX = "data:image/png;base64,"


def address_of(png: bytes) -> str:
    """The `data:` address of a PNG picture."""
    return PREFIX + base64.b64encode(png).decode()


def picture_of(brand: Brand) -> bytes:
    """The PNG picture of the mark; empty where the council has none."""
    return base64.b64decode(brand.mark.removeprefix(PREFIX)) if brand.mark else b""


def size_of(png: bytes) -> tuple[int, int]:
    """(width, height) of a PNG picture, from its head (ISO/IEC 15948, 11.2.2)."""
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])
