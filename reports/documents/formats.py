"""The files of a paper: one document as HTML, PDF, Word and data, with a list of them all."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from assurance.runtime.periods import say_day
from assurance.runtime.processes.lazy_modules import LazyModule
from reports.documents.colophon import colophon
from reports.documents.data import metadata
from reports.documents.data import separated_values as separated
from reports.documents.data.addresses import whole_address
from reports.documents.data.figures import figure_rows, figures_csv
from reports.documents.data.tables import printed_tables, table_csv, table_row
from reports.documents.digest import content_digest
from reports.documents.document import Document, text_of, to_json
from reports.documents.enclosures import ANNEX
from reports.documents.front.kinds import Brand
from reports.documents.front.masthead import brand_of, dated_title, edition_line, masthead
from reports.documents.headlines import parted
from reports.documents.html import page as html
from reports.documents.html.front import digest_of, facts_of, masthead_of
from reports.documents.issue_time import day_of_issue, moment, origin
from reports.documents.licence import licence, linked
from reports.documents.pdf.engine import Attachment, to_pdf
from reports.documents.sources.quoted_details import quoted_table
from reports.documents.sources.section import with_sources
from reports.documents.word.media_type import MEDIA_TYPE as WORD_TYPE

# Only a job makes Word files.
word = LazyModule("reports.documents.word.file")
HTML, PDF, WORD, DATA = "html", "pdf", "word", "data"
FORMATS = (HTML, PDF, WORD, DATA)
# What the names of the files of a format end in.
ENDINGS = {HTML: (".html", ".css"), PDF: (".pdf",), WORD: (".docx",), DATA: (".csv", ".json")}
STYLES = settings.BASE_DIR / "static"
SHEET = "paper.css"
# What the HTML file has within it; the content security policy names its digest.
CLOSER = (STYLES / "css" / "print-closer.css").read_text(encoding="utf-8")
STANDALONE = (STYLES / "css" / "standalone.css").read_text(encoding="utf-8")
# What the style sheet of print is put together from.
SHEETS = ("print.css", "print-back.css", "pdf-front.css")
# What stands for the council's colour in the sheet of the front.
COLOUR = "--brand"
NO_BRAND = Brand()
MANIFEST, CSV_METADATA = "manifest", "csv-metadata"
_JSON = "application/json"


@dataclass(frozen=True)
class RenderedFile:
    """One file: its name, media type and bytes."""

    name: str
    media_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Its fingerprint, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def render(
    document: Document, stem: str, formats: Iterable[str] = FORMATS
) -> tuple[RenderedFile, ...]:
    """The files of `document` in `formats`, named after `stem`; a draft or restricted one says so
    in its names.

    Raises `reports.documents.pdf.engine.PdfFault` where the PDF would miss what a reader needs.
    """
    targets = set(formats)
    named = file_stem(document, stem)
    files = []
    if HTML in targets:
        page = print_html(document, sheet=SHEET)
        files.append(RenderedFile(f"{named}.html", "text/html; charset=utf-8", page.encode()))
        files.append(RenderedFile(SHEET, "text/css", style_sheet(brand_of(document)).encode()))
    if PDF in targets:
        files.append(RenderedFile(f"{named}.pdf", "application/pdf", pdf(document, named)))
    if WORD in targets:
        last = colophon(document)
        content = word.word_file(with_sources(document), moment(document), last)
        files.append(RenderedFile(f"{named}.docx", WORD_TYPE, content))
    if DATA in targets:
        files += _data(document, named)
    return tuple(files)


def edition_files(
    document: Document, stem: str, annexes: Sequence[RenderedFile] = ()
) -> tuple[RenderedFile, ...]:
    """Every file of an edition, with the `annexes` that are files, and last the list of them."""
    files = (*render(document, stem), *annexes)
    return (*files, manifest(document, files))


def annex_file_names(document: Document, stem: str) -> list[tuple[str, str]]:
    """(its name in the edition, what it is) of each file of an annex, the annex's own first."""
    named = file_stem(document, stem)
    return [
        (f"{named}-{item.anchor}{file.ending}", item.title)
        if file == item.files[0]
        else (f"{named}-{item.anchor}-other-form{file.ending}", f"{item.title}, for everybody")
        for item in document.enclosed
        if item.purpose == ANNEX
        for file in item.files
    ]


def manifest(document: Document, files: Sequence[RenderedFile]) -> RenderedFile:
    """The list of `files`: fingerprints are SHA-256 in hexadecimal, sizes in bytes."""
    listed = {
        "council": document.council,
        "title": document.title,
        "edition": document.edition,
        "address": whole_address(document.address, settings.PUBLIC_ADDRESS),
        "issued": document.created,
        "language": document.language,
        "licence": licence(),
        "notices": [text_of(notice) for notice in document.notices],
        "words_sha256": content_digest(document),
        "files": [
            {
                "name": file.name,
                "media_type": file.media_type,
                "size": len(file.content),
                "sha256": file.sha256,
            }
            for file in files
        ],
        "background_papers": [
            {
                "title": item.title,
                "dated": item.dated,
                "address": whole_address(
                    f"{document.address}background/{item.number}/", settings.PUBLIC_ADDRESS
                ),
                "kept": [{"size": file.size, "sha256": file.sha256} for file in item.files],
            }
            for item in document.enclosed
            if item.purpose != ANNEX
        ],
    }
    return RenderedFile(f"{_unnumbered(document, MANIFEST)}.json", _JSON, _json(listed))


def file_stem(document: Document, stem: str) -> str:
    """`january-2016`, `january-2016-edition-2`, or with `DRAFT` and `RESTRICTED`."""
    edition = f"-edition-{document.edition}" if document.edition > 1 else ""
    return (
        stem
        + edition
        + ("-RESTRICTED" if document.audience == "restricted" else "")
        + ("-DRAFT" if document.draft else "")
    )


def print_html(document: Document, sheet: str = "") -> str:
    """The whole page for print, which is also the HTML file; `sheet` is its style sheet."""
    last = colophon(document, whole=bool(sheet))
    leading, document = parted(with_sources(document))
    medium = replace(html.PRINT, is_file=bool(sheet))
    front, title = masthead(document), dated_title(document)
    published_on = say_day(day_of_issue(document))
    return render_to_string(
        "layouts/print.html",
        {
            "document": document,
            "dated_title": title,
            "title": f"DRAFT: {title}" if document.draft else title,
            "sheet": sheet,
            "standalone": format_html("<style>{}</style>", mark_safe(STANDALONE)),
            "published_on": published_on,
            "origin": origin(document),
            "edition_line": edition_line(document, published_on),
            "front": front,
            "masthead": masthead_of(front, medium),
            "opening": facts_of(front, document.head.anchor, medium),
            "digest": digest_of(document, leading, medium),
            "contents": html.contents(document),
            "sections": html.sections(document, medium),
            "colophon": last,
            "notices": [" ".join(run.text for run in notice.runs) for notice in document.notices],
        },
    )


def pdf_digest(document: Document) -> str:
    """The SHA-256, in hexadecimal, of all that the PDF of `document` is made of."""
    parts = (
        print_html(document),
        style_sheet(brand_of(document)),
        json.dumps(to_json(document), sort_keys=True),
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def pdf(document: Document, stem: str) -> bytes:
    """The PDF of `document` with its figures as data, dated by the edition, not the clock."""
    at = moment(document)
    return to_pdf(
        print_html(document),
        styles=[style_sheet(brand_of(document))],
        closer=CLOSER,
        fetch=STYLES,
        created=at,
        modified=at,
        attachments=_attachments(document, stem),
    )


def table_names(document: Document, stem: str) -> dict[str, str]:
    """Name of its file → title of each table of `document`."""
    tables = _tables(document, file_stem(document, stem))
    return {name: printed_table.title for name, printed_table in tables.items()}


def _tables(document, stem):
    """Name of its file → each table of `document`, last that of the details it quotes."""
    return {
        f"{stem}-{printed_table.name}.csv": printed_table
        for printed_table in printed_tables(document, quoted_table(document))
    }


def _data(document, stem):
    """The figures and the tables, each as CSV and as JSON, and what stands in the CSV files."""
    tables = _tables(document, stem)
    entries = {entry.number: entry for entry in document.figures}
    rows = [table_row(item, entries) for item in tables.values()]
    figures = f"{stem}-figures.csv"
    about = {
        **metadata.csv_metadata(document, figures, tables, settings.PUBLIC_ADDRESS),
        "dc:license": linked(),
    }
    described = f"{_unnumbered(document, CSV_METADATA)}.json"
    return [
        RenderedFile(
            figures,
            separated.MEDIA_TYPE,
            figures_csv(document, root=settings.PUBLIC_ADDRESS).encode(),
        ),
        RenderedFile(
            f"{stem}-figures.json", _JSON, _json(figure_rows(document, settings.PUBLIC_ADDRESS))
        ),
        *(
            RenderedFile(name, separated.MEDIA_TYPE, table_csv(item).encode())
            for name, item in tables.items()
        ),
        RenderedFile(f"{stem}-tables.json", _JSON, _json(rows)),
        RenderedFile(described, metadata.MEDIA_TYPE, _json(about)),
    ]


def _unnumbered(document, name):
    # A program looks for the description under this very name beside the table; what is no issued
    # edition still says so.
    return file_stem(replace(document, edition=1), name)


def _json(plain):
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def _attachments(document, stem):
    if not document.figures:
        return ()
    about = f"Every figure of “{document.title}”"
    return (
        Attachment(
            f"{stem}-figures.csv",
            f"{about} as a table",
            "text/csv",
            figures_csv(document, root=settings.PUBLIC_ADDRESS).encode(),
        ),
        Attachment(
            f"{stem}-figures.json",
            f"{about} as data",
            _JSON,
            _json(figure_rows(document, settings.PUBLIC_ADDRESS)),
        ),
    )


def style_sheet(brand: Brand = NO_BRAND) -> str:
    """The style sheet of print in the council's colour, which is also that of the HTML file."""
    texts = ((STYLES / "css" / name).read_text(encoding="utf-8") for name in SHEETS)
    return "".join(texts).replace(COLOUR, brand.colour)
