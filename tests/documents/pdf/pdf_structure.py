"""What PDF/UA-1 and PDF/A-3a ask and a program can decide, each breach told as a sentence."""

import re
import subprocess
from collections import Counter
from functools import cache

from tests.documents.pdf.pdf_tree import Paper, pairs

PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "LI": {"L"},
    "Lbl": {"LI", "TOCI"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
KIDS = {
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "TR": {"TH", "TD"},
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "TOC": {"TOCI"},
    "TOCI": {"Lbl", "Reference", "P", "TOC"},
    "P": {"Span", "Link", "Figure"},
}
GROUPS = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "L", "Table", "TR", "TOC", "TOCI"}


def faults(data, *, tables, poppler=True):
    """Every breach found in the bytes of a PDF whose HTML has `tables` tables.

    `poppler` asks for the second reader, which is slow.
    """
    paper = Paper(data)
    rules = (_file, _metadata, _tree, _nesting, _headings, _lists, _figures, _links, _content)
    found = [sentence for rule in rules for sentence in rule(paper)]
    found += _tables(paper, tables)
    found += _attachments(paper)
    return found + (_read_by_poppler(data) if poppler else [])


def _file(paper):
    catalog = paper.catalog
    if catalog.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "The file does not say that it is tagged."
    if catalog.get("/Lang") is None or not re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", str(catalog.Lang)):
        yield "The file does not say its language."
    if catalog.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "A reader shows the file's name in place of its title."
    if "/First" not in catalog.get("/Outlines", {}):
        yield "The file has no bookmarks."
    if "/ID" not in paper.pdf.trailer:
        yield "The file has no identifier."
    if not any("/DestOutputProfile" in one for one in catalog.get("/OutputIntents", [])):
        yield "The file does not say what its colours mean."
    for number, page in enumerate(paper.pages, 1):
        if page.get("/Tabs") != "/S":
            yield f"The tab key does not follow the tags on page {number}."
        for font in page.Resources.get("/Font", {}).values():
            for one in font.get("/DescendantFonts", [font]):
                if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(one.FontDescriptor.keys()):
                    yield f"The font {font.BaseFont} is not in the file."


def _metadata(paper):
    written = paper.catalog.Metadata.read_bytes().decode() if "/Metadata" in paper.catalog else ""
    asked = {
        "the PDF/A part": r'pdfaid:part="3"',
        "the PDF/A level": r'pdfaid:conformance="A"',
        "the PDF/UA part": r"<pdfuaid:part>1</pdfuaid:part>",
        "the schema of the PDF/UA part": r"<pdfaSchema:prefix>pdfuaid<",
        "a title": r"<dc:title>.*?<rdf:li[^>]*>[^<]+</rdf:li>",
        "a time of making": r"<xmp:CreateDate>[^<]+<",
        "a time of change": r"<xmp:ModifyDate>[^<]+<",
    }
    for name, pattern in asked.items():
        if not re.search(pattern, written, re.S):
            yield f"The metadata lacks {name}."
    if written.count("<rdf:RDF") != 1:
        yield "The metadata is not one description."
    title = str(paper.pdf.trailer.get("/Info", {}).get("/Title", ""))
    if f">{title}<" not in written.replace("&amp;", "&"):
        yield "The two titles of the file differ."


def _tree(paper):
    for tag in paper.strays:
        yield f"An element {tag} names another parent."
    names = Counter(bytes(one.source["/ID"]) for one in paper.elements if "/ID" in one.source)
    listed = [bytes(name) for name, _ in pairs(paper.struct.get("/IDTree"), "/Names")]
    if set(names) != set(listed):
        yield "The index of IDs does not match the IDs."
    if listed != sorted(listed):
        yield "The index of IDs is not sorted."
    for name, times in names.items():
        if times > 1:
            yield f"The ID {name.decode()} is given {times} times."
    for note in paper.tagged("Note"):
        if "/ID" not in note.source:
            yield "A note has no ID."
    owners = dict(pairs(paper.struct.get("/ParentTree"), "/Nums"))
    for element in paper.elements:
        for page, mark in element.marks:
            row = owners.get(int(paper.pages[page].StructParents), [])
            if mark >= len(row) or _identity(row[mark]) != element.source.objgen:
                yield f"The index of marks on page {page + 1} does not lead to {element.tag}."
        for annotation in element.annotations:
            if (
                _identity(owners.get(int(annotation.get("/StructParent", -1))))
                != element.source.objgen
            ):
                yield "The index of marks does not lead from a link to its element."


def _nesting(paper):
    for element in paper.elements:
        parent = element.parent.tag if element.parent else "root"
        if parent not in PARENTS.get(element.tag, {parent}):
            yield f"{element.tag} stands in {parent}."
        for kid in element.kids:
            if kid.tag not in KIDS.get(element.tag, {kid.tag}):
                yield f"{element.tag} holds {kid.tag}."
        if element.tag in GROUPS and element.marks:
            yield f"{element.tag} holds words directly."
        if element.tag not in ("TD", "TH") and not any(one.marks for one in element.below()):
            yield f"{element.tag} is empty."


def _headings(paper):
    level = 0
    for heading in paper.tagged("H1", "H2", "H3", "H4", "H5", "H6"):
        new = int(heading.tag[1])
        if new > level + 1:
            yield f"A heading goes from level {level} to {new}."
        level = new
    if not level:
        yield "The file has no headings."


def _lists(paper):
    for one in paper.tagged("L"):
        kind = one.attribute("/List", "/ListNumbering")
        labelled = any(item.of("Lbl") for item in one.kids)
        if labelled and kind in (None, "/None"):
            yield "A list with marks does not say how it is numbered."


def _figures(paper):
    for figure in paper.tagged("Figure"):
        if not str(figure.source.get("/Alt", "")).strip():
            yield "A picture has no words."
        box = [float(side) for side in figure.attribute("/Layout", "/BBox") or (0, 0, 0, 0)]
        left, low, right, high = (float(side) for side in figure.source.Pg.MediaBox)
        inside = left <= box[0] < box[2] <= right and low <= box[1] < box[3] <= high
        if not inside:
            yield "A picture does not say where on its page it is."


def _links(paper):
    owned = {annotation.objgen for one in paper.tagged("Link") for annotation in one.annotations}
    for number, page in enumerate(paper.pages, 1):
        for annotation in page.get("/Annots", []):
            words = str(annotation.get("/Contents", "")).strip()
            if not words or words == str(annotation.get("/Dest", "")):
                yield f"A link on page {number} does not say where it goes."
            if annotation.objgen not in owned:
                yield f"A link on page {number} stands outside the tags."
            if not int(annotation.get("/F", 0)) & 4:
                yield f"A link on page {number} is not printed."
    for link in paper.tagged("Link"):
        if not link.annotations:
            yield "A link in the tags leads nowhere."
        if "Link" in link.above():
            yield "A link stands in a link."


def _content(paper):
    owned = Counter(mark for element in paper.elements for mark in element.marks)
    for mark, times in owned.items():
        if times > 1:
            yield f"Mark {mark[1]} on page {mark[0] + 1} stands in the tags {times} times."
    for number, page in enumerate(paper.drawn):
        for is_words, mark, artifact in page:
            kind = "Words" if is_words else "A drawing"
            if not artifact and (number, mark) not in owned:
                yield f"{kind} on page {number + 1} are neither in the tags nor passed over."
            if artifact and mark is not None:
                yield f"{kind} on page {number + 1} are in the tags and passed over."


def _tables(paper, expected):
    tables = paper.tagged("Table")
    if len(tables) != expected:
        yield f"The tags have {len(tables)} tables where the page has {expected}."
    names = {bytes(one.source["/ID"]) for one in paper.tagged("TH") if "/ID" in one.source}
    for table in tables:
        for tag in ("THead", "TFoot", "Caption"):
            if len(table.of(tag)) > 1:
                yield f"A table has more than one {tag}."
        cells = [one for one in table.below() if one.tag in ("TH", "TD")]
        if not any(cell.tag == "TH" for cell in cells):
            yield "A table has no header cell."
        for cell in cells:
            if cell.tag == "TH" and cell.attribute("/Table", "/Scope") not in ("/Row", "/Column"):
                yield "A header cell does not say what it heads."
            headers = {bytes(name) for name in cell.attribute("/Table", "/Headers") or ()}
            if headers - names:
                yield "A cell is headed by a cell that is not there."
        if len(set(_widths(table))) > 1:
            yield "The rows of a table differ in width."


def _widths(table):
    """How many columns each row fills, cells that reach down from rows above included."""
    rows = [one for one in table.below() if one.tag == "TR"]
    filled = Counter()
    for at, row in enumerate(rows):
        for cell in row.kids:
            wide = int(cell.attribute("/Table", "/ColSpan") or 1)
            for down in range(int(cell.attribute("/Table", "/RowSpan") or 1)):
                filled[at + down] += wide
    return [filled[at] for at in range(max(filled, default=-1) + 1)]


def _attachments(paper):
    files = pairs(paper.catalog.get("/Names", {}).get("/EmbeddedFiles"), "/Names")
    linked = [one.objgen for one in paper.catalog.get("/AF", [])]
    if len(linked) != len(set(linked)) or len(linked) != len(files):
        yield "The file does not list each attachment once."
    if [bytes(name) for name, _ in files] != sorted(bytes(name) for name, _ in files):
        yield "The index of attachments is not sorted."
    for name, spec in files:
        if str(spec.get("/AFRelationship")) != "/Data" or spec.objgen not in linked:
            yield f"The attachment {name} does not say what it is to the paper."
        if not str(spec.get("/Desc", "")):
            yield f"The attachment {name} has no description."
        if "/Subtype" not in spec.EF.F or "/ModDate" not in spec.EF.F.Params:
            yield f"The attachment {name} lacks its media type or time."


def _read_by_poppler(data):
    return [f"Poppler says: {line}" for line in spoken(data)[1].splitlines()]


@cache
def spoken(data):
    """The tags with their words as poppler reads them, and its complaints.

    It is the second reader because it stumbles where pikepdf mends in silence. It lays a page out
    anew for each mark, so a long paper takes seconds.
    """
    told = subprocess.run(["pdfinfo", "-struct-text", "-"], input=data, capture_output=True)
    return told.stdout.decode(), told.stderr.decode()


def _identity(one):
    return getattr(one, "objgen", None)
