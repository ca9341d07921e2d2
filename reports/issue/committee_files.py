"""The files of a report for a committee system: the report and each annex as Word and PDF, named so
that nobody has to name them, in one ZIP of the same bytes each time."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import replace

from reports.documents import formats
from reports.documents.annexes import annex_alone, annex_sections
from reports.documents.document import Run, Text, from_json
from reports.documents.formats import RenderedFile
from reports.editions.enclosure_files import annex_files
from reports.editions.models.editions import Edition
from reports.editions.models.exempt import ExemptAnnex
from reports.editions.snapshot import draft
from reports.papers.assembly.enclosures import annexes
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper

MEDIA_TYPE = "application/zip"
# What committee systems and shared folders take, and how much of it a title may fill.
LONGEST, LONGEST_TITLE = 100, 45
EXEMPT = Text((Run("EXEMPT: not open to the public. Do not pass this on."),))
_FORMS = (formats.WORD, formats.PDF)
_UNIX = 3


def committee_files(paper: Paper, edition: Edition | None = None) -> RenderedFile:
    """The ZIP of `edition`, or of `paper` as it is now, marked as a draft: no exempt matter.

    Raises `PdfFault` where a reader would miss something, `Refused` where the file of an annex is
    gone.
    """
    document = from_json(edition.document) if edition else draft(paper)
    saved = (
        edition.files.all() if edition else annex_files(document, paper.slug, paper.council.slug)
    )
    contents = {file.name: bytes(file.content) for file in saved}
    stem = _stem(paper, document)
    files = [*_report(document, paper.slug, stem, contents)]
    files += _annexes(paper, edition, document, stem, contents)
    return _packed(f"{stem}-committee-files", files, document)


def exempt_files(edition: Edition, rows: Iterable[ExemptAnnex]) -> RenderedFile:
    """The ZIP of the exempt annexes `rows` of `edition`, for who is entitled to read them."""
    document = from_json(edition.document)
    # The numbers of its figures are those of the whole report, which is not public.
    document = replace(document, notices=(EXEMPT, *document.notices), figures=())
    stem = f"{_stem(edition.paper, document)}-EXEMPT"
    sections = [from_json(row.section) for row in rows]
    files = [file for annex in sections for file in _rendered(document, annex, stem)]
    return _packed(f"{stem}-committee-files", files, document)


def plain_name(text: str) -> str:
    """`text` in letters, digits and hyphens of ASCII: `Children-s-homes-a-review`."""
    letters = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    ascii_only = letters.encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", ascii_only).strip("-")


def shortened(name: str, longest: int) -> str:
    """A plain name of at most `longest` characters, cut between words where it can be."""
    if len(name) <= longest:
        return name
    head, hyphen, _ = name[: longest + 1].rpartition("-")
    return head if hyphen else name[:longest]


def _stem(paper, document):
    month = f"{paper.told_on:%B %Y}"
    title = shortened(plain_name(document.title.replace(month, "")), LONGEST_TITLE)
    edition = f"edition-{document.edition}" if document.edition > 1 else ""
    parts = (title or "Report", plain_name(month), edition, "DRAFT" if document.draft else "")
    return "-".join(filter(None, parts))


def _report(document, slug, stem, contents):
    """The report as it was published, byte for byte; of a draft made now."""
    own = formats.file_stem(document, slug)
    for form in _FORMS:
        [ending] = formats.ENDINGS[form]
        saved = contents.get(f"{own}{ending}")
        yield f"{stem}{ending}", saved or _made(document, own, form)


def _annexes(paper, edition, document, stem, contents):
    """Each annex that anybody may read: its file, or what is written of it as Word and PDF."""
    exempt = _exempt_anchors(paper, edition)
    enclosed = {item.anchor: item for item in annexes(document.enclosed)}
    names = dict(_names_of_enclosed(document, paper.slug))
    for annex in annex_sections(document):
        if annex.anchor in exempt:
            continue
        if annex.anchor in enclosed:
            for name in names[annex.anchor]:
                ending = f".{name.rpartition('.')[2]}"
                yield _name(stem, annex.title, ending), contents[name]
        else:
            yield from _rendered(document, annex, stem)


def _exempt_anchors(paper, edition):
    if edition:
        return set(edition.exempt_annexes.values_list("anchor", flat=True))
    numbering = read(paper).numbering
    return {numbering.of(block.slug).anchor for block in paper.blocks.exempt()}


def _names_of_enclosed(document, slug):
    names = iter(formats.annex_file_names(document, slug))
    for item in annexes(document.enclosed):
        yield item.anchor, [next(names)[0] for _ in item.files]


def _rendered(document, annex, stem):
    alone = annex_alone(document, annex)
    for form in _FORMS:
        [ending] = formats.ENDINGS[form]
        yield _name(stem, annex.title, ending), _made(alone, stem, form)


def _made(document, stem, form):
    return formats.render(document, stem, [form])[0].content


def _name(stem, title, ending):
    name = "-".join(filter(None, (stem, plain_name(title))))
    return shortened(name, LONGEST - len(ending)) + ending


def _packed(stem, files, document):
    """A ZIP dated by the document; a name that is there already is numbered."""
    at = formats.moment(document)
    buffer, names = io.BytesIO(), set()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(_unlike(name, names), at.timetuple()[:6])
            entry.create_system, entry.external_attr = _UNIX, 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
            names.add(entry.filename.lower())
    name = shortened(stem, LONGEST - len(".zip"))
    return RenderedFile(f"{name}.zip", MEDIA_TYPE, buffer.getvalue())


def _unlike(name, names):
    stem, _, ending = name.rpartition(".")
    number = 1
    while name.lower() in names:
        number += 1
        mark = f"-{number}.{ending}"
        name = shortened(stem, LONGEST - len(mark)) + mark
    return name
