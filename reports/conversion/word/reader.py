"""A Word document as the lines that the recogniser reads: headings, labels and bullets spelt out,
tables with a sign between their cells."""

import re
from xml.etree.ElementTree import Element

from reports.conversion.lines.markup import NOTE_CLOSES, NOTE_OPENS
from reports.conversion.results import NotAPaper, Source, UnplacedText
from reports.conversion.sources import GIVE
from reports.conversion.word.inline import Inline
from reports.conversion.word.names import child, children, local, number, setting
from reports.conversion.word.numbering import Numbering
from reports.conversion.word.package import MAIN, Package
from reports.conversion.word.styles import Styles

COMMENT = "A comment in the margin is no part of the paper."
RUNNING = "It stands in the head or foot of the pages and is no part of the text."
CONTENTS = "A table of contents is made anew from the headings."
BOX = "It stood in a text box, and is kept where the box was fastened."
NESTED = "A table within a table is kept as words in its cell."
MERGED = "Cells that were merged stand in the first of their places."
HIDDEN = "It is hidden text in the document."
TWIPS = 240
_WIDEST = 12
_HOLDS = ("sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo")


def word_source(data: bytes) -> Source:
    """A Word document as a source, its places counted in paragraphs. Raises `NotAPaper`."""
    package = Package(data)
    return source_of(package, package.xml(MAIN))


def source_of(package: Package, root: Element | None) -> Source:
    """The document of `package` as a source, with `root` for its main part, which somebody may have
    prepared. Raises `NotAPaper` for one that holds no words."""
    reader = _Reader(package)
    body = child(root, "body")
    reader.through(body if body is not None else ())
    if not reader.lines:
        raise NotAPaper(f"The document holds no words. {GIVE}")
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
        for one in body:
            name = local(one)
            if name == "p":
                self._paragraph(one)
            elif name == "tbl":
                self._table(one)
            elif name in _HOLDS:
                self.through(one)

    def leave_out(self, root: Element | None, why: str, where: str) -> None:
        """Lists the words of a part that is none of the paper, each paragraph once."""
        for one in root.iter() if root is not None else ():
            if local(one) == "p":
                words = "".join(
                    text.text or "" for text in one.iter() if local(text) == "t"
                ).strip()
                if words and (words, why) not in self.gone:
                    self.gone.add((words, why))
                    self.missed.append(UnplacedText(where, words, why))

    def _paragraph(self, element):
        self.count += 1
        settings = child(element, "pPr")
        style = self.styles.of(setting(child(settings, "pStyle")))
        inline = self._inline(element)
        words = inline.words
        label, indent = self._label(settings, style)
        gone = CONTENTS if style.contents else HIDDEN if style.hidden else ""
        if gone or not words.strip():
            if gone and words.strip():
                self._miss(words, gone)
        else:
            level = style.heading or self._outline(settings)
            self._write(words, label, indent, level)
        for box in inline.boxes:
            self._box(box)

    def _write(self, words, label, indent, level):
        first, *more = [one.strip(" ") for one in words.split("\n") if one.strip()]
        if level:
            first, more = " ".join([first, *more]).replace("**", ""), []
        begin = "#" * level + " " if level else " " * indent
        self._line("")
        self._line(f"{begin}{label}\t{first}" if label else f"{begin}{first}", more)
        for place, one in enumerate(more, 1):
            self._line(f"{' ' * indent}{one}", more[place:])

    def _line(self, words, follows=()):
        self.lines.append(f"{words}  " if follows else words)
        self.numbers.append(self.count)

    def _label(self, settings, style):
        numbered = child(settings, "numPr")
        name = setting(child(numbered, "numId")) or style.list_name
        level = child(numbered, "ilvl")
        place = number(level) if level is not None else style.list_level
        own = child(settings, "ind")
        left = number(own, "left") or number(own, "start")
        found = self.numbering.label(name, place) if name not in ("", "0") else None
        label, indent = found or ("", 0)
        if own is not None and (left or number(own, "hanging")):
            indent = max(left - number(own, "hanging"), 0)
        return label, min(indent // TWIPS, _WIDEST)

    @staticmethod
    def _outline(settings):
        said = child(settings, "outlineLvl")
        level = number(said, otherwise=9)
        return min(level + 2, 6) if said is not None and level < 9 else 0

    def _inline(self, element):
        inline = Inline(self.links, self._note)
        inline.read(element)
        for words, why in inline.told:
            self._miss(words, why)
        return inline

    def _note(self, kind, name):
        words = self.notes[kind].get(name, "")
        return f"{NOTE_OPENS}{words}{NOTE_CLOSES}" if words else ""

    def _miss(self, words, why):
        bare = re.sub(r"\\(.)|\*+", r"\1", words.replace(NOTE_OPENS, " ").replace(NOTE_CLOSES, " "))
        self.missed.append(UnplacedText(f"paragraph {self.count}", " ".join(bare.split()), why))

    def _box(self, box):
        before = len(self.lines)
        self.through(box)
        words = " ".join(one for one in self.lines[before:] if one)
        if words:
            self._miss(words, BOX)

    def _table(self, element):
        rows = [self._row(one) for one in _rows(element)]
        rows = [one for one in rows if any(one)]
        if not rows:
            return
        width = max(map(len, rows))
        if width == 1:
            for (words,) in rows:
                self._line("")
                self._line(words)
            return
        self._line("")
        for place, row in enumerate(rows):
            cells = [one.replace("|", "\\|") for one in [*row, *[""] * (width - len(row))]]
            self._line(f"| {' | '.join(cells)} |")
            if not place:
                self._line(f"|{'---|' * width}")

    def _row(self, element):
        cells = []
        for cell in _cells(element):
            settings = child(cell, "tcPr")
            merged = child(settings, "vMerge")
            span = max(number(child(settings, "gridSpan"), otherwise=1), 1)
            goes_on = merged is not None and setting(merged) != "restart"
            if goes_on or span > 1:
                self._tell_once(MERGED)
            cells += ["" if goes_on else self._cell(cell), *[""] * min(span - 1, 60)]
        return cells

    def _cell(self, element):
        """The words of a cell in one line; points keep a sign."""
        inner = _Inner(self)
        inner.through(element)
        return " ".join(inner.words)

    def _tell_once(self, why):
        if why not in self.gone:
            self.gone.add(why)
            self.missed.append(UnplacedText(f"paragraph {self.count + 1}", "", why))


class _Inner:
    """The words of one cell, those of tables within it as well."""

    def __init__(self, reader: _Reader):
        self.reader, self.words = reader, []

    def through(self, element):
        for one in element:
            name = local(one)
            if name == "p":
                self._paragraph(one)
            elif name == "tbl":
                self.reader._tell_once(NESTED)
                for row in _rows(one):
                    for cell in _cells(row):
                        self.through(cell)
            elif name in _HOLDS:
                self.through(one)

    def _paragraph(self, element):
        reader = self.reader
        reader.count += 1
        settings = child(element, "pPr")
        inline = reader._inline(element)
        label, _ = reader._label(settings, reader.styles.of(setting(child(settings, "pStyle"))))
        words = " ".join(inline.words.replace("\\|", "|").split())
        if words:
            self.words.append(f"{label} {words}".strip())
        for box in inline.boxes:
            self.through(box)


def _rows(table):
    """The rows of a table that were not deleted while changes were tracked."""
    found = []
    for one in table:
        if local(one) == "tr" and child(one, "trPr", "del") is None:
            found.append(one)
        elif local(one) in _HOLDS:
            found += _rows(one)
    return found


def _cells(row):
    found = []
    for one in row:
        if local(one) == "tc":
            found.append(one)
        elif local(one) in _HOLDS:
            found += _cells(one)
    return found


def _notes(root, name):
    """The words of each note by its name; those that only draw a line are left out."""
    notes = {}
    for one in children(root, name):
        if setting(one, "type") not in ("separator", "continuationSeparator"):
            words = "".join(text.text or "" for text in one.iter() if local(text) == "t")
            notes[setting(one, "id")] = " ".join(re.sub(r"[\[\]\ue000\ue001]", " ", words).split())
    return notes
