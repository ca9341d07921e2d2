"""Annexes that are files of their own, as an edition publishes them."""

from django.db.models import Exists, OuterRef

from assurance.attachments import storage
from assurance.records.refusals import Refused
from reports.documents.document import Document
from reports.documents.enclosures import ANNEX
from reports.documents.formats import RenderedFile, annex_file_names
from reports.editions.models.editions import Edition, EditionFile
from reports.papers.assembly.enclosures import annexes
from reports.papers.models.enclosures import Enclosure

GONE = (
    "The file of “{}” is not where it was kept, or is not what was imported: take the report "
    "back, import the file again, and send the report again."
)


def annex_files(document: Document, stem: str, council_slug: str) -> tuple[RenderedFile, ...]:
    """The files of the annexes of `document` under the names that its edition gives them; raises
    `Refused` where one is gone or was changed since it was imported."""
    names = iter(annex_file_names(document, stem))
    return tuple(
        RenderedFile(next(names)[0], file.media_type, _content(annex, file, council_slug))
        for annex in annexes(document.enclosed)
        for file in annex.files
    )


def inaccessible_annexes(council=None):
    """The annexes of published editions, of one `council` or all, that not everybody can read.

    An accessibility statement has to name them (regulation 8 of SI 2018/952).
    """
    items = EditionFile.objects.filter(
        edition__in=Edition.objects.active(),
        edition__paper=OuterRef("paper"),
        sha256=OuterRef("sha256"),
    )
    named = Enclosure.objects.filter(purpose=ANNEX, accessible=False, form_sha256="")
    named = named.filter(council=council) if council else named
    rows = named.exclude(sha256="").filter(Exists(items))
    rows = rows.order_by("council__name", "paper", "number")
    named = rows.select_related("council", "paper__council", "paper__series")
    return named.defer("paper__frozen")


def _content(item, file, council_slug):
    current = storage.held_at(storage.place_of(council_slug, file.sha256), file.sha256)
    if current is None:
        raise Refused(GONE.format(item.title))
    return current
