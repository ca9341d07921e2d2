"""The words of one paragraph of a Word document, with bold, italics, links and notes as marks; what
was deleted, hidden or drawn is told."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree.ElementTree import Element

from reports.conversion.word.names import child, is_on, local, setting

DELETED = "It was deleted while changes were tracked."
INSERTED = "It was put in while changes were tracked, and is kept."
HIDDEN = "It is hidden text in the document."
PICTURE = "A picture or drawing cannot be brought in: put it in as an annex, or say it in words."
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
        for one in element:
            name = local(one)
            reader = _READERS.get(name)
            if name in _DROPPED:
                continue
            if reader:
                reader(self, one, deleted, inserted)
            else:
                self.read(one, deleted, inserted)

    @property
    def words(self) -> str:
        """The paragraph in marks, its lines apart where the writer broke them."""
        parts = []
        for (bold, italic), run in groupby(self.pieces, key=lambda one: one[1:]):
            words = "".join(one[0] for one in run)
            parts.append(_marked(words, bold, italic))
        return re.sub(r"^\\\*(?=[ \t])", "*", _OPENS.sub(r"\1\\\2", "".join(parts)))

    def _run(self, element, deleted, inserted):
        words, drawn = self._text_of(element)
        settings = child(element, "rPr")
        for one in drawn:
            self._drawing(one, deleted, inserted)
        if not words:
            return
        if deleted or is_on(child(settings, "vanish")):
            if words.strip():
                self.told.append((words, DELETED if deleted else HIDDEN))
            return
        if inserted and words.strip():
            self.told.append((words, INSERTED))
        bold, italic = is_on(child(settings, "b")), is_on(child(settings, "i"))
        self.pieces.append((_escaped(words), bold, italic))

    def _text_of(self, element):
        """The words of a run, and the drawings in it."""
        words, drawn = [], []
        for one in element:
            name = local(one)
            if name in ("t", "delText"):
                words.append(_PRIVATE.sub("", one.text or ""))
            elif name in ("footnoteReference", "endnoteReference"):
                words.append(self.note(name, setting(one, "id")))
            elif name in ("drawing", "pict", "object", "AlternateContent"):
                drawn.append(one)
            else:
                words.append(_SIGNS.get(name, lambda _one: "")(one))
        return "".join(words), drawn

    def _drawing(self, element, deleted, inserted):
        boxes = [one for one in _first_choice(element) if local(one) == "txbxContent"]
        if boxes:
            self.boxes += [] if deleted else boxes
            return
        alt = next(
            (setting(one, "descr") for one in _first_choice(element) if local(one) == "docPr"), ""
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
        words = "".join(one[0] for one in self.pieces[before:])
        plain = re.sub(r"\\(.)", r"\1", words).strip()
        if re.match(r"(?:https?://|mailto:)\S+$", address) and plain and "[" not in words:
            same = plain in (address, address.removeprefix("mailto:"))
            link = f"[{words.strip()}]({address})"
            self.pieces[before:] = [(words if same else link, False, False)]

    def _formula(self, element, _deleted, _inserted):
        words = "".join(one.text or "" for one in element.iter() if local(one) == "t")
        self.pieces.append((_escaped(words), False, False))
        self.told.append((words, FORMULA))


def _first_choice(element):
    """Everything in a drawing, of several forms of one thing only the first that there is."""
    ahead = [element]
    while ahead:
        one = ahead.pop(0)
        yield one
        if local(one) == "txbxContent":
            continue
        if local(one) == "AlternateContent":
            ahead += list(one)[:1]
        else:
            ahead += list(one)


def _marked(words, bold, italic):
    bare = words.strip()
    if not bare or not (bold or italic):
        return words
    sign = "***" if bold and italic else "**" if bold else "*"
    before = words[: len(words) - len(words.lstrip())]
    after = words[len(words.rstrip()) :]
    lines = [f"{sign}{one.strip()}{sign}" if one.strip() else "" for one in bare.split("\n")]
    return f"{before}{chr(10).join(lines)}{after}"


def _escaped(words):
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"[\\*_|]", lambda found: f"\\{found[0]}", words)


def _break(element):
    return "\n" if setting(element, "type") not in ("page", "column") else " "


def _symbol(element):
    return _SYMBOLS.get(setting(element, "char").lower(), "•")


_SIGNS = {
    "tab": lambda _one: "\t",
    "br": _break,
    "cr": _break,
    "sym": _symbol,
    "noBreakHyphen": lambda _one: "-",
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
