"""Runs of text as Word has them, with the styles and parts that a body refers to."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reports.documents import document as kinds
from reports.documents.document import Chart, Run, Table, Text
from reports.documents.entries import SOURCE_MARK, SOURCED
from reports.documents.html.inline import SCHEMES
from reports.documents.html.languages import Language, language_of, stretches
from reports.documents.word.markup import bookmark, quoted, run

# Word takes no more letters in the name of a bookmark.
LONGEST = 40
_PRINT = 8


@dataclass
class BodyResources:
    """Bookmarks, addresses and charts in the order in which the body met them; `level` is that of
    the headings of single paragraphs, `tables` are the printed tables with the numbers of charts,
    by the anchors of these."""

    links: list[str] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    count: int = 0
    level: int = 1
    tables: Mapping[str, Table] = field(default_factory=dict)

    def marked(self, anchor: str, runs: str) -> str:
        """`runs` with the bookmark of `anchor` around them, for citations to lead to."""
        return bookmark(self.next(), self.name(anchor), runs)

    def to(self, anchor: str, runs: str) -> str:
        """`runs` as a link to the bookmark of `anchor`."""
        return f'<w:hyperlink w:anchor="{self.name(anchor)}" w:history="1">{runs}</w:hyperlink>'

    def out(self, address: str, runs: str) -> str:
        """`runs` as a link that leaves the file."""
        self.links.append(address)
        tip = f"w:tooltip={quoted(address)}"
        return f'<w:hyperlink r:id="link{len(self.links)}" {tip}>{runs}</w:hyperlink>'

    def drawn(self, chart: Chart) -> str:
        """The name by which the body calls the part that `chart` is drawn in."""
        self.charts.append(chart)
        return f"chart{len(self.charts)}"

    def next(self) -> int:
        """A number that nothing else of the file has."""
        self.count += 1
        return self.count

    def name(self, anchor: str) -> str:
        """The bookmark of an anchor: letters, digits and underscores, the same for no other."""
        if anchor not in self.names:
            plain = re.sub(r"[^A-Za-z0-9_]", "_", anchor)
            plain = plain if plain[:1].isalpha() else f"a_{plain}"
            if len(plain) > LONGEST or plain in self.names.values():
                mark = hashlib.sha256(anchor.encode()).hexdigest()[:_PRINT]
                plain = f"{plain[: LONGEST - _PRINT - 1]}_{mark}"
            self.names[anchor] = plain
        return self.names[anchor]


BOLD, ITALIC = "<w:b/>", "<w:i/>"
TAB = "<w:r><w:tab/></w:r>"
_LINKED = '<w:rStyle w:val="Hyperlink"/>'
_MARKS = {kinds.STRONG: BOLD, kinds.EMPHASIS: ITALIC, kinds.FAULT: '<w:highlight w:val="yellow"/>'}
# Chinese stands in Word's slot for the Far East, Bengali and Urdu in that for complex scripts.
_FAR_EAST = '<w:lang w:eastAsia="zh"/>'
_RAISED = '<w:vertAlign w:val="superscript"/>'
_SMALL_MARK = f'<w:color w:val="0B4F54"/>{_RAISED}'


def text_of(text: Text, body_resources: BodyResources) -> str:
    """The runs of one text."""
    return runs_of(text.runs, body_resources)


def runs_of(runs: Iterable[Run], body_resources: BodyResources, settings: str = "") -> str:
    """Runs one after another; `settings` hold for all of them, as bold does in a row of totals."""
    return "".join(_run_of(item, body_resources, settings) for item in runs)


def spoken_run(text: str, settings: str = "") -> str:
    """A run of words, or several where some are in another language, each named with its own."""
    if text.isascii():
        return run(text, settings)
    return "".join(
        run(piece, f"{settings}{_tongue(language)}") for piece, language in stretches(text)
    ) or run(text, settings)


def turned(text: Text) -> str:
    """The setting of a paragraph of `text` that runs from right to left; nothing for any other."""
    language = language_of(text)
    return "<w:bidi/>" if language and language.from_right else ""


def _tongue(language: Language | None):
    if language is None:
        return ""
    if language.tag == "zh":
        return _FAR_EAST
    turned = "<w:rtl/>" if language.from_right else "<w:cs/>"
    return f'{turned}<w:lang w:bidi="{language.tag}"/>'


def _run_of(item, other, settings):
    if item.kind == kinds.REFERENCE:
        return other.to(item.to, spoken_run(item.text, f"{_LINKED}{settings}"))
    if item.kind == kinds.LINK and item.to.startswith(SCHEMES):
        return other.out(item.to, spoken_run(item.text, f"{_LINKED}{settings}"))
    if item.kind == kinds.NOTE:
        mark = other.to(item.to, run(item.text, f"{_LINKED}{settings}{_RAISED}"))
        return other.marked(f"{item.to}-mark", mark)
    if item.kind == SOURCE_MARK:
        return other.to(item.to, run(item.text, f"{settings}{_SMALL_MARK}"))
    if item.kind == SOURCED:
        return other.to(item.to, spoken_run(item.text, settings))
    mark = _MARKS.get(item.kind, "")
    # Bold before everything else, and once: the schema sets the order.
    return spoken_run(item.printed, settings if mark in settings else f"{settings}{mark}")
