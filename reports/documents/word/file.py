"""A paper as a Word file from its frozen words; same document and moment, same bytes."""

from datetime import UTC, datetime

from reports.documents.document import Document, Section
from reports.documents.document import text_of as words_of
from reports.documents.entries import ABOUT, QR_TITLE, Colophon
from reports.documents.front.mark import picture_of
from reports.documents.front.masthead import CONTACT_HEADING, brand_of, dated_title
from reports.documents.headlines import parted
from reports.documents.html.chart_tables import printed_tables
from reports.documents.word.body import body_of
from reports.documents.word.charts import chart_part
from reports.documents.word.front import MARK, digest_of, masthead_of, opening_facts
from reports.documents.word.inline import BOLD, BodyResources, spoken_run, text_of
from reports.documents.word.markup import (
    CORE,
    HEAD,
    SCHEMA,
    content_types,
    escape_text,
    packed,
    paragraph,
    relations,
    run,
)
from reports.documents.word.pictures import Picture, drawn
from reports.documents.word.styles import numbering, settings, styles

# The name of the relation of the code of the address, and its side: 36,000 units are a millimetre.
CODE, CODE_SIDE = "code", 30 * 36_000
DRAFT = "DRAFT: not yet approved and not for publication"
RESTRICTED = "RESTRICTED: has numbers that are not public"
_WORD = "-officedocument.wordprocessingml"
_KINDS = ("styles", "numbering", "settings", "header", "footer")
_TAB = "<w:r><w:tab/></w:r>"
_LINKED = '<w:rStyle w:val="Hyperlink"/>'
# Headings two levels deep, each a link, without page numbers that a reader would have to bring up
# to date.
_CONTENTS = r" TOC \o &quot;1-2&quot; \n \h \z "
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def word_file(document: Document, at: datetime, last: Colophon | None = None) -> bytes:
    """The bytes of the Word file of `document`, dated `at`, which needs a time zone; `last` are
    its last lines."""
    leading, document = parted(document)
    other = BodyResources(tables=printed_tables(document))
    opening = f"{_opening(document, other)}{digest_of(document, leading, other)}"
    pieces = (opening, _contents(document, other), body_of(document, other))
    pictures = _pictures(document, last)
    body = "".join((*pieces, _contact(document), _colophon(last, other)))
    charts = {
        f"word/charts/chart{place}.xml": chart_part(chart)
        for place, chart in enumerate(other.charts, 1)
    }
    parts = {
        "word/document.xml": f"{HEAD}<w:document {SCHEMA}><w:body>{body}{_page()}</w:body>"
        "</w:document>",
        "word/styles.xml": styles(document.language, brand_of(document).colour.lstrip("#")),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(document.language),
        "word/header.xml": _header(document),
        "word/footer.xml": _footer(document),
        "docProps/core.xml": _core(document, at),
        **charts,
        **{f"word/{_media(name)}": png for name, png in pictures.items()},
    }
    leading = {
        "[Content_Types].xml": content_types(_types(charts)),
        "_rels/.rels": relations(
            [
                ("rId1", "officeDocument", "word/document.xml", False),
                ("rId2", CORE, "docProps/core.xml", False),
            ]
        ),
        "word/_rels/document.xml.rels": relations(_led_to(other, pictures)),
    }
    return packed({**leading, **parts})


def _pictures(document, last):
    """The PNG pictures of the file, by the names of their relations."""
    mark = picture_of(brand_of(document))
    pictures = {MARK: mark, CODE: last.picture if last else b""}
    return {name: png for name, png in pictures.items() if png}


def _media(name):
    return f"media/{name}.png"


def _types(charts):
    return {
        "word/document.xml": f"{_WORD}.document.main",
        **{f"word/{kind}.xml": f"{_WORD}.{kind}" for kind in _KINDS},
        "docProps/core.xml": "-package.core-properties",
        **dict.fromkeys(charts, "-officedocument.drawingml.chart"),
    }


def _led_to(other, pictures):
    return [
        *((name, "image", _media(name), False) for name in pictures),
        *((kind, kind, f"{kind}.xml", False) for kind in _KINDS),
        *((f"link{place}", "hyperlink", to, True) for place, to in enumerate(other.links, 1)),
        *(
            (f"chart{place}", "chart", f"charts/chart{place}.xml", False)
            for place, _ in enumerate(other.charts, 1)
        ),
    ]


def _opening(document, other):
    """What stands above the contents: whose paper it is, its title, its standing and its head."""
    return "".join(
        (
            masthead_of(document),
            *(paragraph(run(text), "Marking") for text in _markings(document)),
            *(paragraph(text_of(notice, other), "Notice") for notice in document.notices),
            opening_facts(document, other),
        )
    )


def _contact(document):
    """Whom to contact about a child, at the end."""
    if not document.contact:
        return ""
    heading = run(f"{CONTACT_HEADING} ", "<w:b/>")
    return paragraph(heading + run(" ".join(document.contact)), "Notice")


def _colophon(last, other):
    """The last lines of an edition, each with its name."""
    if last is None:
        return ""
    lines = "".join(
        paragraph(run(f"{row.name}: ", BOLD) + _led(row, other), "Note") for row in last.rows
    )
    code = ""
    if last.picture:
        picture = Picture(CODE, last.picture, QR_TITLE, 9001, CODE_SIDE)
        code = paragraph(drawn(picture), "Note")
    return f"{paragraph(run(ABOUT), 'NotesTitle')}{lines}{code}"


def _led(row, other):
    return other.out(row.to, run(row.words, _LINKED)) if row.to else run(row.words)


def _markings(document):
    return [DRAFT] * document.draft + [RESTRICTED] * (document.audience == "restricted")


def _contents(document, other):
    """The contents as a field that Word can make anew, holding what it would make."""
    lines = list(_lines(document.sections, other, 1))
    if not lines:
        return ""
    (first, level), *rest = lines
    begin = (
        f'{_mark("begin")}<w:r><w:instrText xml:space="preserve">{_CONTENTS}</w:instrText></w:r>'
    )
    lines = [(f"{begin}{_mark('separate')}{first}", level), *rest]
    text, level = lines[-1]
    lines[-1] = (f"{text}{_mark('end')}", level)
    return paragraph(run("Contents"), "TOCHeading") + "".join(
        paragraph(phrase, f"TOC{level}") for phrase, level in lines
    )


def _lines(blocks, other, level):
    for block in blocks:
        if isinstance(block, Section):
            text = spoken_run(f"{block.number} {block.title}".strip(), _LINKED)
            yield other.to(block.anchor, text), level
            if level == 1:
                yield from _lines(block.blocks, other, 2)
        elif getattr(block, "heading_anchor", ""):
            text = spoken_run(words_of(block.heading), _LINKED)
            yield other.to(block.heading_anchor, text), level


def _header(document):
    inner = paragraph(run(document.running), "Header")
    return f"{HEAD}<w:hdr {SCHEMA}>{inner}</w:hdr>"


def _footer(document):
    current = " ".join(label.partition(":")[0] for label in _markings(document))
    page = f"{run('Page ')}{_field('PAGE')}{run(' of ')}{_field('NUMPAGES')}"
    text = f"{run(current, '<w:b/>') if current else ''}{_TAB}{page}"
    return f"{HEAD}<w:ftr {SCHEMA}>{paragraph(text, 'Footer')}</w:ftr>"


def _field(name):
    return f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>'


def _mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _page():
    """An A4 page with print's margins; the first has no line at its head."""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
        '<w:footerReference w:type="first" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1247" w:right="1134" w:bottom="1247" w:left="1361" w:header="600" '
        'w:footer="600" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _core(document, at):
    stamp = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    named = dated_title(document)
    title = f"DRAFT: {named}" if document.draft else named
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f"{HEAD}<cp:coreProperties {_CORE}><dc:title>{escape_text(title)}</dc:title>"
        f"<dc:creator>{escape_text(document.author)}</dc:creator>"
        f"<dc:subject>{escape_text(document.subject)}</dc:subject>"
        f"<dc:language>{escape_text(document.language)}</dc:language>{times}</cp:coreProperties>"
    )
