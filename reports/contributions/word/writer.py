"""A section as a Word document that can be read back: a bookmark around each block, and each
figure as its value in a control whose tag names it.

The value stands, not its name in brackets, because the one who writes has to read the sentence;
Word keeps them from typing over it, and lets them move it or take it away.
"""

from collections.abc import Mapping, Sequence

from assurance.runtime.typography import with_capital
from reports.contributions.proposals import RequestedBlock
from reports.contributions.word.marks import NOTE, bookmark, heading_of, tag
from reports.documents.word.markup import (
    HEAD,
    SCHEMA,
    content_types,
    packed,
    paragraph,
    relations,
    run,
)
from reports.language.inline import parse_inline
from reports.language.structure import HOLDING, TITLED
from reports.language.text import Passage, parse
from reports.language.tokens import Emphasis, FaultyToken, Link, NoteMark, Strong
from reports.papers.rules import block_order

HOW = (
    "Write below, save the file and send it back. Shaded numbers are counted from the records: "
    "move or remove them, but do not retype them. This paragraph is left out."
)
FIXED = "made from the records: leave this line in its place, or take it out"
DEEPEST = 6
# Word counts in twentieths of a point.
INDENT, HANGING = 720, 360
_TYPES = {
    "word/document.xml": "-officedocument.wordprocessingml.document.main",
    "word/styles.xml": "-officedocument.wordprocessingml.styles",
}


def document(
    section: int,
    title: str,
    blocks: Sequence[RequestedBlock],
    places: Mapping[str, int],
    say: Mapping[str, str],
) -> bytes:
    """The Word document; `places` maps slugs to places asked, `say` tokens to words."""
    writer = _Writer(section, blocks, places, say)
    body = writer.body(title)
    parts = {
        "[Content_Types].xml": content_types(_TYPES),
        "_rels/.rels": relations([("rId1", "officeDocument", "word/document.xml", False)]),
        "word/document.xml": f"{HEAD}<w:document {SCHEMA}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": _styles(),
        "word/_rels/document.xml.rels": relations(
            [
                ("rId1", "styles", "styles.xml", False),
                *(
                    (f"link{place}", "hyperlink", address, True)
                    for place, address in enumerate(writer.links)
                ),
            ]
        ),
    }
    return packed(parts)


class _Writer:
    """Writes the blocks one after the other; `links` are the addresses met so far."""

    def __init__(self, section, blocks, places, say):
        self.section, self.blocks, self.places, self.say = section, blocks, places, say
        self.links, self.count = [], 0

    def body(self, title):
        """The paragraphs and tables of the document."""
        if not (self.blocks and self.blocks[0].kind in HOLDING):
            title = _para(run(title), "Title")
        else:
            title = ""
        note = self._within(NOTE, run(HOW))
        parts = [title, _para(note, "Note")]
        for block in self.blocks:
            place = self.places.get(block.slug)
            name = "" if place is None else bookmark(self.section, place)
            parts.append(self._block(block, name))
        return "".join(parts)

    def _block(self, block, name):
        if block.kind in TITLED:
            level = min(block_order.depth(self.blocks, block.slug) + 1, DEEPEST)
            return _para(self._within(name, run(block.heading)), f"Heading{level}")
        if "cells" in block.data:
            caption = self._within(name, self._inline(block.data.get("caption", "")))
            return _para(caption, "Caption") + self._table(block.data["cells"])
        if block.boxes:
            return self._prose(block, name)
        caption = block.data.get("caption", "")
        text = f"{with_capital(block.name)}: {caption} ({FIXED})"
        return _para(self._within(name, run(text)), "Note")

    def _prose(self, block, name):
        """The paragraphs of a block, its bookmark from the first to the last."""
        opening, closing = self._ends(name)
        lines = list(self._lines(parse(block.text), 0)) or [("", 0)]
        if block.heading:
            inner = run(block.heading, "<w:b/>")
            heading = self._within(name and heading_of(name), inner)
            lines = [(heading, 0), *lines]
        made = []
        for place, (inner, depth) in enumerate(lines):
            first = opening if place == 0 else ""
            last = closing if place == len(lines) - 1 else ""
            made.append(_para(f"{first}{inner}{last}", "", depth))
        return "".join(made)

    def _lines(self, content, depth):
        """(runs, how deep it stands in lists) of each paragraph of a block's text."""
        for part in content:
            if isinstance(part, Passage):
                yield self._pieces(part.pieces), depth
                continue
            for item in part.items:
                mark = f"{item.mark}." if item.numbered else "•"
                first, *rest = self._lines(item.content, depth + 1) if item.content else [("", 0)]
                yield f"{run(mark)}<w:r><w:tab/></w:r>{first[0]}", depth + 1
                yield from rest

    def _table(self, cells):
        rows = [[cell["label"] for cell in cells["columns"]], *cells["rows"]]
        made = "".join(
            f"<w:tr>{''.join(f'<w:tc>{_para(self._inline(cell))}</w:tc>' for cell in row)}</w:tr>"
            for row in rows
        )
        settings = '<w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        grid = f"<w:tblGrid>{'<w:gridCol/>' * len(rows[0])}</w:tblGrid>"
        return f"<w:tbl>{settings}{grid}{made}</w:tbl>{_para('')}"

    def _inline(self, written):
        return self._pieces(parse_inline(written))

    def _pieces(self, pieces, settings=""):
        return "".join(self._piece(piece, settings) for piece in pieces)

    def _piece(self, piece, settings):
        if isinstance(piece, str):
            return run(piece, settings)
        if isinstance(piece, Strong):
            return self._pieces(piece.pieces, f"{settings}<w:b/>")
        if isinstance(piece, Emphasis):
            return self._pieces(piece.pieces, f"{settings}<w:i/>")
        if isinstance(piece, Link):
            self.links.append(piece.address)
            inner = run(piece.words, '<w:u w:val="single"/>')
            return f'<w:hyperlink r:id="link{len(self.links) - 1}">{inner}</w:hyperlink>'
        if isinstance(piece, FaultyToken):
            return run(piece.raw, settings)
        if isinstance(piece, NoteMark):
            return self._control(piece.raw, f"(note: {piece.words})", settings)
        return self._control(piece.raw, self.say.get(piece.raw) or piece.raw, settings)

    def _control(self, token, text, settings):
        self.count += 1
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="E3EEF0"/>'
        return (
            f'<w:sdt><w:sdtPr><w:tag w:val="{tag(token)}"/><w:id w:val="{self.count}"/>'
            '<w:lock w:val="contentLocked"/></w:sdtPr>'
            f"<w:sdtContent>{run(text, settings + shade)}</w:sdtContent></w:sdt>"
        )

    def _within(self, name, inner):
        opening, closing = self._ends(name)
        return f"{opening}{inner}{closing}"

    def _ends(self, name):
        if not name:
            return "", ""
        self.count += 1
        number = f'w:id="{self.count}"'
        opening = f'<w:bookmarkStart {number} w:name="{name}"/>'
        return opening, f"<w:bookmarkEnd {number}/>"


def _para(runs, style="", depth=0):
    indent = f'<w:ind w:left="{INDENT * depth}" w:hanging="{HANGING}"/>' if depth else ""
    return paragraph(runs, style, indent)


def _styles():
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{max(36 - 4 * level, 22)}"/></w:rPr></w:style>'
        for level in range(1, DEEPEST + 1)
    )
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8A9A9C"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f"{HEAD}<w:styles {SCHEMA}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/>'
        '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"</w:style>{headings}"
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/>'
        '<w:sz w:val="36"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:rPr><w:b/>'
        "</w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Candour note"/><w:rPr><w:i/>'
        '<w:color w:val="505A5F"/></w:rPr></w:style>'
        '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr>'
        f"<w:tblBorders>{border}</w:tblBorders></w:tblPr></w:style></w:styles>"
    )
