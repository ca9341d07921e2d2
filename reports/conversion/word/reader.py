"""A Word document as the lines that the recogniser reads, its labels and tables spelt out."""

import re
from xml.etree.ElementTree import Element

from reports.conversion.lines.markup import NOTE_CLOSES, NOTE_OPENS
from reports.conversion.results import NotAPaper, Source, UnplacedText
from reports.conversion.sources import GIVE
from reports.conversion.word.inline import Inline
from reports.conversion.word.numbering import Numbering
from reports.conversion.word.package import MAIN, Package
from reports.conversion.word.styles import Styles, child, children, local, number, setting

COMMENT = "A comment in the margin is no part of the report."
RUNNING = "It is in the head or foot of the pages and is not part of the text."
CONTENTS = "The table of contents is made again from the headings."
BOX = "It was in a text box, and is kept where the box was."
NESTED = "A table within a table is kept as words in its cell."
MERGED = "Merged cells are put in the first of their places."
HIDDEN = "It is hidden text in the document."
TWIPS = 240
_WIDEST = 12
_HOLDS = ("sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo")


def word_source(data: bytes) -> Source:
    """A Word document as a source, its places counted in paragraphs. Raises `NotAPaper`."""
    package = Package(data)
    return source_of(package, package.xml(MAIN))


def source_of(package: Package, root: Element | None) -> Source:
    """The document of `package`, of main part `root`; `NotAPaper` for one without words."""
    reader = _Reader(package)
    body = child(root, "body")
    reader.through(body if body is not None else ())
    if not reader.lines:
        raise NotAPaper(f"The document has no words. {GIVE}")
    source = Source(reader.lines, "paragraph", reader.missed, reader.numbers)
    for name in sorted(package.names):
        if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name):
            reader.leave_out(package.xml(name), RUNNING, "the head or foot of its pages")
    for comment in children(package.xml("word/comments.xml"), "comment"):
        reader.leave_out(comment, COMMENT, "a comment")
    return source


class _Reader:
    """Walks a document's body; `lines` and `numbers` grow side by side."""

    def __init__(self, package: Package):
        self.styles = Styles(package.xml("word/styles.xml"))
        self.numbering = Numbering.read(package.xml("word/numbering.xml"))
        self.links = package.links()
        self.notes = {
            "footnoteReference": _notes(package.xml("word/footnotes.xml"), "footnote"),
            "endnoteReference": _notes(package.xml("word/endnotes.xml"), "endnote"),
        }
        self.lines, self.numbers, self.missed = [], [], []
        self.count, self.gone = 0, set()

    def through(self, body) -> None:
        """Takes the paragraphs and tables of a body, of a cell or of a text box in order."""
        for item in body:
            name = local(item)
            if name == "p":
                self._paragraph(item)
            elif name == "tbl":
                self._table(item)
            elif name in _HOLDS:
                self.through(item)

    def leave_out(self, root: Element | None, why: str, where: str) -> None:
        """Lists the words of a part that is none of the paper, each paragraph once."""
        for item in root.iter() if root is not None else ():
            if local(item) == "p":
                sentence = "".join(
                    text.text or "" for text in item.iter() if local(text) == "t"
                ).strip()
                if sentence and (sentence, why) not in self.gone:
                    self.gone.add((sentence, why))
                    self.missed.append(UnplacedText(where, sentence, why))

    def _paragraph(self, element):
        settings, style, inline, label, indent = self._read(element)
        text = inline.words
        gone = CONTENTS if style.contents else HIDDEN if style.hidden else ""
        if gone or not text.strip():
            if gone and text.strip():
                self._miss(text, gone)
        else:
            level = style.heading or self._outline(settings)
            self._write(text, label, indent, level)
        for box in inline.boxes:
            self._box(box)

    def _read(self, element):
        """The settings of a paragraph, its style, what stands in it, its label and indent."""
        self.count += 1
        settings = child(element, "pPr")
        style = self.styles.of(setting(child(settings, "pStyle")))
        inline = self._inline(element)
        return settings, style, inline, *self._label(settings, style)

    def _write(self, text, label, indent, level):
        first, *more = [part.strip(" ") for part in text.split("\n") if part.strip()]
        if level:
            first, more = " ".join([first, *more]).replace("**", ""), []
        begin = "#" * level + " " if level else " " * indent
        self._line("")
        self._line(f"{begin}{label}\t{first}" if label else f"{begin}{first}", more)
        for place, item in enumerate(more, 1):
            self._line(f"{' ' * indent}{item}", more[place:])

    def _line(self, text, follows=()):
        self.lines.append(f"{text}  " if follows else text)
        self.numbers.append(self.count)

    def _label(self, settings, style):
        numbered = child(settings, "numPr")
        name = setting(child(numbered, "numId")) or style.list_name
        level = child(numbered, "ilvl")
        place = number(level) if level is not None else style.list_level
        own = child(settings, "ind")
        left = number(own, "left") or number(own, "start")
        result = self.numbering.label(name, place) if name not in ("", "0") else None
        label, indent = result or ("", 0)
        if own is not None and (left or number(own, "hanging")):
            indent = max(left - number(own, "hanging"), 0)
        return label, min(indent // TWIPS, _WIDEST)

    @staticmethod
    def _outline(settings):
        value = child(settings, "outlineLvl")
        level = number(value, otherwise=9)
        return min(level + 2, 6) if value is not None and level < 9 else 0

    def _inline(self, element):
        inline = Inline(self.links, self._note)
        inline.read(element)
        for text, why in inline.told:
            self._miss(text, why)
        return inline

    def _note(self, kind, name):
        text = self.notes[kind].get(name, "")
        return f"{NOTE_OPENS}{text}{NOTE_CLOSES}" if text else ""

    def _miss(self, text, why):
        bare = re.sub(r"\\(.)|\*+", r"\1", text.replace(NOTE_OPENS, " ").replace(NOTE_CLOSES, " "))
        self.missed.append(UnplacedText(f"paragraph {self.count}", " ".join(bare.split()), why))

    def _box(self, box):
        before = len(self.lines)
        self.through(box)
        text = " ".join(line for line in self.lines[before:] if line)
        if text:
            self._miss(text, BOX)

    def _table(self, element):
        rows = [self._row(row) for row in _rows(element)]
        rows = [row for row in rows if any(row)]
        if not rows:
            return
        width = max(map(len, rows))
        if width == 1:
            for (text,) in rows:
                self._line("")
                self._line(text)
            return
        self._line("")
        for place, row in enumerate(rows):
            cells = [item.replace("|", "\\|") for item in [*row, *[""] * (width - len(row))]]
            self._line(f"| {' | '.join(cells)} |")
            if not place:
                self._line(f"|{'---|' * width}")

    def _row(self, element):
        cells = []
        for cell in _within(element, "tc"):
            settings = child(cell, "tcPr")
            merged = child(settings, "vMerge")
            span = max(number(child(settings, "gridSpan"), otherwise=1), 1)
            goes_on = merged is not None and setting(merged) != "restart"
            if goes_on or span > 1:
                self._tell_once(MERGED)
            text = "" if goes_on else " ".join(self._cell_words(cell))
            cells += [text, *[""] * min(span - 1, 60)]
        return cells

    def _cell_words(self, element):
        """The words of each paragraph in a cell, in its tables and boxes; points keep a sign."""
        for item in element:
            name = local(item)
            if name == "p":
                *_, inline, label, _indent = self._read(item)
                if text := " ".join(inline.words.replace("\\|", "|").split()):
                    yield f"{label} {text}".strip()
                for box in inline.boxes:
                    yield from self._cell_words(box)
            elif name == "tbl":
                self._tell_once(NESTED)
                for cell in (cell for row in _rows(item) for cell in _within(row, "tc")):
                    yield from self._cell_words(cell)
            elif name in _HOLDS:
                yield from self._cell_words(item)

    def _tell_once(self, why):
        if why not in self.gone:
            self.gone.add(why)
            self.missed.append(UnplacedText(f"paragraph {self.count + 1}", "", why))


def _rows(table):
    """The rows of a table that were not deleted while changes were tracked."""
    return [row for row in _within(table, "tr") if child(row, "trPr", "del") is None]


def _within(element, name):
    """What is called `name` in `element`, or in what only holds others there."""
    for item in element:
        if local(item) == name:
            yield item
        elif local(item) in _HOLDS:
            yield from _within(item, name)


def _notes(root, name):
    """The words of each note by its name; those that only draw a line are left out."""
    notes = {}
    for item in children(root, name):
        if setting(item, "type") not in ("separator", "continuationSeparator"):
            sentence = "".join(text.text or "" for text in item.iter() if local(text) == "t")
            notes[setting(item, "id")] = " ".join(
                re.sub(r"[\[\]\ue000\ue001]", " ", sentence).split()
            )
    return notes
