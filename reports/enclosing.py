"""The bytes of annexes that are files of their own, as an edition publishes them."""

from assurance.attachments import keeping
from assurance.refusals import Refused
from reports.document import Document
from reports.enclosed import annexes
from reports.rendition import Rendered, annex_file_names

GONE = (
    "The file of “{}” is not where it was kept, or is not what was brought in: take the paper "
    "back, bring the file in again, and send the paper once more."
)


def annex_files(document: Document, stem: str, council_slug: str) -> tuple[Rendered, ...]:
    """The files of the annexes of `document` under the names that its edition gives them; raises
    `Refused` where one is gone or was changed since it was brought in."""
    names = iter(annex_file_names(document, stem))
    return tuple(
        Rendered(next(names)[0], file.media_type, _content(one, file, council_slug))
        for one in annexes(document.enclosed)
        for file in one.files
    )


def _content(one, file, council_slug):
    held = keeping.held_at(keeping.place_of(council_slug, file.sha256), file.sha256)
    if held is None:
        raise Refused(GONE.format(one.title))
    return held
