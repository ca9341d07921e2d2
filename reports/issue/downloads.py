"""The files of an edition as its page offers them: what each is, its type and its size."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.documents import formats
from reports.documents.document import Document
from reports.editions.models.editions import Edition, EditionFile
from reports.papers.addresses import edition_address

PAPER, DATA = "paper", "data"
# What the name of a file goes on with after the paper's own → what it is.
_FORMS = {
    ".pdf": "This report",
    ".docx": "This report",
    ".html": "This report as one web page",
}
_FIGURES = {
    "-figures.csv": "Every figure, with what it counts and when",
    "-figures.json": "Every figure, with what it counts and when",
}
_TABLES = {"-tables.json": "Every table"}
_LIST = f"{formats.MANIFEST}.json"
_ABOUT = {
    f"{formats.CSV_METADATA}.json": "Columns of the CSV files",
    _LIST: "Every file with its fingerprint (SHA-256)",
}
_TYPES = {
    **{"pdf": "PDF", "docx": "Word", "html": "HTML", "csv": "CSV", "json": "JSON"},
    **{"xlsx": "Excel", "odt": "OpenDocument", "png": "PNG picture", "jpg": "JPEG picture"},
    **{"jpeg": "JPEG picture", "txt": "plain text"},
}


@dataclass(frozen=True)
class Download:
    """A file on offer: what it is, in words, the name of its type, its size in bytes; `bundle` is
    the name of the folder that holds every file, on the list of them alone."""

    words: str
    kind: str
    size: int
    address: str
    name: str
    group: str
    bundle: str = ""


def downloads(edition: Edition, document: Document, files: Iterable[EditionFile]) -> list[Download]:
    """The `files` of an edition in the order in which a reader looks for them; an older one offers
    what it was published with. The style sheet belongs to a page and is not offered."""
    index = {file.name: file for file in files}
    folder = f"{edition_address(edition)}files/"
    return [
        Download(
            words=text,
            kind=_TYPES[name.rpartition(".")[2]],
            size=index[name].size,
            address=folder + name,
            name=name,
            group=group,
            bundle=index[name].sha256 if name == _LIST else "",
        )
        for name, text, group in _known(document, edition.paper.slug)
        if name in index
    ]


def _known(document, slug):
    """(name, words, group) of every file that an edition of the paper can have."""
    stem = formats.file_stem(document, slug)
    yield from ((f"{stem}{end}", phrase, PAPER) for end, phrase in _FORMS.items())
    for name, text in formats.annex_file_names(document, slug):
        yield name, text, PAPER
    yield from ((f"{stem}{end}", phrase, DATA) for end, phrase in _FIGURES.items())
    for name, title in formats.table_names(document, slug).items():
        yield name, title, DATA
    yield from ((f"{stem}{end}", phrase, DATA) for end, phrase in _TABLES.items())
    yield from ((name, phrase, DATA) for name, phrase in _ABOUT.items())
