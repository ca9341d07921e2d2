"""The words of one paragraph of a Word document with its marks; what was left out is told."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree.ElementTree import Element

from reports.conversion.word.styles import child, is_on, local, setting

DELETED = "It was deleted while changes were tracked."
INSERTED = "It was put in while changes were tracked, and is kept."
HIDDEN = "It is hidden text in the document."
PICTURE = "A picture or drawing cannot be imported: add it as an annex, or describe it in words."
FORMULA = "A formula is kept as its signs in a row."
_DROPPED = ("instrText", "delInstrText", "rPr", "pPr", "sdtPr", "sdtEndPr", "proofErr", "fldData")
_PRIVATE = re.compile("[\ue000\ue001]")
_OPENS = re.compile(r"^(\s*)(#{1,6}(?=\s))")
_SYMBOLS = {"f0b7": "•", "f0a7": "•", "f0fc": "✓", "f0fe": "☒", "f0a8": "☐"}


@dataclass
class Inline:
    """The pieces of one paragraph, each (words, bold, italics), and what else was met in it."""

    links: dict[str, str]
    note: Callable[[str, str], str]
    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    def read(self, element: Element, deleted: bool = False, inserted: bool = False) -> None:
        """Takes everything that stands below `element`."""
        for item in element:
            name = local(item)
            reader = _READERS.get(name)
            if name in _DROPPED:
                continue
            if reader:
                reader(self, item, deleted, inserted)
            else:
                self.read(item, deleted, inserted)

    @property
    def words(self) -> str:
        """The paragraph in marks, its lines apart where the writer broke them."""
        parts = []
        for (bold, italic), run in groupby(self.pieces, key=lambda item: item[1:]):
            text = "".join(item[0] for item in run)
            parts.append(_marked(text, bold, italic))
        return re.sub(r"^\\\*(?=[ \t])", "*", _OPENS.sub(r"\1\\\2", "".join(parts)))

    def _run(self, element, deleted, inserted):
        text, drawn = self._text_of(element)
        settings = child(element, "rPr")
        for item in drawn:
            self._drawing(item, deleted, inserted)
        if not text:
            return
        if deleted or is_on(child(settings, "vanish")):
            if text.strip():
                self.told.append((text, DELETED if deleted else HIDDEN))
            return
        if inserted and text.strip():
            self.told.append((text, INSERTED))
        bold, italic = is_on(child(settings, "b")), is_on(child(settings, "i"))
        self.pieces.append((_escaped(text), bold, italic))

    def _text_of(self, element):
        """The words of a run, and the drawings in it."""
        text, drawn = [], []
        for item in element:
            name = local(item)
            if name in ("t", "delText"):
                text.append(_PRIVATE.sub("", item.text or ""))
            elif name in ("footnoteReference", "endnoteReference"):
                text.append(self.note(name, setting(item, "id")))
            elif name in ("drawing", "pict", "object", "AlternateContent"):
                drawn.append(item)
            else:
                text.append(_SIGNS.get(name, lambda _item: "")(item))
        return "".join(text), drawn

    def _drawing(self, element, deleted, inserted):
        boxes = [item for item in _first_choice(element) if local(item) == "txbxContent"]
        if boxes:
            self.boxes += [] if deleted else boxes
            return
        alt = next(
            (setting(item, "descr") for item in _first_choice(element) if local(item) == "docPr"),
            "",
        )
        self.told.append((alt, PICTURE))

    def _deleted(self, element, _deleted, inserted):
        self.read(element, True, inserted)

    def _inserted(self, element, deleted, _inserted):
        self.read(element, deleted, True)

    def _link(self, element, deleted, inserted):
        before = len(self.pieces)
        self.read(element, deleted, inserted)
        address = self.links.get(setting(element, "id"), "")
        text = "".join(piece[0] for piece in self.pieces[before:])
        plain = re.sub(r"\\(.)", r"\1", text).strip()
        if re.match(r"(?:https?://|mailto:)\S+$", address) and plain and "[" not in text:
            same = plain in (address, address.removeprefix("mailto:"))
            link = f"[{text.strip()}]({address})"
            self.pieces[before:] = [(text if same else link, False, False)]

    def _formula(self, element, _deleted, _inserted):
        text = "".join(item.text or "" for item in element.iter() if local(item) == "t")
        self.pieces.append((_escaped(text), False, False))
        self.told.append((text, FORMULA))


def _first_choice(element):
    """Everything in a drawing, of several forms of one thing only the first that there is."""
    ahead = [element]
    while ahead:
        item = ahead.pop(0)
        yield item
        if local(item) == "txbxContent":
            continue
        if local(item) == "AlternateContent":
            ahead += list(item)[:1]
        else:
            ahead += list(item)


def _marked(text, bold, italic):
    bare = text.strip()
    if not bare or not (bold or italic):
        return text
    sign = "***" if bold and italic else "**" if bold else "*"
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    lines = [f"{sign}{part.strip()}{sign}" if part.strip() else "" for part in bare.split("\n")]
    return f"{before}{chr(10).join(lines)}{after}"


def _escaped(text):
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"[\\*_|]", lambda item: f"\\{item[0]}", text)


def _break(element):
    return "\n" if setting(element, "type") not in ("page", "column") else " "


def _symbol(element):
    return _SYMBOLS.get(setting(element, "char").lower(), "•")


_SIGNS = {
    "tab": lambda _item: "\t",
    "br": _break,
    "cr": _break,
    "sym": _symbol,
    "noBreakHyphen": lambda _item: "-",
}
_READERS = {
    "r": Inline._run,
    "del": Inline._deleted,
    "moveFrom": Inline._deleted,
    "ins": Inline._inserted,
    "moveTo": Inline._inserted,
    "hyperlink": Inline._link,
    "oMath": Inline._formula,
    "oMathPara": Inline._formula,
}
