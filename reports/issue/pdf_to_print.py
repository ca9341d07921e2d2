"""The PDF of an edition as its page offers it for printing: where it is and how long."""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

from reports.documents.pdf.page_count import page_count
from reports.editions.models.editions import Edition, EditionFile
from reports.papers.addresses import edition_address


@dataclass(frozen=True)
class PdfToPrint:
    """A PDF: its address, the same in whole (empty where the installation does not know its own),
    its pages (0 where they are not known)."""

    address: str
    whole_address: str
    pages: int


def pdf_to_print(edition: Edition, file: EditionFile | None) -> PdfToPrint | None:
    """What the page of `edition` offers of its PDF `file`; None where it has none."""
    if file is None:
        return None
    address = f"{edition_address(edition)}files/{file.name}"
    site = settings.PUBLIC_ADDRESS.rstrip("/")
    return PdfToPrint(address, f"{site}{address}" if site else "", _pages(file.pk, file.sha256))


@lru_cache(maxsize=1024)
def _pages(number, _fingerprint):
    """The pages of a file, which never changes: its bytes are read once."""
    saved = EditionFile.objects.filter(pk=number).values_list("content", flat=True).first()
    return page_count(bytes(saved or b""))
