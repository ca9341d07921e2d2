"""The last lines of an edition: its permanent address, its number, who approved it, its
fingerprint and its licence."""

import io

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString

from assurance.runtime.periods import say_day
from assurance.runtime.processes.lazy_modules import LazyModule
from reports.documents.digest import content_digest
from reports.documents.document import Document, text_of
from reports.documents.entries import QR_TITLE, Colophon, ColophonRow
from reports.documents.front.masthead import NEXT_REPORT, approvals, next_report
from reports.documents.issue_time import day_of_issue, origin
from reports.documents.licence import licence

segno = LazyModule("segno")

# What a reader compares by eye, in groups of four.
SHORT, GROUP = 16, 4
# Light modules that the standard asks for around a code (ISO/IEC 18004).
QUIET = 4


def colophon(document: Document, *, whole: bool = True) -> Colophon | None:
    """The colophon of an edition, None for a draft, a restricted copy and an annex by itself.

    `whole` prints the fingerprint with all its characters, else those that a reader compares.
    """
    if document.draft or document.audience != "public" or not document.address:
        return None
    address = origin(document)
    issued = f"{document.edition}, published on {say_day(day_of_issue(document))}"
    rows = (
        *(_addresses(document, address) if address else ()),
        ColophonRow("Edition", issued),
        *(ColophonRow(row.name, text_of(row.lines)) for row in approvals(document)),
        *((ColophonRow(NEXT_REPORT, words),) if (words := next_report(document)) else ()),
        ColophonRow("Fingerprint", _fingerprint(content_digest(document), whole)),
        ColophonRow("Licence", f"{licence()['name']}, except where stated", licence()["address"]),
    )
    if not address:
        return Colophon(rows)
    return Colophon(rows, address, qr_code(address), qr_picture(address))


def qr_code(address: str) -> SafeString:
    """`address` as a QR code: an SVG drawing with a text alternative, the same each time."""
    matrix = segno.make(address, error="m", micro=False).matrix
    size = len(matrix) + 2 * QUIET
    squares = "".join(
        f"M{across + QUIET} {down + QUIET}h1v1h-1z"
        for down, row in enumerate(matrix)
        for across, dark in enumerate(row)
        if dark
    )
    return format_html(
        '<svg role="img" class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" '
        'width="{1}" height="{1}" shape-rendering="crispEdges"><title>{2}</title>'
        '<path fill="#fff" d="M0 0h{0}v{0}h-{0}z"/><path fill="#0b0c0c" d="{3}"/></svg>',
        size,
        4 * size,
        QR_TITLE,
        squares,
    )


def qr_picture(address: str) -> bytes:
    """`address` as the same QR code in a PNG picture, for files that take no drawing."""
    buffer = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(buffer, kind="png", scale=8, border=QUIET, dark="#0b0c0c", light="#fff")
    return buffer.getvalue()


def _addresses(document, address):
    latest = f"{settings.PUBLIC_ADDRESS.rstrip('/')}{document.address}"
    yield ColophonRow("This edition", address, address)
    yield ColophonRow("Latest edition", latest, latest)


def _fingerprint(digest, whole):
    if whole:
        return digest
    groups = (digest[start : start + GROUP] for start in range(0, SHORT, GROUP))
    return f"{' '.join(groups)} (the first {SHORT} of {len(digest)} characters)"
