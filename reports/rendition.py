"""The files of a paper as readers get them: HTML and PDF of one document, with its figures as data
inside the PDF."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.template.loader import render_to_string

from reports.document import Document
from reports.render import html
from reports.render.pdf import Attachment, to_pdf

HTML, PDF = "html", "pdf"
FORMATS = (HTML, PDF)
STYLES = settings.BASE_DIR / "static"
SHEET = "paper.css"
COLUMNS = (
    "number",
    "key",
    "member",
    "title",
    "value",
    "text",
    "marker",
    "base",
    "unit",
    "start",
    "end",
    "cohort",
    "counts",
    "out_of",
    "rule",
    "citation",
    "source",
)


FORMULAS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Rendered:
    """One file: its name, media type and bytes."""

    name: str
    media_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Its fingerprint, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def render(document: Document, stem: str, formats: Iterable[str] = FORMATS) -> tuple[Rendered, ...]:
    """The files of `document` in `formats`, named after `stem`; a draft or restricted one says so
    in its names.

    Raises `reports.render.pdf.PdfFault` where the PDF would miss something that a reader needs.
    """
    wanted = set(formats)
    named = file_stem(document, stem)
    files = []
    if HTML in wanted:
        page = print_html(document, sheet=SHEET)
        files.append(Rendered(f"{named}.html", "text/html; charset=utf-8", page.encode()))
        files.append(Rendered(SHEET, "text/css", _sheet().encode()))
    if PDF in wanted:
        files.append(Rendered(f"{named}.pdf", "application/pdf", pdf(document, named)))
    return tuple(files)


def file_stem(document: Document, stem: str) -> str:
    """`january-2016`, `january-2016-edition-2`, or with `DRAFT` and `RESTRICTED` where that is
    so."""
    edition = f"-edition-{document.edition}" if document.edition > 1 else ""
    return (
        stem
        + edition
        + ("-RESTRICTED" if document.audience == "restricted" else "")
        + ("-DRAFT" if document.draft else "")
    )


def print_html(document: Document, sheet: str = "") -> str:
    """The whole page for print, which is also the HTML file; `sheet` is the address of its style
    sheet."""
    return render_to_string(
        "layouts/print.html",
        {
            "document": document,
            "title": f"DRAFT: {document.title}" if document.draft else document.title,
            "sheet": sheet,
            "opening": html.opening(document),
            "contents": html.contents(document),
            "sections": html.sections(document),
            "notices": [" ".join(run.text for run in one.runs) for one in document.notices],
        },
    )


def pdf(document: Document, stem: str) -> bytes:
    """The PDF of `document`, with its figures attached as CSV and JSON. Dated by the edition,
    never by the clock."""
    at = moment(document)
    return to_pdf(
        print_html(document),
        styles=[_sheet()],
        fetch=STYLES,
        created=at,
        modified=at,
        attachments=_attachments(document, stem),
    )


def moment(document: Document) -> datetime:
    """When the document was frozen; a draft has the start of its paper's own day."""
    stamp = document.created or f"{document.dated or '2000-01-01'}T00:00:00+00:00"
    return datetime.fromisoformat(stamp).astimezone(UTC)


def figures_csv(document: Document) -> str:
    """One row a figure; a withheld value is blank with the marker `c`. No cell is a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in figure_rows(document):
        writer.writerow({name: _plain(value) for name, value in row.items()})
    return out.getvalue()


def figure_rows(document: Document) -> list[dict]:
    """What the public may know of each figure, as `COLUMNS` names it: `value` and `base` are
    numbers or None, `text` the value in words as print has it, `marker` a `c` where withheld."""
    return [
        {
            **{name: getattr(entry, name) for name in COLUMNS if hasattr(entry, name)},
            "value": entry.count,
            "text": "" if entry.mark else entry.text,
            "base": entry.base_count,
            "marker": "c" if entry.mark else "",
        }
        for entry in document.figures
    ]


def _plain(value):
    # A spreadsheet takes a text that begins with one of these for a formula.
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULAS) else value


def _attachments(document, stem):
    if not document.figures:
        return ()
    plain = json.dumps(figure_rows(document), ensure_ascii=False, indent=1)
    about = f"Every figure of “{document.title}”"
    return (
        Attachment(
            f"{stem}-figures.csv", f"{about} as a table", "text/csv", figures_csv(document).encode()
        ),
        Attachment(f"{stem}-figures.json", f"{about} as data", "application/json", plain.encode()),
    )


def _sheet():
    return (STYLES / "css" / "print.css").read_text(encoding="utf-8")
