"""One PDF, both PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1); same in, same bytes."""

import gc
import mimetypes
import zlib
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pydyf
import weasyprint
from weasyprint.css import ColorProfile
from weasyprint.css.counters import CounterStyle
from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from assurance.runtime.digits import whole
from reports.documents.pdf import columns, lines  # noqa: F401 - WeasyPrint calls them from here on
from reports.documents.pdf.engine import Attachment, PdfFault
from reports.documents.pdf.tags.writer import recording

_END = b"</rdf:RDF>"

_ACCESSIBLE = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def with_accessibility(rdf):
    """`rdf` (bytes) with the claim of PDF/UA-1 and its description.

    Raises ValueError when it is not one `rdf:RDF` element.
    """
    if rdf.count(_END) != 1:
        raise ValueError("The metadata must have one rdf:RDF element.")
    return rdf.replace(_END, _ACCESSIBLE + _END)


# A host that no network has (RFC 2606), so that a relative address reaches our files and nothing
# else.
_HERE = "https://static.invalid/"

# Of the room of a last page, what at least is filled; a longer report is not laid out twice for it.
NEARLY_EMPTY, MOST_PAGES = 0.45, 20

_STANDARD = {"pdf_variant": "pdf/a-3a", "output_intent": "screen"}
_SRGB = (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()


def to_pdf(
    html: str,
    *,
    styles: Sequence[str],
    fetch: Callable[[str], bytes] | Path,
    created: datetime,
    modified: datetime,
    attachments: Sequence[Attachment] = (),
    closer: str = "",
) -> bytes:
    """The PDF of `html`, laid out by the style sheets whose texts `styles` gives, and by the sheet
    `closer` as well where that spares a last page which is nearly empty.

    `fetch` gives the bytes of a static file from its path without a leading slash, or is the folder
    that holds them; it raises OSError or LookupError when there is no such file. Nothing is ever
    asked of a network. The times need a time zone. Raises PdfFault when anything is missing that a
    reader or an archive would need.
    """
    if created.tzinfo is None or modified.tzinfo is None:
        raise ValueError("The times of a PDF need a time zone.")
    if isinstance(fetch, Path):
        fetch = _folder(fetch)
    with recording() as run, _collector_paused():
        document = _lay_out_closely(html, styles, _Files(fetch), closer)
        _name(document, run, created, modified)
        data = document.write_pdf(
            finisher=lambda _, pdf: _finish(pdf, attachments),
            **_STANDARD,
            attachments=_attached(attachments, created, modified),
        )
        del document
    if run.complaints:
        raise PdfFault(run.complaints)
    return data


def _lay_out_closely(html, styles, fetcher, closer):
    document = _lay_out(html, styles, fetcher)
    is_short = closer and 1 < len(document.pages) <= MOST_PAGES
    if is_short and last_page_fill(document) < NEARLY_EMPTY:
        other = _lay_out(html, [*styles, closer], fetcher)
        if len(other.pages) < len(document.pages):
            return other
    return document


def last_page_fill(document: weasyprint.Document) -> float:
    """The part of the last page's room that is above the end of its last line."""
    page = document.pages[-1]._page_box
    text = page.children[0]
    ends = [box.position_y + box.height for box in text.descendants() if isinstance(box, LineBox)]
    return (max(ends, default=text.position_y) - text.position_y) / page.height


def _lay_out(html, styles, fetcher):
    fonts, counters = FontConfiguration(), CounterStyle()
    sheets = [
        weasyprint.CSS(
            string=style,
            base_url=_HERE,
            url_fetcher=fetcher,
            font_config=fonts,
            counter_style=counters,
        )
        for style in styles
    ]
    page = weasyprint.HTML(string=html, base_url=_HERE, url_fetcher=fetcher)
    return page.render(fonts, counters, _colours(), stylesheets=sheets, **_STANDARD)


def _colours():
    # Left to itself WeasyPrint 70.0 opens the same profile on disk each time and never closes it.
    profile = ColorProfile(BytesIO(_SRGB), "sRGB2014.icc", "relative-colorimetric", "rgb")
    return {_STANDARD["output_intent"]: profile}


def _name(document, run, created, modified):
    metadata = document.metadata
    if not metadata.title:
        run.complain("The document has no title")
    if not metadata.lang:
        run.complain("The document has no language")
    for page in document.pages:
        for kind, target, *_ in page.links:
            if kind == "external" and target.startswith(_HERE):
                path = target.removeprefix(_HERE)
                run.complain(f"The link to {path} needs a whole address to work from a file")
    metadata.created, metadata.modified = _w3c(created), _w3c(modified)
    described = metadata.generate_rdf_metadata
    metadata.generate_rdf_metadata = lambda *standard: with_accessibility(described(*standard))


def _attached(attachments, created, modified):
    # The index of attachments is a name tree, which is sorted (ISO 32000-1, 7.9.6).
    return [
        weasyprint.Attachment(
            string=attachment.data,
            name=attachment.name,
            description=attachment.description,
            relationship="Data",
            created=created.astimezone(UTC),
            modified=modified.astimezone(UTC),
        )
        for attachment in sorted(attachments, key=lambda item: item.name)
    ]


def _finish(pdf, attachments):
    """Number pages as printed, give attachments their media types, compress every stream."""
    pdf.catalog["PageLabels"] = pydyf.Dictionary(
        {"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])}
    )
    media = {attachment.name: attachment.media.replace("/", "#2f") for attachment in attachments}
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Filespec":
            stream = pdf.objects[whole(item["EF"]["F"].split()[0].decode())]
            stream.extra["Subtype"] = f"/{media[item['UF'].string]}"
    if "AF" in pdf.catalog:
        # WeasyPrint 70.0 lists each attachment twice.
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and item.compress:
            _compress(item)


def _compress(stream):
    """Compress once: pydyf does it twice, for the file and again for the file's identifier."""
    plain = pydyf.Stream(stream.stream).data
    content = plain[plain.index(b"\nstream\n") + 8 : -len(b"\nendstream")]
    stream.stream = [zlib.compress(content, 9)]
    stream.extra["Filter"] = "/FlateDecode"
    stream.compress = False


def _w3c(moment):
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def _collector_paused():
    """Python's collector walks the growing boxes again and again, a tenth of the time or more."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
            # What the rendering leaves is all young, so the rest of the process need not be walked.
            gc.collect(0)


class _Files:
    """What WeasyPrint asks for files; it answers from our own and refuses the rest."""

    _fail_on_errors = False

    def __init__(self, fetch):
        self._fetch = fetch
        self._inline = URLFetcher(allowed_protocols={"data"})

    def __call__(self, url):
        if url.startswith("data:"):
            return self._inline.fetch(url)
        if not url.startswith(_HERE):
            raise ValueError("only files of this website can be part of a PDF")
        path = unquote(urlsplit(url).path).lstrip("/")
        media = mimetypes.guess_type(path)[0] or "application/octet-stream"
        return URLFetcherResponse(url, self._fetch(path), {"Content-Type": media})


def _folder(root):
    top = root.resolve()

    def fetch(path):
        target = (top / path).resolve()
        if not target.is_relative_to(top):
            raise PermissionError(f"{path} lies outside the folder of static files")
        return target.read_bytes()

    return fetch
